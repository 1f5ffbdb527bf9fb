import type { CompiledFramework } from "../../catalogue/types.ts";
import type { Sentence } from "../../relevance/sentences/words.ts";
import { countings, type MeanShare } from "../tables/counting.ts";
import { type Level, type Line, linesOf } from "../tables/lines.ts";
import { lastDayOf, periodName, type Span } from "../tables/periods.ts";
import { fromFirstToLast, meansOfStanding, testsPerPeriod } from "../tables/points.ts";
import type { CountedScores } from "./counted-scores.ts";
import { selectedReports } from "./selected-reports.ts";
import { isExploratory, type Selection, viewOfSelection } from "./selection.ts";

export type HeatLevel = Extract<Level, "categorie" | "competentie">;

export interface HeatCell {
  /** n: organisations with a judgement on one of the norms. */
  readonly organisations: number;
  /** Their judgements on these norms. */
  readonly judged: number;
  /** Mean over the organisations of the part of its judged norms that each meets, a fraction: every organisation weighs the same. Null at n = 0. */
  readonly share: number | null;
}

/** The same norms all along: cells of one line may be compared. */
export interface HeatLine {
  /** Frameworks whose tests it follows. */
  readonly frameworks: readonly CompiledFramework[];
  /** Number of norms. */
  readonly norms: number;
  /** Over all versions, but only over the norms that they share. */
  readonly shared: boolean;
  /** Where and why it breaks; "" when it does not. */
  readonly breaks: Sentence;
  /** In the order of the columns of the map. */
  readonly cells: readonly HeatCell[];
}

export interface HeatRow {
  readonly code: string;
  readonly title: string;
  /** Several where the norms of the category or competency changed: a line never runs over such a change, but for the shared one. */
  readonly lines: readonly HeatLine[];
}

export interface HeatMap<Column> {
  readonly exploratory: boolean;
  readonly level: HeatLevel;
  readonly columns: readonly Column[];
  readonly rows: readonly HeatRow[];
}

/** A period with its last day. */
export interface PeriodColumn {
  readonly name: string;
  readonly lastDay: number;
}

/**
 * Categories or competencies over time: each organisation by its latest full test within the period (who is tested in a period is chance, so one
 * is not the next). From the first period with a test in the selection to the last.
 */
export function heatMapOverTime(counted: CountedScores, selection: Selection, level: HeatLevel, span: Span): HeatMap<PeriodColumn> {
  const { source, until } = selectedReports(counted, selection);
  const lines = linesOf(source.view, counted.catalogue).filter((line) => line.level === level);
  const points = testsPerPeriod(source, lines, span, until);
  const ofLines = lines.map((_, line) => new Map(fromFirstToLast(points, line).map(({ period, mean }) => [period, mean])));
  const filled = ofLines.flatMap((ofLine) => [...ofLine.keys()]);
  const first = Math.min(...filled);
  const periods = filled.length === 0 ? [] : Array.from({ length: Math.max(...filled) - first + 1 }, (_, i) => first + i);
  return {
    exploratory: isExploratory(selection, source.view),
    level,
    columns: periods.map((period) => ({ name: periodName(period, span), lastDay: lastDayOf(period, span) })),
    rows: rowsOf(lines, (line) => periods.map((period) => cell(ofLines[line]!.get(period), selection))),
  };
}

/** Categories or competencies in each framework by itself: each organisation by its current report in that framework. */
export function heatMapOverFrameworks(counted: CountedScores, selection: Selection, level: HeatLevel): HeatMap<CompiledFramework> {
  const view = viewOfSelection(counted.catalogue, selection);
  const lines = linesOf(view, counted.catalogue).filter((line) => line.level === level && !line.shared);
  const means = view.frameworks.map(({ variant, version }) => {
    const { source, standing } = selectedReports(counted, { ...selection, variants: [variant], versions: [version] }, view);
    return meansOfStanding(source, lines, standing);
  });
  return {
    exploratory: isExploratory(selection, view),
    level,
    columns: view.frameworks,
    rows: rowsOf(lines, (line) => means.map((ofFramework) => cell(ofFramework.of(line), selection))),
  };
}

function rowsOf(lines: readonly Line[], cellsOf: (line: number) => readonly HeatCell[]): HeatRow[] {
  const rows = new Map<string, { code: string; title: string; lines: HeatLine[] }>();
  lines.forEach(({ code, title, frameworks, norms, shared, breaks }, position) => {
    const row = rows.get(code) ?? { code, title, lines: [] };
    row.lines.push({ frameworks, norms: norms.length, shared, breaks, cells: cellsOf(position) });
    rows.set(code, row);
  });
  return [...rows.values()];
}

const cell = (mean: MeanShare | undefined, { counting }: Selection): HeatCell =>
  mean
    ? { organisations: mean.organisations, judged: mean.judged, share: mean.share[countings.indexOf(counting)]! }
    : { organisations: 0, judged: 0, share: null };
