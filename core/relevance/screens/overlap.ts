import { isJudgement } from "../../judgement.ts";
import type { ViewThresholds } from "../thresholds.ts";
import type { ViewMatrix } from "../view-matrix.ts";
import { agreementOf, comparable, fillTable, kappaOf, NOT_JUDGED, type PairAgreement } from "./norm-pair.ts";
import { PAIRS } from "./pair-counts.ts";

/** Do two norms get the same score? */
export interface NormPair extends PairAgreement {
  /** Columns of the view, a before b. */
  readonly a: number;
  readonly b: number;
}

export interface OverlapScreen {
  /** Pairs that could be compared: enough organisations in common, and no norm with almost one score only. */
  readonly tested: number;
  /** The pairs from `overlap.listedFrom` on, in the order of the norms. */
  readonly pairs: readonly NormPair[];
}

/** @param rows the current report of each organisation. */
export function overlapScreen(matrix: ViewMatrix, rows: Uint32Array, { overlap: needed }: ViewThresholds): OverlapScreen {
  const columns = Array.from({ length: matrix.width }, (_, norm) => columnOf(matrix, rows, norm));
  const pairs: NormPair[] = [];
  const table = new Uint32Array(PAIRS);
  let tested = 0;
  for (let a = 0; a < columns.length; a++) {
    for (let b = a + 1; b < columns.length; b++) {
      fillTable(table, columns[a]!, columns[b]!);
      if (!comparable(table, needed)) continue;
      tested++;
      if (kappaOf(table) >= needed.listedFrom) pairs.push({ a, b, ...agreementOf(table, needed.confidence) });
    }
  }
  return { tested, pairs };
}

/** One norm over the organisations: 0, 1, 2, or 3 where it was not judged. */
const columnOf = ({ scores, width }: ViewMatrix, rows: Uint32Array, norm: number): Uint8Array =>
  Uint8Array.from(rows, (row) => {
    const score = scores[row * width + norm]!;
    return isJudgement(score) ? score : NOT_JUDGED;
  });
