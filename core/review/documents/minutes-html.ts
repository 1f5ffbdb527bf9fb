import { amsterdamDay, isoDay } from "../../calendar.ts";
import { type Decision, decidedOn } from "../../decisions.ts";
import { count } from "../../numbers.ts";
import { type Dossier, type DossierNorm, normsThat } from "../dossier.ts";
import type { Decided } from "../progress.ts";
import { type Review, reached } from "../review.ts";
import { documentStyle } from "./document-style.ts";
import { type Html, html, htmlDocument, htmlTable } from "./html.ts";
import { date, decisionNames, figureText, signalName } from "./words.ts";

interface Minutes {
  readonly review: Review;
  readonly dossier: Dossier;
  /** The decision of the review about a norm that holds. */
  decidedAbout(norm: DossierNorm): Decided | undefined;
}

/** What was decided, on which figures, by whom and when: the list of decisions of a review, as a document. A draft while the review is open. Dutch. */
export function minutesHtml({ review, dossier, decidedAbout }: Minutes): string {
  const agenda = normsThat(dossier, "decide");
  const decided = agenda.flatMap((norm) => rowsOf(norm, decidedAbout(norm)));
  const others = dossier.norms.filter(({ verdict }) => verdict !== "decide").flatMap((norm) => rowsOf(norm, decidedAbout(norm)));
  const open = agenda.filter((norm) => !decidedAbout(norm));
  const title = `Besluitenlijst relevantietoets ${review.label}, peildatum ${date(review.referenceDate)}`;
  return htmlDocument(
    title,
    documentStyle,
    html`<main>
<h1>${title}</h1>
<p class="lead">${standing(review)}</p>
<p>${count(agenda.length, "norm vroeg", "normen vroegen")} een besluit. Over ${decided.length} is besloten, ${open.length} ${open.length === 1 ? "bleef" : "bleven"} open.</p>
${decided.length > 0 && htmlTable("Besluiten over normen op de agenda", header, decided)}
${others.length > 0 && htmlTable("Besluiten over andere normen", header, others)}
${open.length > 0 && openTable(open)}
<p class="soft">De cijfers staan in het dossier van deze relevantietoets (${review.id}).</p>
</main>`,
  );
}

function standing(review: Review): string {
  const opened = reached(review, "open");
  const closed = reached(review, "closed");
  const from = opened ? `Geopend op ${day(opened)}.` : "";
  if (!closed) return `Concept. ${from} De commissie besluit tot en met ${review.decideBy ? date(review.decideBy) : "de sluiting"}.`;
  const by = review.trail.find(({ state }) => state === "closed")?.by;
  return `${from} Gesloten op ${day(closed)}${by ? ` door ${by.name}` : ", omdat de termijn voorbij was"}.`;
}

const day = (instant: string): string => date(isoDay(amsterdamDay(instant)));

const header = ["norm", "besluit", "reden", "door, op", "cijfers bij het besluit"];

/** One row, or none for a norm that was not decided about. */
function rowsOf(norm: DossierNorm, decided: Decided | undefined): readonly (readonly Html[])[] {
  if (!decided) return [];
  const { decision, changed } = decided;
  return [
    [
      html`${norm.code} <small>${norm.title}</small>`,
      html`${decisionNames[decision.kind]}${changed > 0 && html`<small>${changed === 1 ? "één keer" : `${changed} keer`} gewijzigd</small>`}`,
      html`${decision.reason}`,
      html`${decision.by.name}, ${date(decidedOn(decision))}`,
      html`${figures(decision)}`,
    ],
  ];
}

function figures({ figures: { met, judged, signals, referenceDate } }: Decision): string {
  const counts = figureText({ counts: { met, judged }, share: judged === 0 ? null : met / judged });
  return [`${counts}, peildatum ${date(referenceDate)}`, ...signals.map(signalName)].join("; ");
}

const openTable = (norms: readonly DossierNorm[]): Html =>
  htmlTable(
    "Niet besloten",
    ["norm", "cijfer", "signaal"],
    norms.map((norm) => [
      html`${norm.code} <small>${norm.title}</small>`,
      figureText(norm),
      norm.signals.map(({ signal }) => signalName(signal)).join("; "),
    ]),
  );
