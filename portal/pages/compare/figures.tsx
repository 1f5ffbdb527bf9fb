import type { ComparedNorm, ComparedSide } from "../../../core/figures/selected/compare-selections.ts";
import { byDifference, differsClearly } from "../../../core/figures/selected/compare-selections.ts";
import type { Counting } from "../../../core/figures/tables/counting.ts";
import type { FileTable } from "../../chart-files.ts";
import type { Chart } from "../../charts/chart-figure.tsx";
import { PairedBars, type PairedBarsData, pairedBarsTable } from "../../charts/paired-bars.tsx";
import type { Distribution } from "../../charts/share.ts";
import { wordingOf } from "../../charts/wording.ts";
import { differenceWords } from "../../difference.tsx";
import { say, useLanguage } from "../../language.tsx";

export type Names = readonly [a: string, b: string];

/** So many pairs are seen at a glance; all of them stand in the table. */
const MOST = 8;

/** The clearest differences as bars two by two; without a clear one the largest. */
export function differenceChart(rows: readonly ComparedNorm[], names: Names, counting: Counting): Chart {
  const shown = byDifference(rows)
    .filter(({ difference }) => difference !== null)
    .slice(0, MOST);
  const clear = shown.filter(differsClearly);
  const data: PairedBarsData = {
    names: [`A: ${names[0]}`, `B: ${names[1]}`],
    pairs: (clear.length > 0 ? clear : shown).map(({ norm, a, b }) => ({
      label: `${norm.code} ${norm.title}`,
      bars: [distribution(a, counting), distribution(b, counting)],
    })),
  };
  const [first] = shown;
  return {
    id: "verschillen",
    heading:
      clear.length > 0
        ? say("De duidelijke verschillen", "The clear differences")
        : say("De grootste verschillen, geen ervan duidelijk", "The largest differences, none of them clear"),
    conclusion: first
      ? `${first.norm.code}: ${say("B min A is", "B minus A is")} ${differenceWords(first.difference!)}. ${say("Verkennend.", "Exploratory.")}`
      : say("Er is geen norm die aan beide kanten is beoordeeld.", "No norm was judged on both sides."),
    draw: (drawing) => <PairedBars data={data} drawing={drawing} />,
    table: pairedBarsTable(data, wordingOf(useLanguage())),
  };
}

/** The interval of a bar is that of "voldoet": counted leniently there is another one, which stands in the table. */
const distribution = ({ counts, interval }: ComparedSide, counting: Counting): Distribution => ({
  met: counts.met,
  partiallyMet: counts.partiallyMet,
  notMet: counts.notMet,
  lower: counting === "streng" ? (interval?.lower ?? null) : null,
  upper: counting === "streng" ? (interval?.upper ?? null) : null,
});

/** All norms, for a file. Shares are those of the counting that was chosen. */
export function comparisonTable(rows: readonly ComparedNorm[], names: Names): FileTable {
  const columnsOf = (side: "A" | "B", name: string) => [
    { header: `${side}: ${say("beoordeeld", "judged")} (${name})`, kind: "count" as const },
    { header: `${side}: ${say("voldoet", "met")}`, kind: "count" as const },
    { header: `${side}: ${say("aandeel", "share")}`, kind: "share" as const },
    { header: `${side}: ${say("ondergrens (95%)", "lower limit (95%)")}`, kind: "share" as const },
    { header: `${side}: ${say("bovengrens (95%)", "upper limit (95%)")}`, kind: "share" as const },
  ];
  const valuesOf = ({ counts, met, share, interval }: ComparedSide) => [
    counts.judged,
    met,
    share,
    interval?.lower ?? null,
    interval?.upper ?? null,
  ];
  return {
    id: "vergelijking",
    heading: say("Vergelijking per norm, verkennend", "Comparison by norm, exploratory"),
    table: {
      columns: [
        { header: say("Norm", "Norm"), kind: "text" },
        { header: say("Titel", "Title"), kind: "text" },
        ...columnsOf("A", names[0]),
        ...columnsOf("B", names[1]),
        { header: say("Verschil (B min A)", "Difference (B minus A)"), kind: "share" },
        { header: say("Verschil: ondergrens (95%)", "Difference: lower limit (95%)"), kind: "share" },
        { header: say("Verschil: bovengrens (95%)", "Difference: upper limit (95%)"), kind: "share" },
        { header: say("Duidelijk", "Clear"), kind: "text" },
        { header: say("In A en B", "In A and B"), kind: "count" },
      ],
      rows: rows.map((row) => [
        row.norm.code,
        row.norm.title,
        ...valuesOf(row.a),
        ...valuesOf(row.b),
        row.difference?.difference ?? null,
        row.difference?.interval.lower ?? null,
        row.difference?.interval.upper ?? null,
        differsClearly(row) ? say("ja", "yes") : say("nee", "no"),
        row.inBoth,
      ]),
    },
  };
}
