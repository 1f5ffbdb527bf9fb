import { type Day, dayOf, yearOf } from "../../calendar.ts";
import { isJudgement } from "../../judgement.ts";
import { standingOf } from "../../relevance/standing.ts";
import { rowsUntil } from "../../relevance/view-matrix.ts";
import { viewOf } from "../../relevance/views.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { divisions } from "../tables/audit-groups.ts";
import { type ViewSource, viewSource } from "../tables/view-source.ts";
import type { Movement } from "./beside-earlier.ts";
import type { Judgements } from "./public-counts.ts";

/** What counts of a label on the last day of a year. Organisations by their number in the label. */
export interface YearEnd {
  readonly year: number;
  readonly day: Day;
  /** `given[organisation * width + norm]`: the row of the matrix whose judgement counts; -1 when the organisation is not judged on the norm. */
  readonly given: Int32Array;
  /** Per organisation: the row of its current report; -1 without one. */
  readonly report: Int32Array;
}

/** A label over the years, from its first report on. */
export interface LabelYears {
  readonly source: ViewSource;
  readonly referenceDay: Day;
  /** Ascending. */
  readonly years: readonly number[];
  endOf(year: number): YearEnd;
}

/** A way to divide the organisations of a label by their current report. */
export interface ReportDivision {
  readonly name: "variant" | "grootte";
  readonly groups: readonly string[];
  /** Position in `groups` of the report in this row of the matrix. */
  groupOf(row: number): number;
}

/** The years of a label for which there can be a report: those up to the reference date of the scores. */
export function labelYears({ catalogue, labels, referenceDay }: CountedScores, label: string): LabelYears {
  const source = viewSource(viewOf(catalogue, label, null), labels.get(label));
  const ends = new Map<number, YearEnd>();
  return {
    source,
    referenceDay,
    years: yearsOf(source, referenceDay),
    endOf(year) {
      const known = ends.get(year) ?? yearEnd(source, year, referenceDay);
      ends.set(year, known);
      return known;
    },
  };
}

/** The last day of the year, or the reference date where that comes first. */
export const lastDayIn = (year: number, referenceDay: Day): Day => Math.min(dayOf(year, 12, 31)!, referenceDay);

function yearsOf({ matrix }: ViewSource, referenceDay: Day): readonly number[] {
  if (rowsUntil(matrix, referenceDay) === 0) return [];
  const first = yearOf(matrix.day[0]!);
  return Array.from({ length: yearOf(referenceDay) - first + 1 }, (_, i) => first + i);
}

function yearEnd({ matrix }: ViewSource, year: number, referenceDay: Day): YearEnd {
  const { width, organisations, scores } = matrix;
  const day = lastDayIn(year, referenceDay);
  const given = new Int32Array(organisations * width).fill(-1);
  const report = new Int32Array(organisations).fill(-1);
  const standing = standingOf(matrix, rowsUntil(matrix, day));
  standing.rows.forEach((row, place) => {
    const organisation = matrix.organisation[row]!;
    report[organisation] = row;
    for (let norm = 0; norm < width; norm++) {
      const by = standing.given[place * width + norm]!;
      if (isJudgement(scores[by * width + norm]!)) given[organisation * width + norm] = by;
    }
  });
  return { year, day, given, report };
}

/** Only organisations in one group of a division. */
export interface Within {
  readonly division: ReportDivision;
  readonly group: number;
}

/** The judgements on one norm at the end of a year, each organisation once. */
export function judgementsAt({ source: { matrix } }: LabelYears, end: YearEnd, norm: number, within?: Within): Judgements {
  const counts = [0, 0, 0];
  for (let organisation = 0; organisation < matrix.organisations; organisation++) {
    const row = givenRow(matrix.width, end, organisation, norm, within);
    if (row >= 0) counts[matrix.scores[row * matrix.width + norm]!]!++;
  }
  const [notMet = 0, partiallyMet = 0, met = 0] = counts;
  return { met, partiallyMet, notMet };
}

/** Which organisations moved on one norm from the end of one year to that of a later one. */
export function movementBetween(
  { source: { matrix } }: LabelYears,
  earlier: YearEnd,
  later: YearEnd,
  norm: number,
  within?: Within,
): Movement {
  let [entered, left, changed] = [0, 0, 0];
  for (let organisation = 0; organisation < matrix.organisations; organisation++) {
    const before = givenRow(matrix.width, earlier, organisation, norm, within);
    const after = givenRow(matrix.width, later, organisation, norm, within);
    if (before < 0 && after >= 0) entered++;
    else if (before >= 0 && after < 0) left++;
    else if (before !== after) changed++;
  }
  return { entered, left, changed };
}

function givenRow(width: number, { given, report }: YearEnd, organisation: number, norm: number, within: Within | undefined): number {
  if (within && (report[organisation]! < 0 || within.division.groupOf(report[organisation]!) !== within.group)) return -1;
  return given[organisation * width + norm]!;
}

/** By variant, where there are several, and by size. */
export function divisionsOf({ source }: LabelYears): readonly ReportDivision[] {
  const { variants } = source.view;
  const sizes = divisions.find(({ name }) => name === "grootte")!;
  const bySize: ReportDivision = {
    name: "grootte",
    groups: sizes.groups,
    groupOf: (row) => sizes.groups.indexOf(sizes.groupOf(source, row)),
  };
  const byVariant: ReportDivision = { name: "variant", groups: variants, groupOf: (row) => source.matrix.variant[row]! };
  return variants.length > 1 ? [byVariant, bySize] : [bySize];
}
