import { isJudgement } from "../../judgement.ts";
import { loevingerH } from "../../statistics/loevinger-h.ts";
import { normalQuantile } from "../../statistics/normal-quantile.ts";
import { quadraticKappa } from "../../statistics/quadratic-kappa.ts";
import type { ViewThresholds } from "../thresholds.ts";
import type { ViewMatrix } from "../view-matrix.ts";
import { PAIRS } from "./pair-counts.ts";

/** Do two norms get the same score? */
export interface NormPair {
  /** Columns of the view, a before b. */
  readonly a: number;
  readonly b: number;
  /** Organisations judged on both, and how many got the same score. */
  readonly n: number;
  readonly same: number;
  /** Quadratic weighted, with its standard error (Fleiss, Cohen and Everitt) and one-sided lower bound. */
  readonly kappa: number;
  readonly standardError: number;
  readonly lower: number;
  readonly confidence: number;
  /** Loevinger's H: 1 is contained, nobody does better on the harder norm than the order of the two allows. */
  readonly loevingerH: number | null;
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
  const z = normalQuantile(needed.confidence);
  const pairs: NormPair[] = [];
  let tested = 0;
  for (let a = 0; a < columns.length; a++) {
    for (let b = a + 1; b < columns.length; b++) {
      const table = tableOf(columns[a]!, columns[b]!);
      if (!comparable(table, needed.inCommon, needed.oneScoreAtMost)) continue;
      const { n, same, kappa, standardError } = quadraticKappa(table);
      if (kappa === null || standardError === null) continue;
      tested++;
      if (kappa < needed.listedFrom) continue;
      const lower = kappa - z * standardError;
      pairs.push({ a, b, n, same, kappa, standardError, lower, confidence: needed.confidence, loevingerH: loevingerH(table) });
    }
  }
  return { tested, pairs };
}

const NOT_JUDGED = 3;

/** One norm over the organisations: 0, 1, 2, or 3 where it was not judged. */
const columnOf = ({ scores, width }: ViewMatrix, rows: Uint32Array, norm: number): Uint8Array =>
  Uint8Array.from(rows, (row) => {
    const score = scores[row * width + norm]!;
    return isJudgement(score) ? score : NOT_JUDGED;
  });

function tableOf(a: Uint8Array, b: Uint8Array): Uint32Array {
  const all = new Uint32Array(16);
  for (let i = 0; i < a.length; i++) all[a[i]! * 4 + b[i]!]!++;
  const table = new Uint32Array(PAIRS);
  for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) table[i * 3 + j] = all[i * 4 + j]!;
  return table;
}

/** In the organisations that both were judged in. */
function comparable(table: Uint32Array, inCommon: number, oneScoreAtMost: number): boolean {
  let n = 0;
  for (let cell = 0; cell < PAIRS; cell++) n += table[cell]!;
  if (n < inCommon) return false;
  for (let score = 0; score < 3; score++) {
    if ((table[score * 3]! + table[score * 3 + 1]! + table[score * 3 + 2]!) / n > oneScoreAtMost) return false;
    if ((table[score]! + table[score + 3]! + table[score + 6]!) / n > oneScoreAtMost) return false;
  }
  return true;
}
