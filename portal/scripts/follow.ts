/** Follows a delivery until it has its receipt, and goes on to that by itself. */
import type { Followed } from "../delivering/follow.ts";

/** Quick at first, as most deliveries take a second; then at ease, as large ones take minutes. */
const FIRST_MS = 400;
const SLOWER = 1.25;
const LONGEST_MS = 5_000;

const words = {
  nl: { sent: "Uw bestand komt binnen.", received: "Ontvangen als {number}.", checking: "{number} wordt gecontroleerd." },
  en: { sent: "Your file is coming in.", received: "Received as {number}.", checking: "{number} is being checked." },
};

const section = document.querySelector<HTMLElement>("[data-follow]");
if (section) void follow(section, section.dataset["follow"] ?? "");

async function follow(place: HTMLElement, address: string): Promise<void> {
  const status = place.querySelector("[role=status]");
  const say = words[document.documentElement.lang === "en" ? "en" : "nl"];
  for (let wait = FIRST_MS; ; wait = Math.min(wait * SLOWER, LONGEST_MS)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    // A line that fails now may be there the next time; the page itself stays as it is.
    const followed = await fetch(address).then(
      (answer) => (answer.ok ? (answer.json() as Promise<Followed>) : undefined),
      () => undefined,
    );
    if (followed?.receipt) return location.replace(followed.receipt);
    if (!followed || followed.stage === "finished" || !status) continue;
    const text = say[followed.stage].replace("{number}", followed.number ?? "");
    // A screen reader says what changes: the same text is not put there twice.
    if (status.textContent !== text) status.textContent = text;
  }
}
