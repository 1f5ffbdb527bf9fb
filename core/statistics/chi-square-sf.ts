import { BrokenInvariant } from "../faults.ts";
import { logGamma } from "./log-gamma.ts";

/** Both expansions need about √(x + df) terms: enough for millions of degrees of freedom. */
const MAX_TERMS = 20_000;
const PRECISION = 1e-16;
/** Lentz's method may not divide by zero: a number so small that it changes nothing. */
const TINY = 1e-300;

/**
 * Upper tail of the chi-square distribution, P(X > x) with `df` degrees of freedom: the regularised incomplete gamma function
 * Q(df/2, x/2). With df = 1 and x = z² it is the two-sided p-value of a standard normal z.
 *
 * Method: series below the mean, continued fraction by Lentz above it (Press et al. 2007, Numerical Recipes §6.2), so that the small
 * tails keep their relative precision. Edge cases: x ≤ 0 gives 1, x = Infinity 0, df that is not positive NaN. Throws
 * `BrokenInvariant` when neither converges.
 */
export function chiSquareSf(x: number, df: number): number {
  if (!(df > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const a = df / 2;
  const y = x / 2;
  const front = Math.exp(a * Math.log(y) - y - logGamma(a));
  // A tail that no double can hold; near the largest double the fraction would not converge either.
  if (front === 0 && y > a) return 0;
  return y < a + 1 ? Math.max(0, 1 - front * series(a, y)) : front * fraction(a, y);
}

function series(a: number, y: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= MAX_TERMS; n++) {
    term *= y / (a + n);
    sum += term;
    if (term <= sum * PRECISION) return sum;
  }
  throw new BrokenInvariant(`incomplete gamma does not converge for a = ${a}, x = ${y}`);
}

function fraction(a: number, y: number): number {
  let b = y + 1 - a;
  let c = 1 / TINY;
  let d = 1 / away(b);
  let value = d;
  for (let n = 1; n <= MAX_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / away(numerator * d + b);
    c = away(b + numerator / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) <= PRECISION) return value;
  }
  throw new BrokenInvariant(`incomplete gamma does not converge for a = ${a}, x = ${y}`);
}

const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
