import { BrokenInvariant } from "../faults.ts";
import { logGamma } from "./log-gamma.ts";

/** The continued fraction needs about √max(a, b) terms: enough for 10⁸ organisations. */
const MAX_TERMS = 20_000;
const PRECISION = 1e-16;
/** Lentz's method may not divide by zero: a number so small that it changes nothing. */
const TINY = 1e-300;

/**
 * Distribution function of the beta distribution, the regularised incomplete beta function I_x(a, b) = P(X ≤ x).
 *
 * Shapes a, b > 0; x and the result are fractions in [0, 1]. Method: continued fraction by Lentz (Press et al. 2007, Numerical
 * Recipes §6.4), on the side of the mean where it converges fast. Edge cases: x ≤ 0 gives 0, x ≥ 1 gives 1, a shape that is not
 * positive NaN. Throws `BrokenInvariant` when the fraction does not converge (far beyond the numbers of organisations there are).
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) <= PRECISION) return value;
  }
  throw new BrokenInvariant(`incomplete beta does not converge for a = ${a}, b = ${b}`);
}

const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
