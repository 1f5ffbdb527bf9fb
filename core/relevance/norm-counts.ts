import { isJudgement, OUT_OF_SCOPE } from "../judgement.ts";
import type { NormCounts } from "./signal.ts";
import type { Standing } from "./standing.ts";
import type { ViewMatrix } from "./view-matrix.ts";

/** The counts of one norm of a view, with who judged it and when. */
export interface NormStanding {
  readonly counts: NormCounts;
  /** Days of the first and last audit that gave a judgement; null without one. */
  readonly period: { readonly from: number; readonly until: number } | null;
  /** Per body of the matrix: organisations whose judgement it gave. */
  readonly judgedBy: Uint32Array;
}

/** Counts every norm of the view, each organisation once. */
export const normStandings = (matrix: ViewMatrix, standing: Standing): readonly NormStanding[] =>
  Array.from({ length: matrix.width }, (_, norm) => normStanding(matrix, standing, norm));

/** Counts one norm. */
export function normStanding(matrix: ViewMatrix, { rows, given }: Standing, norm: number): NormStanding {
  const { width, scores } = matrix;
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const judgedBy = new Uint32Array(matrix.bodies.length);
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    const row = given[i * width + norm]!;
    const score = scores[row * width + norm]!;
    if (score === OUT_OF_SCOPE) continue;
    counts[score]!++;
    if (!isJudgement(score)) continue;
    judgedBy[matrix.body[row]!]!++;
    from = Math.min(from, matrix.day[row]!);
    until = Math.max(until, matrix.day[row]!);
  }
  return { counts: countsByName(counts), period: from > until ? null : { from, until }, judgedBy };
}

/** @param counts in the order of the score codes. */
export function countsByName([notMet, partiallyMet, met, notApplicable, notAssessed]: readonly [
  number,
  number,
  number,
  number,
  number,
]): NormCounts {
  const judged = notMet + partiallyMet + met;
  return { organisations: judged + notApplicable + notAssessed, judged, met, partiallyMet, notMet, notApplicable, notAssessed };
}
