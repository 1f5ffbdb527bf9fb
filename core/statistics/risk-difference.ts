import { normalQuantile } from "./normal-quantile.ts";
import type { Interval } from "./wilson-interval.ts";

export interface RiskDifference {
  /** Share met of these minus that of the others, among equals: a fraction in [-1, 1]. */
  readonly difference: number;
  /** Sato's interval; null with one stratum, or when the outcome varies in none of them. Not cut off at -1 and 1. */
  readonly interval: Interval | null;
  /** Strata with audits on both sides. */
  readonly strata: number;
}

/** Counts per stratum: these met, these not met, others met, others not met. */
const COUNTS = 4;

/**
 * Mantel-Haenszel risk difference: how much larger is the share met of these audits (a body) than that of the others, compared only
 * within strata and averaged over them?
 *
 *   RD = Σ (a n₀ - c n₁) / N  /  Σ n₁ n₀ / N, with a of n₁ (these) and c of n₀ (others) met, N = n₁ + n₀, per stratum
 *   var RD = (RD Σ P + Σ Q) / (Σ n₁ n₀ / N)²                                                                           (Sato)
 *     P = (n₁² c - n₀² a + n₁ n₀ (n₀ - n₁) / 2) / N²,  Q = (a (n₀ - c) + c (n₁ - a)) / 2N
 *
 * Vectors of equal length, one place per audit: `focal` and `met` 1 or 0, `stratum` a small whole number from 0; an audit with a negative
 * stratum is left out. `confidence` two-sided, a fraction. Reference: Greenland & Robins (1985) Biometrics 41:55; Sato (1989)
 * Biometrics 45:1323. Edge cases: strata with only one side are skipped, null when none is left; strata in which everybody (or nobody)
 * meets count, with difference 0.
 */
export function riskDifference(
  focal: ArrayLike<number>,
  met: ArrayLike<number>,
  stratum: ArrayLike<number>,
  confidence = 0.95,
): RiskDifference | null {
  const n = focal.length;
  let highest = -1;
  for (let i = 0; i < n; i++) if (stratum[i]! > highest) highest = stratum[i]!;
  const counts = new Float64Array((highest + 1) * COUNTS);
  for (let i = 0; i < n; i++) {
    const s = stratum[i]!;
    if (s >= 0) counts[s * COUNTS + (focal[i] ? 0 : 2) + (met[i] ? 0 : 1)]!++;
  }
  return combined(counts, confidence);
}

/** The same from tables: `strata[stratum][these, others][met, not met]`. */
export function riskDifferenceOfTables(strata: readonly (readonly (readonly number[])[])[], confidence = 0.95): RiskDifference | null {
  return combined(Float64Array.from(strata.flat(2)), confidence);
}

function combined(counts: Float64Array, confidence: number): RiskDifference | null {
  let strata = 0;
  let weight = 0;
  let weighted = 0;
  let p = 0;
  let q = 0;
  for (let at = 0; at < counts.length; at += COUNTS) {
    const a = counts[at]!;
    const c = counts[at + 2]!;
    const these = a + counts[at + 1]!;
    const others = c + counts[at + 3]!;
    if (these === 0 || others === 0) continue;
    const all = these + others;
    strata++;
    weight += (these * others) / all;
    weighted += (a * others - c * these) / all;
    p += (these * these * c - others * others * a + (these * others * (others - these)) / 2) / (all * all);
    q += (a * (others - c) + c * (these - a)) / (2 * all);
  }
  if (strata === 0) return null;
  const difference = weighted / weight;
  // Q is 0 only when in each stratum everybody, or nobody, meets it: an interval without width would claim to know.
  if (strata === 1 || q === 0) return { difference, interval: null, strata };
  const half = (normalQuantile(1 - (1 - confidence) / 2) * Math.sqrt(Math.max(0, difference * p + q))) / weight;
  return { difference, interval: { lower: difference - half, upper: difference + half }, strata };
}
