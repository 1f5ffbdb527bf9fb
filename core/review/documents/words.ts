import type { DecisionKind } from "../../decisions.ts";
import { signalHeading } from "../../figures/signal-digest.ts";
import { count, number, percent } from "../../numbers.ts";
import type { NormCounts, SignalCode } from "../../relevance/signal.ts";
import { lowerBound, upperBound } from "../../statistics/one-sided-bound.ts";
import { type Interval, wilsonInterval } from "../../statistics/wilson-interval.ts";
import type { Verdict } from "../agenda.ts";
import { type DossierSignal, figureOfSignal } from "../dossier.ts";

/** The words of the documents, which are Dutch. */
export const decisionNames: Readonly<Record<DecisionKind, string>> = {
  keep: "behouden",
  clarify: "verduidelijken",
  amend: "aanpassen",
  retire: "schrappen",
  monitor: "monitoren",
};

export const verdictNames: Readonly<Record<Verdict, string>> = {
  decide: "vraagt een besluit",
  notice: "ter kennisname",
  nothing: "vraagt niets",
  withdrawn: "vervallen",
};

export const signalName = (code: SignalCode): string => signalHeading(code).nl;

export { dutchDate as date } from "../../relevance/sentences/words.ts";

export const organisations = (n: number): string => count(n, "organisatie", "organisaties");

type Judged = Pick<NormCounts, "met" | "judged">;

/** "0 van de 86 voldoen (0%)" */
export function figureText({ counts, share }: { readonly counts: Judged; readonly share: number | null }): string {
  if (share === null) return "nog niemand beoordeeld";
  return `${number(counts.met)} van de ${organisations(counts.judged)} ${counts.met === 1 ? "voldoet" : "voldoen"} (${percent(share)})`;
}

/** How sure the share is, in words; of nobody and everybody the exact one-sided bound, of all others the interval. */
export function certaintyText(
  { counts: { met, judged }, interval }: { readonly counts: Judged; readonly interval: Interval | null },
  confidence: number,
): string {
  if (interval === null) return "";
  if (met === 0) return `met ${percent(confidence)} zekerheid hooguit ${percent(upperBound(met, judged, confidence)!)}`;
  if (met === judged) return `met ${percent(confidence)} zekerheid minstens ${percent(lowerBound(met, judged, confidence)!)}`;
  return `waarschijnlijk tussen ${percent(interval.lower)} en ${percent(interval.upper)}`;
}

/** The figure that a signal is about: "wijkteam: 33 van de 33 (100%)". */
export function signalFigureText(signal: Pick<DossierSignal, "view" | "evidence">): string {
  const { variant, met, judged } = figureOfSignal(signal);
  const figure = judged === 0 ? "nog niemand beoordeeld" : `${number(met)} van de ${number(judged)} (${percent(met / judged)})`;
  return variant === null ? figure : `${variant}: ${figure}`;
}

export function signalCertaintyText(signal: Pick<DossierSignal, "view" | "evidence">, confidence: number): string {
  const { met, judged } = figureOfSignal(signal);
  return certaintyText({ counts: { met, judged }, interval: wilsonInterval(met, judged) }, confidence);
}

/** Since when: in how many reviews in a row, or why it is new. */
export function standingText({ reviews, why }: Pick<DossierSignal, "reviews" | "why">, isFirst: boolean): string {
  if (isFirst) return "Eerste relevantietoets.";
  if (reviews > 1) return `${reviews}e keer op rij.`;
  return why ? `Nieuw. ${why.nl}` : "Nieuw.";
}

/** `KSW/basis/2019` → "basis 2019"; of several the variants and versions. */
export const frameworksText = (keys: readonly string[]): string => keys.map((key) => key.split("/").slice(1).join(" ")).join(", ");
