import fc from "fast-check";
import { expect, test } from "vitest";
import { minNForNeverMet } from "../../../core/statistics/min-n-for-never-met.ts";
import { upperBound } from "../../../core/statistics/one-sided-bound.ts";

test("is enough, and one organisation fewer is not", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.9, noNaN: true }),
      fc.double({ min: 0.5, max: 0.99, noNaN: true }),
      fc.nat(5),
      (maxShare, confidence, x) => {
        const n = minNForNeverMet(maxShare, confidence, x);
        expect(upperBound(x, n, confidence)!).toBeLessThanOrEqual(maxShare);
        expect(n - 1 === x || upperBound(x, n - 1, confidence)! > maxShare).toBe(true);
      },
    ),
  );
});

test("no number will do for certainty", () => {
  expect(minNForNeverMet(0, 0.95)).toBeNaN();
  expect(minNForNeverMet(0.1, 1)).toBeNaN();
});
