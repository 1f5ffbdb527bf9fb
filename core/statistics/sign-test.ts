import { binomialCdf } from "./binomial-cdf.ts";

/**
 * Exact sign test on pairs: two-sided p-value of so many changes up and so many down when up and down are equally likely.
 *
 *   min(1, 2 · P(X ≤ min(up, down))), X binomial with n = up + down and p = ½
 *
 * `up` and `down` count organisations that changed (better / worse at the next test; self-evaluation higher / lower than the audit);
 * pairs that stayed equal say nothing about the direction and are not passed. Reference: McNemar (1947) Psychometrika 12:153.
 * Edge cases: no change at all gives null. With fewer than 6 changes p cannot come below .05, however they fall.
 */
export function signTest(up: number, down: number): number | null {
  const changes = up + down;
  if (changes === 0) return null;
  return Math.min(1, 2 * binomialCdf(Math.min(up, down), changes, 0.5));
}
