import type { ImprovementOverview, PointsOfCategory, PointsOfNorm } from "../../../core/figures/analyses/improvement-overview.ts";
import type { KaplanMeier } from "../../../core/statistics/kaplan-meier.ts";
import type { FileTable } from "../../chart-files.ts";
import { Bars, type BarsData, barsTable } from "../../charts/bars.tsx";
import type { Chart } from "../../charts/chart-figure.tsx";
import { wordingOf } from "../../charts/wording.ts";
import { count, number } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";

/** Those that were looked at again by the part that was resolved, then by how many there were; then the rest by points. */
export const leastResolvedFirst = (norms: readonly PointsOfNorm[]): readonly PointsOfNorm[] =>
  norms.toSorted((one, other) => (one.share ?? 2) - (other.share ?? 2) || other.again - one.again || other.points - one.points);

/** So many bars are seen at a glance; all norms stand in the table. */
const MOST = 10;

/** With fewer points that were looked at again a bar says nothing: one of five is 20 points. */
const LEAST = 5;

/** What the next test found on the norms of which the smallest part was resolved; undefined while too little was looked at again. */
export function pointsChart({ norms }: ImprovementOverview): Chart | undefined {
  const shown = leastResolvedFirst(norms)
    .filter(({ again }) => again >= LEAST)
    .slice(0, MOST);
  const [first] = shown;
  if (!first) return undefined;
  const data: BarsData = {
    bars: shown.map(({ norm, resolved, partly, notMet, interval }) => ({
      name: `${norm.code} ${norm.title}`,
      met: resolved,
      partiallyMet: partly,
      notMet,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
    })),
    counts: "met",
  };
  return {
    id: "verbeterpunten-minst-opgelost",
    heading: say("Waar verbeterpunten het minst worden opgelost", "Where improvement points are resolved least"),
    conclusion: say(
      `${first.norm.code}: bij de volgende toets ${first.resolved === 1 ? "voldeed" : "voldeden"} ${number(first.resolved)} van de ${number(first.again)}. Normen met ten minste ${number(LEAST)} punten die opnieuw zijn bekeken.`,
      `${first.norm.code}: at the next test ${number(first.resolved)} of ${number(first.again)} met it. Norms with at least ${number(LEAST)} points that were looked at again.`,
    ),
    draw: (drawing) => <Bars data={data} drawing={drawing} />,
    table: barsTable(data, say("Norm", "Norm"), wordingOf(useLanguage())),
  };
}

/** Mean length of a month, in days: 365.25 / 12. */
const DAYS_PER_MONTH = 30.4375;

export const medianMonths = ({ medianDays }: KaplanMeier): number | null =>
  medianDays === null ? null : Math.round(medianDays / DAYS_PER_MONTH);

export function medianWords(time: KaplanMeier): string {
  const months = medianMonths(time);
  return months === null ? say("nog niet de helft", "not half yet") : count(months, say("maand", "month"), say("maanden", "months"));
}

const countHeads = () => [
  { header: say("Verbeterpunten", "Improvement points"), kind: "count" as const },
  { header: say("Organisaties", "Organisations"), kind: "count" as const },
  { header: say("Norm voldeed al", "Norm was met already"), kind: "count" as const },
  { header: say("Opnieuw bekeken (n)", "Looked at again (n)"), kind: "count" as const },
  { header: say("Opgelost (voldoet)", "Resolved (met)"), kind: "count" as const },
  { header: say("Deels", "Partly"), kind: "count" as const },
  { header: say("Niet", "Not"), kind: "count" as const },
  { header: say("Nog niet opnieuw bekeken", "Not looked at again yet"), kind: "count" as const },
  { header: say("Aandeel opgelost", "Share resolved"), kind: "share" as const },
];

const timeHeads = () => [
  { header: say("Tijd: aantal (n)", "Time: number (n)"), kind: "count" as const },
  { header: say("Tijd: opgelost", "Time: resolved"), kind: "count" as const },
  {
    header: say(
      "Helft opgelost na maanden (Kaplan-Meier; leeg: nog niet de helft)",
      "Half resolved after months (Kaplan-Meier; empty: not half yet)",
    ),
    kind: "count" as const,
  },
];

const countCells = (one: Omit<PointsOfCategory, "category">) => [
  one.points,
  one.organisations,
  one.alreadyMet,
  one.again,
  one.resolved,
  one.partly,
  one.notMet,
  one.open,
  one.share,
];

const timeCells = ({ time }: Pick<PointsOfCategory, "time">) => [time.n, time.ended, medianMonths(time)];

/** All norms with a point, for a file. */
export const pointsTable = ({ norms }: ImprovementOverview): FileTable => ({
  id: "verbeterpunten",
  heading: say("Verbeterpunten per norm", "Improvement points per norm"),
  table: {
    columns: [
      { header: say("Norm", "Norm"), kind: "text" },
      { header: say("Titel", "Title"), kind: "text" },
      { header: say("Categorie", "Category"), kind: "text" },
      ...countHeads(),
      { header: say("Ondergrens (95%)", "Lower limit (95%)"), kind: "share" },
      { header: say("Bovengrens (95%)", "Upper limit (95%)"), kind: "share" },
      ...timeHeads(),
    ],
    rows: leastResolvedFirst(norms).map((one) => [
      one.norm.code,
      one.norm.title,
      one.norm.category,
      ...countCells(one),
      one.interval?.lower ?? null,
      one.interval?.upper ?? null,
      ...timeCells(one),
    ]),
  },
});

/** @param titled the title of a category. */
export const categoryTable = ({ categories }: ImprovementOverview, titled: (code: string) => string): FileTable => ({
  id: "verbeterpunten-per-categorie",
  heading: say("Verbeterpunten per categorie", "Improvement points per category"),
  table: {
    columns: [
      { header: say("Categorie", "Category"), kind: "text" },
      { header: say("Titel", "Title"), kind: "text" },
      ...countHeads(),
      ...timeHeads(),
    ],
    rows: categories.map((one) => [one.category, titled(one.category), ...countCells(one), ...timeCells(one)]),
  },
});
