import { betaQuantile } from "./beta-quantile.ts";

/**
 * Exact (Clopper-Pearson) upper bound, one-sided: with this confidence the true share is at most this, seen x of n.
 *
 *   the `confidence` quantile of beta(x + 1, n - x);  at x = 0 that is 1 - (1 - confidence)^(1/n)
 *
 * x met of n scored organisations (whole numbers, 0 ≤ x ≤ n); `confidence` a fraction; the bound is a fraction in [0, 1]. Reference:
 * Clopper & Pearson (1934) Biometrika 26:404; Hanley & Lippman-Hand (1983) JAMA 249:1743. Edge cases: n = 0 gives null, x = n gives
 * exactly 1.
 */
export function upperBound(x: number, n: number, confidence = 0.95): number | null {
  if (n === 0) return null;
  if (x === n) return 1;
  // Closed form: exact, and never off by the last digit of an iteration where a threshold is compared with it.
  if (x === 0) return -Math.expm1(Math.log1p(-confidence) / n);
  return betaQuantile(confidence, x + 1, n - x);
}

/** The same from below: with this confidence the true share is at least this. n = 0 gives null, x = 0 exactly 0. */
export function lowerBound(x: number, n: number, confidence = 0.95): number | null {
  const upper = upperBound(n - x, n, confidence);
  return upper === null ? null : 1 - upper;
}
