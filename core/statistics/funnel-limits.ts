import { binomialCdf } from "./binomial-cdf.ts";
import type { Interval } from "./wilson-interval.ts";

/**
 * Limits of a funnel: between which shares does a group of n organisations come, if each of them meets the norm with the same probability as all
 * together? Exact, from the binomial distribution, interpolated between two whole numbers so that the lines are smooth:
 *
 *   lower = (r - α) / n, with r the smallest number for which P(X ≤ r) > p and α = (P(X ≤ r) - p) / P(X = r), at p = (1 - confidence) / 2
 *   upper = 1 - the lower limit of those that do not meet it
 *
 * A share outside them comes by chance at most as often as 1 - confidence. `target` a fraction, `n` a whole number, `confidence` two-sided, a
 * fraction; the limits are fractions in [0, 1]. Reference: Spiegelhalter (2005) Stat Med 24:1185, appendix A.1.1, for the lower limit; its upper one
 * takes the same formula at 1 - p, which treats the two tails differently and flags too many. Edge cases: a target of 0 (or 1) gives 0 and 0
 * (or 1 and 1); n = 0 gives null.
 */
export function funnelLimits(target: number, n: number, confidence: number): Interval | null {
  if (n === 0) return null;
  if (target === 0 || target === 1) return { lower: target, upper: target };
  const tail = (1 - confidence) / 2;
  return { lower: lowerLimit(target, n, tail), upper: 1 - lowerLimit(1 - target, n, tail) };
}

function lowerLimit(target: number, n: number, tail: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (binomialCdf(middle, n, target) > tail) high = middle;
    else low = middle + 1;
  }
  const reached = binomialCdf(low, n, target);
  const alpha = (reached - tail) / (reached - binomialCdf(low - 1, n, target));
  return Math.max(0, (low - alpha) / n);
}
