import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lowerBound, upperBound } from "../../../core/statistics/one-sided-bound.ts";
import { wilsonInterval } from "../../../core/statistics/wilson-interval.ts";

const seen = fc.integer({ min: 1, max: 2_000 }).chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));
const confidences = fc.double({ min: 0.5, max: 0.999, noNaN: true });

describe("the Wilson interval", () => {
  test("says nothing without judgements", () => expect(wilsonInterval(0, 0)).toBeNull());

  test("is exactly 0 below nobody and exactly 1 above everybody", () => {
    fc.assert(
      fc.property(seen, ({ n }) => {
        expect(wilsonInterval(0, n)!.lower).toBe(0);
        expect(wilsonInterval(n, n)!.upper).toBe(1);
      }),
    );
  });

  test("lies in [0, 1] around the share that was seen, mirrored for those that do not meet it, wider with more confidence", () => {
    fc.assert(
      fc.property(seen, confidences, ({ x, n }, confidence) => {
        const { lower, upper } = wilsonInterval(x, n, confidence)!;
        const mirrored = wilsonInterval(n - x, n, confidence)!;
        const wider = wilsonInterval(x, n, confidence + 0.0005)!;
        expect(0 <= lower && lower <= x / n + 1e-12 && x / n <= upper + 1e-12 && upper <= 1).toBe(true);
        expect(mirrored.lower).toBeCloseTo(1 - upper, 12);
        expect(wider.lower <= lower && wider.upper >= upper).toBe(true);
      }),
    );
  });
});

describe("the exact one-sided bound", () => {
  test("lies in [0, 1] beyond the share that was seen, and comes nearer with every organisation that agrees", () => {
    fc.assert(
      fc.property(seen, confidences, ({ x, n }, confidence) => {
        const upper = upperBound(x, n, confidence)!;
        const lower = lowerBound(x, n, confidence)!;
        expect(0 <= lower && lower <= x / n + 1e-12 && x / n <= upper + 1e-12 && upper <= 1).toBe(true);
        expect(upperBound(x, n + 1, confidence)!).toBeLessThanOrEqual(upper);
        expect(upperBound(x + 1, n + 1, confidence)!).toBeGreaterThanOrEqual(upper - 1e-12);
        expect(lowerBound(n - x, n, confidence)!).toBeCloseTo(1 - upper, 12);
      }),
    );
  });

  test("a share at the bound shows so few only as often as the doubt that is left", () => {
    // P(X ≤ x) at the upper bound is 1 - confidence: the definition, summed term by term.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.nat(119), (n, some) => {
        const x = some % n;
        const p = upperBound(x, n)!;
        let logTerm = n * Math.log1p(-p);
        let sum = Math.exp(logTerm);
        for (let k = 1; k <= x; k++) {
          logTerm += Math.log((n - k + 1) / k) + Math.log(p) - Math.log1p(-p);
          sum += Math.exp(logTerm);
        }
        expect(sum).toBeCloseTo(0.05, 9);
      }),
    );
  });
});
