/** The page on which one delivers: checks the chosen file here, then sends it to the store when its sender says so. */
import type { CatalogueFiles } from "../../core/catalogue/types.ts";
import type { CheckResult } from "../../core/intake/check-result.ts";
import type { OwnReport } from "../../core/intake/own-past.ts";
import { createCheckView } from "./check-view.ts";
import type { Language } from "./check-words.ts";
import { onFileChosen } from "./choose-file.ts";
import { deliverWords } from "./deliver-words.ts";
import { element } from "./elements.ts";
import { SendFailed, sendFile } from "./send-file.ts";

const form = byId("aanleveren") as HTMLFormElement;
const language: Language = document.documentElement.lang === "en" ? "en" : "nl";
const say = deliverWords[language];
const place = byId("versturen");
const view = createCheckView(byId("controle"), language);
let catalogue: Promise<CatalogueFiles> | undefined;

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
onFileChosen(byId("bestand") as HTMLInputElement, byId("vak"), (file) => void chosen(file));
form.addEventListener("change", (event) => {
  // Another purpose: what was offered below belongs to the one before.
  if ((event.target as HTMLInputElement).name === "doel") place.replaceChildren();
});

async function chosen(file: File): Promise<void> {
  place.replaceChildren();
  const worker = form.dataset["worker"];
  if (worker === undefined) return offer(file, null);
  catalogue ??= fetch(form.dataset["catalogue"] ?? "").then((answer) => answer.json());
  const checked = await Promise.all([catalogue, deliveredBefore()]).then(
    ([files, past]) => view.check(file, { worker: () => new Worker(worker), catalogue: files, body: form.dataset["body"] ?? "", past }),
    () => {
      catalogue = undefined;
      return "failed" as const;
    },
  );
  // Another file was chosen meanwhile: nothing of this one may be sent any more.
  if (checked === "stopped") return;
  offer(file, typeof checked === "string" ? null : checked);
}

/** Asked anew for every file: the one before may have been delivered meanwhile. Without an answer the file is checked by itself. */
const deliveredBefore = (): Promise<readonly OwnReport[] | undefined> =>
  fetch(form.dataset["past"] ?? "")
    .then((answer) => (answer.ok ? answer.json() : undefined))
    .then((reports) => reports ?? undefined)
    .catch(() => undefined);

/** Below the result: what can be done with the file now. A check that failed holds nobody back: the server checks all the same. */
function offer(file: File, checked: CheckResult | null): void {
  if (isTrial()) {
    place.replaceChildren(element("p", { class: "notice" }, say.trial));
    return;
  }
  const button = element(
    "button",
    { type: "button", class: checked?.status === "rejected" && "quiet" },
    checked?.status === "rejected" ? say.sendAnyway : say.send,
  );
  const advice = checked === null ? say.unchecked : isNothingRead(checked) ? say.nothingRead : say.advice[checked.status];
  button.addEventListener("click", () => void send(file, button));
  place.replaceChildren(element("p", {}, advice), element("p", {}, button));
}

/** A file that is no table, is empty or was refused half-way. */
const isNothingRead = ({ status, read }: CheckResult): boolean => status === "rejected" && read.rows === 0;

async function send(file: File, button: HTMLButtonElement): Promise<void> {
  const reason = form.querySelector<HTMLTextAreaElement>("#reden");
  if (reason && !reason.reportValidity()) return;
  button.disabled = true;
  const status = element("p", { role: "status" }, say.sending);
  const bar = element("progress", { max: "1", "aria-label": say.sending });
  place.replaceChildren(element("p", {}, button), status, bar);
  try {
    const follow = await sendFile(file, {
      grant: form.dataset["grant"] ?? "",
      token: form.dataset["token"] ?? "",
      reason: reason?.value,
      onProgress: (share) => {
        bar.value = share;
      },
    });
    location.assign(follow);
  } catch (error) {
    button.disabled = false;
    bar.remove();
    status.setAttribute("role", "alert");
    status.textContent = say.failures[error instanceof SendFailed ? error.reason : "lost"];
    button.textContent = say.again;
    button.focus();
  }
}

const isTrial = (): boolean => new FormData(form).get("doel") === "proef";

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page lacks ${id}`);
  return found;
}
