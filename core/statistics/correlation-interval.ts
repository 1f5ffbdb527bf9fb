import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";
import type { Interval } from "./wilson-interval.ts";

export interface CorrelationInterval extends Interval {
  /** One-sided p-value for "the true correlation is below 0": small when r is clearly negative. */
  readonly pNegative: number;
}

/**
 * Fisher's z interval of a correlation.
 *
 *   tanh(atanh r ± z / √(n - 3));  pNegative = P(Z ≤ atanh r · √(n - 3))
 *
 * r in [-1, 1] over n organisations; `confidence` two-sided, a fraction: the upper limit at .90 is the one-sided 95% bound. Reference:
 * Fisher (1921) Metron 1:3. Edge cases: n ≤ 3 or |r| = 1 give null.
 */
export function correlationInterval(r: number, n: number, confidence = 0.95): CorrelationInterval | null {
  if (n <= 3 || Math.abs(r) >= 1) return null;
  const centre = Math.atanh(r);
  const perOrganisation = Math.sqrt(n - 3);
  const half = normalQuantile(1 - (1 - confidence) / 2) / perOrganisation;
  return { lower: Math.tanh(centre - half), upper: Math.tanh(centre + half), pNegative: normalCdf(centre * perOrganisation) };
}
