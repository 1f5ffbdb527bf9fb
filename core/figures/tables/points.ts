import type { Day } from "../../calendar.ts";
import { type Standing, standingOf } from "../../relevance/standing.ts";
import { rowsUntil } from "../../relevance/view-matrix.ts";
import { type Counted, type MeanShare, MeanShares, nothingCounted } from "./counting.ts";
import { lastDayOf, periodOf, type Span } from "./periods.ts";
import type { ViewSource } from "./view-source.ts";

/** All lines in one period. */
export interface Point {
  readonly period: number;
  /** Of every line. */
  readonly means: MeanShares;
}

/** One line in one period. */
export interface LinePoint {
  readonly period: number;
  readonly mean: MeanShare;
}

/** Each organisation by its latest full test within the period. Periods without a test are left out. */
export function testsPerPeriod({ matrix, framework }: ViewSource, lines: readonly Counted[], span: Span, referenceDay: Day): Point[] {
  const points: Point[] = [];
  const end = rowsUntil(matrix, referenceDay);
  for (let row = 0; row < end; ) {
    const period = periodOf(matrix.day[row]!, span);
    const next = Math.min(end, rowsUntil(matrix, lastDayOf(period, span)));
    const last = new Map<number, number>();
    for (; row < next; row++) if (matrix.fullTest[row]) last.set(matrix.organisation[row]!, row);
    const means = new MeanShares(lines);
    for (const [, test] of [...last].sort(([a], [b]) => a - b)) means.add(matrix.scores, test * matrix.width, framework[test]!);
    points.push({ period, means });
  }
  return points;
}

/** Each organisation by its current report at the end of every half-year, with what a later check replaced in it. */
export function standingPerHalfYear(source: ViewSource, lines: readonly Counted[], referenceDay: Day): Point[] {
  const { matrix } = source;
  if (rowsUntil(matrix, referenceDay) === 0) return [];
  const first = periodOf(matrix.day[0]!, "halfjaar");
  const last = periodOf(referenceDay, "halfjaar");
  return Array.from({ length: last - first + 1 }, (_, i): Point => {
    const period = first + i;
    const standing = standingOf(matrix, rowsUntil(matrix, Math.min(lastDayOf(period, "halfjaar"), referenceDay)));
    return { period, means: meansOfStanding(source, lines, standing) };
  });
}

/** Each organisation once, by the scores that count in a standing. */
export function meansOfStanding({ matrix, framework }: ViewSource, lines: readonly Counted[], { rows, given }: Standing): MeanShares {
  const { width } = matrix;
  const means = new MeanShares(lines);
  const scores = new Uint8Array(width);
  rows.forEach((row, place) => {
    for (let norm = 0; norm < width; norm++) scores[norm] = matrix.scores[given[place * width + norm]! * width + norm]!;
    means.add(scores, 0, framework[row]!);
  });
  return means;
}

/** From the first period with an organisation to the last one; a period without tests in between is a point with n = 0. */
export function fromFirstToLast(points: readonly Point[], line: number): LinePoint[] {
  const filled = points.map(({ period, means }) => ({ period, mean: means.of(line) })).filter(({ mean }) => mean.organisations > 0);
  const first = filled[0];
  if (!first) return [];
  const means = new Map(filled.map(({ period, mean }) => [period, mean]));
  return Array.from({ length: filled.at(-1)!.period - first.period + 1 }, (_, i) => ({
    period: first.period + i,
    mean: means.get(first.period + i) ?? nothingCounted,
  }));
}
