/** Lanczos coefficients for g = 7, n = 9 (Godfrey 2001): relative error below 1e-15 for x > 0. */
const G = 7;
const COEFFICIENTS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
] as const;

/**
 * Natural logarithm of the gamma function, ln Γ(x), for x > 0.
 *
 * Method: Lanczos (1964), SIAM J. Numer. Anal. B 1:86. Edge cases: x ≤ 0 gives NaN (not needed here: all our parameters are counts
 * plus a positive constant).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  // Reflection keeps the accuracy for small arguments: Γ(x) Γ(1 - x) = π / sin(πx).
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const t = z + G + 0.5;
  const series = COEFFICIENTS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (z + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series);
}
