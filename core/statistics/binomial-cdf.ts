import { betaCdf } from "./beta-cdf.ts";

/**
 * Distribution function of the binomial distribution: P(X ≤ k) for n independent trials that each succeed with probability p.
 *
 *   I_{1-p}(n - k, k + 1), the incomplete beta function (Abramowitz & Stegun 1964, 26.5.24)
 *
 * k and n whole numbers, n ≥ 0; p and the result fractions in [0, 1]. Edge cases: k < 0 gives 0, k ≥ n gives 1, p outside [0, 1] NaN.
 */
export function binomialCdf(k: number, n: number, p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (k < 0) return 0;
  if (k >= n) return 1;
  return betaCdf(1 - p, n - k, k + 1);
}
