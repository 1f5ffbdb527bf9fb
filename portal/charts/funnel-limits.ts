import { binomialCdf } from "../../core/statistics/binomial-cdf.ts";
import { normalQuantile } from "../../core/statistics/normal-quantile.ts";

/** Between these limits lies the share of a body with n audits in some 95 of 100 cases, if it does not differ from the whole. */
export interface FunnelLimit {
  readonly n: number;
  readonly lower: number;
  readonly upper: number;
}

/** So many places make a curve; between them it is straight. */
const PLACES = 40;

/** From here on the normal approximation is within a thousandth of the exact limits, and the exact ones take ever more terms. */
const EXACT_UNTIL = 5_000;

/**
 * Binomial limits of a funnel around `share` (a fraction), at some 40 places from n = 1 to `largest`.
 *
 * Exact binomial quantiles, interpolated so that the limits are no staircase: with r the smallest count whose P(R ≤ r) ≥ p,
 * (r - (P(R ≤ r) - p) / P(R = r)) / n. Reference: Spiegelhalter (2005) Stat Med 24:1185, appendix A.1.1. Above n = 5 000
 * share ± z √(share (1 - share) / n). Kept within 0 and 1. Edge cases: a share of 0 or 1 has no room to vary, so both limits equal it;
 * `largest` below 1 gives none. A picture, not a test: audits of one body hang together (see the method).
 */
export function funnelLimits(share: number, largest: number, confidence = 0.95): readonly FunnelLimit[] {
  if (!(share >= 0 && share <= 1) || !(largest >= 1)) return [];
  const tail = (1 - confidence) / 2;
  return places(largest).map((n) => ({ n, lower: limit(n, share, tail), upper: limit(n, share, 1 - tail) }));
}

/** Denser where the funnel bends: at equal steps of the square root. */
function places(largest: number): readonly number[] {
  const [from, to] = [1, Math.sqrt(largest)];
  const all = Array.from({ length: PLACES }, (_, i) => Math.round((from + ((to - from) * i) / (PLACES - 1)) ** 2));
  return [...new Set(all)];
}

function limit(n: number, share: number, p: number): number {
  if (share === 0 || share === 1) return share;
  if (n > EXACT_UNTIL) return fraction(share + normalQuantile(p) * Math.sqrt((share * (1 - share)) / n));
  const r = quantile(n, share, p);
  const [at, below] = [binomialCdf(r, n, share), binomialCdf(r - 1, n, share)];
  const back = at > below ? (at - p) / (at - below) : 0;
  return fraction((r - back) / n);
}

/** Smallest r with P(R ≤ r) ≥ p. */
function quantile(n: number, share: number, p: number): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (binomialCdf(middle, n, share) >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}

const fraction = (value: number): number => Math.min(1, Math.max(0, value));
