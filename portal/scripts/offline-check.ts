/** The page that checks a delivery without a network (`portal/offline-check.tsx`): everything it needs is in the page itself. */
import type { CatalogueFiles } from "../../core/catalogue/types.ts";
import { createCheckView } from "./check-view.ts";
import type { Language } from "./check-words.ts";
import { onFileChosen } from "./choose-file.ts";

const catalogue = JSON.parse(byId("catalogus").textContent) as CatalogueFiles;
const workerAddress = URL.createObjectURL(new Blob([byId("controleur").textContent], { type: "text/javascript" }));
const body = byId("instelling") as HTMLSelectElement;
const input = byId("bestand") as HTMLInputElement;
const reminder = byId("kies-eerst");
const view = createCheckView(byId("controle"), languageOfPage());
let waiting: File | undefined;

onFileChosen(input, byId("vak"), check);
body.addEventListener("change", () => {
  if (waiting !== undefined) check(waiting);
});
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-speak]")) {
  button.addEventListener("click", () => speak(button.dataset["speak"] === "en" ? "en" : "nl"));
}
speak(languageOfPage());

/** A file that was chosen before the body is kept, and checked once the body is known; with another body it is checked again. */
function check(file: File): void {
  waiting = file;
  reminder.hidden = body.value !== "";
  if (body.value === "") {
    body.focus();
    return;
  }
  void view.check(file, { worker: () => new Worker(workerAddress), catalogue, body: body.value });
}

function speak(language: Language): void {
  document.documentElement.lang = language;
  document.title = byId("titel").dataset[language] ?? "";
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-speak]")) {
    button.setAttribute("aria-pressed", String(button.dataset["speak"] === language));
  }
  view.speak(language);
}

function languageOfPage(): Language {
  return document.documentElement.lang === "en" ? "en" : "nl";
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page lacks ${id}`);
  return found;
}
