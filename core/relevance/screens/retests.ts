import { signTest } from "../../statistics/sign-test.ts";
import type { ViewThresholds } from "../thresholds.ts";
import type { ViewMatrix } from "../view-matrix.ts";
import { PAIRS, pairCounts } from "./pair-counts.ts";

/** The same organisation at its latest hertoets and at the full test before it. Who begins low goes up on average, even if nothing changed. */
export interface RetestCounts {
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  /** Exact sign test, better against worse; null without a change. */
  readonly p: number | null;
  /** False: too few changes for p to come below .05, however they fall. */
  readonly canTell: boolean;
}

/** Per norm, from the first `audits` rows. */
export function retestScreen(matrix: ViewMatrix, audits: number, { retest: needed }: ViewThresholds): RetestCounts[] {
  const counts = retestPairs(matrix, audits);
  return Array.from({ length: matrix.width }, (_, norm) => {
    const cell = (first: number, second: number) => counts[norm * PAIRS + first * 3 + second]!;
    const better = cell(0, 1) + cell(0, 2) + cell(1, 2);
    const worse = cell(1, 0) + cell(2, 0) + cell(2, 1);
    const same = cell(0, 0) + cell(1, 1) + cell(2, 2);
    return { better, worse, same, p: signTest(better, worse), canTell: better + worse >= needed.changes };
  });
}

/** `counts[norm * 9 + before * 3 + hertoets]`: organisations with both judgements, each by its latest hertoets and the full test before it. */
export function retestPairs(matrix: ViewMatrix, audits: number): Uint32Array {
  const { before, hertoets } = latestRetests(matrix, audits);
  return pairCounts(matrix.width, before, { scores: matrix.scores, rows: before }, { scores: matrix.scores, rows: hertoets });
}

function latestRetests(matrix: ViewMatrix, audits: number): { before: Uint32Array; hertoets: Uint32Array } {
  const last = new Int32Array(matrix.organisations).fill(-1);
  const pairs = new Map<number, readonly [number, number]>();
  for (let row = 0; row < audits; row++) {
    if (!matrix.fullTest[row]) continue;
    const organisation = matrix.organisation[row]!;
    if (matrix.hertoets[row] && last[organisation]! >= 0) pairs.set(organisation, [last[organisation]!, row]);
    last[organisation] = row;
  }
  const found = [...pairs.values()];
  return { before: Uint32Array.from(found, ([first]) => first), hertoets: Uint32Array.from(found, ([, second]) => second) };
}
