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
  const table = new Uint32Array(PAIRS);
  let tested = 0;
  for (let a = 0; a < columns.length; a++) {
    for (let b = a + 1; b < columns.length; b++) {
      fillTable(table, columns[a]!, columns[b]!);
      if (!comparable(table, needed.inCommon, needed.oneScoreAtMost)) continue;
      tested++;
      if (kappaOf(table) < needed.listedFrom) continue;
      const { n, same, kappa, standardError } = quadraticKappa(table);
      const lower = kappa! - z * standardError!;
      pairs.push({
        a,
        b,
        n,
        same,
        kappa: kappa!,
        standardError: standardError!,
        lower,
        confidence: needed.confidence,
        loevingerH: loevingerH(table),
      });
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

function fillTable(table: Uint32Array, a: Uint8Array, b: Uint8Array): void {
  table.fill(0);
  for (let i = 0; i < a.length; i++) {
    const one = a[i]!;
    const other = b[i]!;
    if (one !== NOT_JUDGED && other !== NOT_JUDGED) table[one * 3 + other]!++;
  }
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

/**
 * Quadratic kappa from the moments of both norms, 1 - Σ(x - y)² / Σ over all x with all y: what `quadraticKappa` gives, without its
 * standard error and without a table of its own. Of thousands of pairs a dozen are worth the rest.
 */
function kappaOf(table: Uint32Array): number {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  let squares = 0;
  let products = 0;
  for (let x = 0; x < 3; x++) {
    for (let y = 0; y < 3; y++) {
      const count = table[x * 3 + y]!;
      n += count;
      sumX += x * count;
      sumY += y * count;
      squares += (x * x + y * y) * count;
      products += x * y * count;
    }
  }
  return 1 - (n * (squares - 2 * products)) / (n * squares - 2 * sumX * sumY);
}
