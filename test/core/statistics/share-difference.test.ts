import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareDifference } from "../../../core/statistics/share-difference.ts";

describe("the difference of two shares", () => {
  // Newcombe (1998) Stat Med 17:873, table II, method 10: x₁/n₁ - x₂/n₂.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("%i/%i less %i/%i lies as the paper says", (x2, n2, x1, n1, lower, upper) => {
    const { interval } = shareDifference(x1, n1, x2, n2)!;
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  test("is nothing when one of them has nobody", () => {
    expect(shareDifference(0, 0, 3, 4)).toBeNull();
    expect(shareDifference(3, 4, 0, 0)).toBeNull();
  });

  test("turns round with the sides, and its interval stays within -1 and 1 with the difference in it", () => {
    const group = fc.integer({ min: 1, max: 300 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(group, group, ([x1, n1], [x2, n2]) => {
        const there = shareDifference(x1, n1, x2, n2)!;
        const back = shareDifference(x2, n2, x1, n1)!;
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.interval.lower).toBeCloseTo(-there.interval.upper, 12);
        expect(there.interval.lower).toBeLessThanOrEqual(there.difference);
        expect(there.interval.upper).toBeGreaterThanOrEqual(there.difference);
        expect(Math.abs(there.interval.lower)).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.abs(there.interval.upper)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
