import { loevingerH } from "../../statistics/loevinger-h.ts";
import { normalQuantile } from "../../statistics/normal-quantile.ts";
import { quadraticKappa } from "../../statistics/quadratic-kappa.ts";
import type { ViewThresholds } from "../thresholds.ts";
import { PAIRS } from "./pair-counts.ts";

/** How alike the scores on two norms are, in the organisations that were judged on both. */
export interface PairAgreement {
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

type Needed = ViewThresholds["overlap"];

/** A column of scores has 0, 1, 2, or this where the norm was not judged. */
export const NOT_JUDGED = 3;

/** Counts two columns of the same organisations into `table[one * 3 + other]`. */
export function fillTable(table: Uint32Array, a: Uint8Array, b: Uint8Array): void {
  table.fill(0);
  for (let i = 0; i < a.length; i++) {
    const one = a[i]!;
    const other = b[i]!;
    if (one !== NOT_JUDGED && other !== NOT_JUDGED) table[one * 3 + other]!++;
  }
}

/** Enough in the organisations that both were judged in, and no norm with almost one score only? */
export function comparable(table: Uint32Array, { inCommon, oneScoreAtMost }: Pick<Needed, "inCommon" | "oneScoreAtMost">): boolean {
  let n = 0;
  for (let cell = 0; cell < PAIRS; cell++) n += table[cell]!;
  if (n < inCommon) return false;
  for (let score = 0; score < 3; score++) {
    if ((table[score * 3]! + table[score * 3 + 1]! + table[score * 3 + 2]!) / n > oneScoreAtMost) return false;
    if ((table[score]! + table[score + 3]! + table[score + 6]!) / n > oneScoreAtMost) return false;
  }
  return true;
}

/** Of a table that is `comparable`. */
export function agreementOf(table: Uint32Array, confidence: number): PairAgreement {
  const { n, same, kappa, standardError } = quadraticKappa(table);
  const lower = kappa! - normalQuantile(confidence) * standardError!;
  return { n, same, kappa: kappa!, standardError: standardError!, lower, confidence, loevingerH: loevingerH(table) };
}

/** Is it the agreement of two norms that measure the same? */
export const isOverlap = ({ kappa, lower }: Pick<PairAgreement, "kappa" | "lower">, needed: Needed): boolean =>
  kappa >= needed.kappa && lower >= needed.lowerBound;

/**
 * Quadratic kappa from the moments of both norms, 1 - Σ(x - y)² / Σ over all x with all y: what `quadraticKappa` gives, without its
 * standard error and without a table of its own. Of thousands of pairs a dozen are worth the rest.
 */
export function kappaOf(table: Uint32Array): number {
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
