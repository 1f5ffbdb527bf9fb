import { normalQuantile } from "./normal-quantile.ts";

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval for a proportion: how high may the true share be, seen x of n.
 *
 *   centre ± half, with centre = (x + z²/2) / (n + z²) and half = z / (n + z²) · √(x (n - x) / n + z²/4)
 *
 * x met of n scored organisations (whole numbers, 0 ≤ x ≤ n); `confidence` two-sided, a fraction; limits are fractions in [0, 1].
 * Reference: Wilson (1927) JASA 22:209; Newcombe (1998) Stat Med 17:857, method 3. Edge cases: n = 0 gives null (nothing can be
 * said); x = 0 gives a lower limit of exactly 0 and x = n an upper limit of exactly 1, which the formula only approaches.
 */
export function wilsonInterval(x: number, n: number, confidence = 0.95): Interval | null {
  if (n === 0) return null;
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const z2 = z * z;
  const centre = (x + z2 / 2) / (n + z2);
  const half = (z / (n + z2)) * Math.sqrt((x * (n - x)) / n + z2 / 4);
  return { lower: x === 0 ? 0 : Math.max(0, centre - half), upper: x === n ? 1 : Math.min(1, centre + half) };
}
