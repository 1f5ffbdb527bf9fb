import { amsterdamDay, isoDay } from "../../../core/calendar.ts";
import type { NormRow, SelectedNorms } from "../../../core/figures/selected/norm-rows.ts";
import type { Selection } from "../../../core/figures/selected/selection.ts";
import { Bars, type BarsData } from "../../charts/bars.tsx";
import type { Chart } from "../../charts/chart-figure.tsx";
import type { ChartColumn } from "../../charts/chart-table.tsx";
import { type DecisionAt, decisionWords } from "../../decisions.ts";
import { say } from "../../language.tsx";
import type { SignalsOfNorms } from "./signals-of-norms.ts";

interface NormsChartProps {
  readonly selected: SelectedNorms;
  /** Those that are shown, in their order. */
  readonly rows: readonly NormRow[];
  readonly selection: Selection;
  readonly signals: SignalsOfNorms;
  readonly decisionAt: DecisionAt;
  /** The answer for this selection. */
  readonly conclusion: string;
}

/** The table of norms as a file: all its bars as one drawing, and exactly its rows. */
export function normsChart({ selected, rows, selection, signals, decisionAt, conclusion }: NormsChartProps): Chart {
  const data: BarsData = {
    counts: selection.counting === "streng" ? "met" : "met or partly",
    bars: rows.map(({ norm, counts, interval }) => ({
      name: `${norm.code} ${norm.title}`,
      ...counts,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
    })),
  };
  const meets =
    selection.counting === "streng" ? say("aandeel voldoet", "share met") : say("aandeel voldoet of deels", "share met or partly");
  const columns: readonly (ChartColumn & { cell(row: NormRow): string | number | null })[] = [
    { header: say("norm", "norm"), kind: "text", cell: ({ norm }) => norm.code },
    { header: say("titel", "title"), kind: "text", cell: ({ norm }) => norm.title },
    {
      header: say("normenkaders", "frameworks"),
      kind: "text",
      cell: ({ norm }) => norm.places.map(({ framework }) => framework.key).join("|"),
    },
    {
      header: say("in het normenkader", "in the framework"),
      kind: "text",
      cell: ({ withdrawn }) => (withdrawn ? say("nee", "no") : say("ja", "yes")),
    },
    { header: say("categorie", "category"), kind: "text", cell: ({ norm }) => norm.category },
    { header: say("competenties", "competencies"), kind: "text", cell: ({ norm }) => norm.competencies.join("|") },
    { header: say("organisaties", "organisations"), kind: "count", cell: ({ counts }) => counts.organisations },
    { header: say("beoordeeld (n)", "assessed (n)"), kind: "count", cell: ({ counts }) => counts.judged },
    { header: say("voldoet", "met"), kind: "count", cell: ({ counts }) => counts.met },
    { header: say("voldoet deels", "partly met"), kind: "count", cell: ({ counts }) => counts.partiallyMet },
    { header: say("voldoet niet", "not met"), kind: "count", cell: ({ counts }) => counts.notMet },
    { header: say("niet van toepassing", "not applicable"), kind: "count", cell: ({ counts }) => counts.notApplicable },
    { header: say("niet beoordeeld", "not assessed"), kind: "count", cell: ({ counts }) => counts.notAssessed },
    { header: meets, kind: "share", cell: ({ share }) => share },
    { header: say("ondergrens (95%)", "lower limit (95%)"), kind: "share", cell: ({ interval }) => interval?.lower ?? null },
    { header: say("bovengrens (95%)", "upper limit (95%)"), kind: "share", cell: ({ interval }) => interval?.upper ?? null },
    {
      header: say("signalen", "signals"),
      kind: "text",
      cell: (row) => (signals.known ? signals.of(row).join("|") : say("verkennend", "exploratory")),
    },
    {
      header: say("laatste besluit", "last decision"),
      kind: "text",
      cell: ({ address }) => {
        const decision = decisionAt(address);
        return decision ? decisionWords[decision.kind].text : null;
      },
    },
    {
      header: say("besloten op", "decided on"),
      kind: "day",
      cell: ({ address }) => {
        const decision = decisionAt(address);
        return decision ? isoDay(amsterdamDay(decision.at)) : null;
      },
    },
  ];
  return {
    id: "normen",
    heading: `${say("Normen", "Norms")} ${selected.view.label}: ${say("verdeling van de oordelen", "distribution of the judgements")}`,
    conclusion,
    draw: (drawing) => <Bars data={data} drawing={drawing} />,
    table: {
      columns: columns.map(({ header, kind }) => ({ header, kind })),
      rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    },
  };
}
