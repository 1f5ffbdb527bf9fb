import { chiSquareSf } from "./chi-square-sf.ts";

/**
 * Distribution function of the standard normal distribution, P(Z ≤ z).
 *
 * Method: z² has a chi-square distribution with one degree of freedom, so P(Z ≤ -|z|) is half of its upper tail; the small tail keeps
 * its relative precision (1e-13 at z = -9). Edge cases: -Infinity gives 0, Infinity 1, NaN NaN.
 */
export function normalCdf(z: number): number {
  const tail = chiSquareSf(z * z, 1) / 2;
  return z <= 0 ? tail : 1 - tail;
}
