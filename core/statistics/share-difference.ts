import { type Interval, wilsonInterval } from "./wilson-interval.ts";

export interface ShareDifference {
  /** Second share minus first; a fraction in [-1, 1]. */
  readonly difference: number;
  readonly interval: Interval;
}

/**
 * How much larger is the second of two shares, and how much may it truly be? Newcombe's hybrid score interval: the Wilson limits of both
 * shares (l₁ u₁, l₂ u₂) put together.
 *
 *   d = p₂ - p₁;  d - √((p₂ - l₂)² + (u₁ - p₁)²)  to  d + √((u₂ - p₂)² + (p₁ - l₁)²)
 *
 * `x` met of `n` organisations, of two groups without a member in common (whole numbers, 0 ≤ x ≤ n); `confidence` two-sided, a fraction.
 * Reference: Newcombe (1998) Stat Med 17:873, method 10. Edge case: n₁ = 0 or n₂ = 0 gives null.
 */
export function shareDifference(x1: number, n1: number, x2: number, n2: number, confidence = 0.95): ShareDifference | null {
  const first = wilsonInterval(x1, n1, confidence);
  const second = wilsonInterval(x2, n2, confidence);
  if (!first || !second) return null;
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  const difference = p2 - p1;
  return {
    difference,
    interval: {
      lower: difference - Math.hypot(p2 - second.lower, first.upper - p1),
      upper: difference + Math.hypot(second.upper - p2, p1 - first.lower),
    },
  };
}
