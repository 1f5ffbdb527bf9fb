import { upperBound } from "./one-sided-bound.ts";

/**
 * The smallest number of scored organisations at which "x of them meet it" allows the conclusion that at most a share `maxShare`
 * meets it: the smallest n ≥ x with one-sided exact upper bound ≤ `maxShare`.
 *
 * `maxShare` and `confidence` are fractions strictly between 0 and 1; the result is a whole number of organisations. Method: the
 * bound falls as n grows, so doubling and then halving finds it. Reference: Hanley & Lippman-Hand (1983) JAMA 249:1743; Louis (1981)
 * Am Stat 35:154. For x = 0, maxShare .10 and confidence .95: 29. Edge cases: shares or confidences outside (0, 1) give NaN: no
 * number of organisations will do.
 */
export function minNForNeverMet(maxShare: number, confidence = 0.95, x = 0): number {
  if (!(maxShare > 0 && maxShare < 1 && confidence > 0 && confidence < 1)) return Number.NaN;
  const enough = (n: number) => upperBound(x, n, confidence)! <= maxShare;
  let tooFew = x;
  let n = x + 1;
  while (!enough(n)) {
    tooFew = n;
    n *= 2;
  }
  while (n - tooFew > 1) {
    const middle = Math.floor((tooFew + n) / 2);
    if (enough(middle)) n = middle;
    else tooFew = middle;
  }
  return n;
}
