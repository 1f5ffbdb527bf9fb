/** What a yearly report says in words, of counts that may be known within limits only. */

import { isExact, type Range } from "../../../core/figures/suppression/range.ts";
import type { PublicCounts } from "../../../core/figures/yearly-report/public-counts.ts";
import type { ReportedNorm, YearlyReport } from "../../../core/figures/yearly-report/report.ts";
import { countsOfYear, type NormStand, type PublicShare, standOf } from "../../../core/figures/yearly-report/summaries.ts";
import { count, number, percent } from "../../format.ts";
import { say } from "../../language.tsx";
import { joined } from "../../selection-words.ts";

export const notShown = (): string => say("niet getoond", "not shown");

/** "12", "36 tot 40" for 36 up to and including 40. */
export function rangeWords(range: Range | null): string {
  if (range === null) return notShown();
  return isExact(range) ? number(range.from) : `${number(range.from)} ${say("tot en met", "to")} ${number(range.to)}`;
}

/** "42%", "42 tot 47%": limits in whole percents, outwards, though what is not all is never 100%. */
export function shareWords({ from, to }: Pick<PublicShare, "from" | "to">): string {
  if (percent(from) === percent(to)) return percent(from);
  const [low, high] = [Math.floor(from * 100), to < 1 ? Math.min(99, Math.ceil(to * 100)) : 100];
  return low >= high ? percent(to) : `${number(low)} ${say("tot", "to")} ${number(high)}%`;
}

/** How many of the organisations that were judged meet it: a sentence to read out. */
export function metSentence({ judged, met }: PublicCounts): string {
  if (judged === null || met === null) {
    return say("Hoeveel organisaties voldoen, is niet getoond.", "How many organisations meet it is not shown.");
  }
  const n = judged.to;
  if (n === 0) return say("Nog geen organisatie is op deze norm beoordeeld.", "No organisation was judged on this norm yet.");
  if (met.to === 0) {
    return say(
      n === 1 ? "De enige organisatie die beoordeeld is, voldoet niet." : `Geen van de ${number(n)} organisaties voldoet.`,
      `None of the ${count(n, "organisation", "organisations")} meets it.`,
    );
  }
  if (met.from === n) {
    return say(
      `Alle ${count(n, "organisatie voldoet", "organisaties voldoen")}.`,
      `All ${count(n, "organisation meets", "organisations meet")} it.`,
    );
  }
  if (isExact(met)) {
    return say(
      `${number(met.from)} van de ${number(n)} organisaties ${met.from === 1 ? "voldoet" : "voldoen"}.`,
      `${number(met.from)} of ${number(n)} organisations ${met.from === 1 ? "meets" : "meet"} it.`,
    );
  }
  if (met.from <= 1)
    return say(
      `Hooguit ${number(met.to)} van de ${number(n)} organisaties voldoen.`,
      `At most ${number(met.to)} of ${number(n)} organisations meet it.`,
    );
  return say(
    `Ten minste ${number(met.from)} van de ${number(n)} organisaties voldoen, maar niet alle.`,
    `At least ${number(met.from)} of ${number(n)} organisations meet it, but not all.`,
  );
}

export const normsThat = ({ norms }: YearlyReport, ...stands: readonly NormStand[]): readonly ReportedNorm[] =>
  norms.filter((norm) => stands.includes(standOf(countsOfYear(norm))));

/** The answer of the report: "Aan 1 norm voldoet niemand, aan 9 normen voldoet iedereen." */
export function headline(report: YearlyReport): string {
  const [nobody, everybody] = [normsThat(report, "nobody", "nobodySoFar").length, normsThat(report, "everybody").length];
  const parts = [
    ...(nobody > 0
      ? [say(`aan ${count(nobody, "norm", "normen")} voldoet niemand`, `${count(nobody, "norm is", "norms are")} met by nobody`)]
      : []),
    ...(everybody > 0
      ? [say(`aan ${count(everybody, "norm", "normen")} voldoet iedereen`, `${count(everybody, "norm is", "norms are")} met by everybody`)]
      : []),
  ];
  if (parts.length > 0) return `${sentenceCase(joined(parts))}.`;
  if (report.norms.every((norm) => standOf(countsOfYear(norm)) === "tooFew")) {
    return say(
      "Er zijn nog te weinig organisaties getoetst om iets te concluderen.",
      "Too few organisations were tested to conclude anything yet.",
    );
  }
  return say("Aan elke norm voldoet iemand, aan geen enkele norm iedereen.", "Every norm is met by somebody, no norm by everybody.");
}

export const reportTitle = ({ label, year }: Pick<YearlyReport, "label" | "year">): string =>
  say(`Jaarrapport ${year}: ${label}`, `Yearly report ${year}: ${label}`);

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
