import { betaCdf } from "./beta-cdf.ts";
import { logGamma } from "./log-gamma.ts";

/** Each step at least halves the bracket, so that the smallest double above 0 is reached well before this. */
const MAX_STEPS = 1_200;

/**
 * Quantile of the beta distribution: the x in [0, 1] with I_x(a, b) = p.
 *
 * Shapes a, b > 0, p a fraction. Method: Newton steps on the distribution function, kept inside a bracket that is halved where a step would
 * leave it; stops when the bracket or the step is as small as a double can tell. Edge cases: p = 0 gives 0, p = 1 gives 1;
 * p outside [0, 1] or a shape that is not positive NaN.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1) || !(a > 0 && b > 0)) return Number.NaN;
  if (p === 0 || p === 1) return p;
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < MAX_STEPS; step++) {
    const excess = betaCdf(x, a, b) - p;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);
    const newton = x - excess / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (next === x || Math.abs(next - x) <= 1e-16 * x) return next;
    x = next;
  }
  return x;
}
