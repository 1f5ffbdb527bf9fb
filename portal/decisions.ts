import { amsterdamDay, dutchDay, isoDay } from "../core/calendar.ts";
import type { Catalogue } from "../core/catalogue/types.ts";
import type { Decision, DecisionKind } from "../core/decisions.ts";
import { columnAt, placeAt } from "../core/figures/norm-address.ts";
import { addressesOf } from "../core/figures/norm-addresses.ts";
import type { NormDossier } from "../core/figures/norm-dossier/norm-dossier.ts";
import { everythingOf, viewOfSelection } from "../core/figures/selected/selection.ts";
import type { NormPlace, ViewNorm } from "../core/relevance/view-norms.ts";
import type { View } from "../core/relevance/views.ts";
import type { DatedMark } from "./charts/periods.ts";
import type { Publication } from "./data.ts";
import { count, day, number } from "./format.ts";
import { say } from "./language.tsx";
import { signalWord, type Word, word } from "./words.ts";

export const decisionWords: Readonly<Record<DecisionKind, Word>> = {
  keep: word("behouden", "keep", "good"),
  clarify: word("verduidelijken", "clarify", "mixed"),
  amend: word("aanpassen", "amend", "mixed"),
  retire: word("schrappen", "retire", "bad"),
  monitor: word("monitoren", "monitor", "busy"),
};

/** What a decision rests on, of the dossier of the norm over all reports of its label. */
export const figuresToDecideOn = ({ run, referenceDate }: Publication, { now, signals }: NormDossier): Decision["figures"] => ({
  run,
  referenceDate,
  met: now.counts.met,
  judged: now.counts.judged,
  signals: [...new Set(signals.map(({ signal }) => signal))],
});

/** Equal for figures that say the same of the norm: a later run that changes nothing about it is no reason to look again. */
export const figuresMark = ({ met, judged, signals }: Decision["figures"]): string => [met, judged, ...signals].join(" ");

/** The last decision about the norm at an address; undefined: nothing was decided about it. */
export type DecisionAt = (address: string) => Decision | undefined;

/** Finds last decisions under every address of their norm, whichever they were made under. `decisions`: oldest first. */
export function lastDecisions(catalogue: Catalogue, decisions: readonly Decision[]): DecisionAt {
  const last = new Map<string, Decision>();
  for (const decision of decisions) {
    const place = placeAt(catalogue, decision.norm);
    const norm = place && normAt(viewOfSelection(catalogue, everythingOf(place.framework.label)), place);
    for (const address of norm ? addressesOf(norm) : []) last.set(address, decision);
  }
  return (address) => last.get(address);
}

const normAt = (view: View, place: NormPlace): ViewNorm | undefined => view.norms[columnAt(view, place)];

/** "aanpassen, 12-03-2026" */
export const decisionText = ({ kind, at }: Decision): string => `${decisionWords[kind].text}, ${dutchDay(amsterdamDay(at))}`;

/** Days on which something was decided, as charts draw them in. */
export const decisionMarks = (decisions: readonly Decision[]): readonly DatedMark[] =>
  decisions.map((decision) => ({
    date: isoDay(amsterdamDay(decision.at)),
    label: say(`besluit: ${decisionWords[decision.kind].text}`, `decision: ${decisionWords[decision.kind].text}`),
  }));

/** "3 van de 86 organisaties voldoen, peildatum 25-11-2026; signaal: vrijwel niemand" */
export function figuresText({ met, judged, referenceDate, signals }: Decision["figures"]): string {
  const date = day(referenceDate);
  const share = say(
    `${number(met)} van de ${count(judged, "organisatie", "organisaties")} ${met === 1 ? "voldoet" : "voldoen"}, peildatum ${date}`,
    `${number(met)} of ${count(judged, "organisation", "organisations")} ${met === 1 ? "meets" : "meet"} it, reference date ${date}`,
  );
  if (signals.length === 0) return share;
  const words = signals.map((code) => signalWord(code).text).join(", ");
  return `${share}; ${signals.length === 1 ? say("signaal", "signal") : say("signalen", "signals")}: ${words}`;
}

/** Page with all decisions. */
export const DECISIONS = "/besluiten";
