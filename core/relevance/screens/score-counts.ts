import { isJudgement } from "../../judgement.ts";
import type { ViewMatrix } from "../view-matrix.ts";

/** How many of the rows have each judgement on a norm: niet, deels, voldoet. */
export function scoreCounts({ scores, width }: ViewMatrix, rows: Uint32Array, norm: number): readonly [number, number, number] {
  const counts: [number, number, number] = [0, 0, 0];
  for (const row of rows) {
    const score = scores[row * width + norm]!;
    if (isJudgement(score)) counts[score as 0 | 1 | 2]++;
  }
  return counts;
}
