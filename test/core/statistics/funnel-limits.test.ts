import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { funnelLimits } from "../../../core/statistics/funnel-limits.ts";

/** Probability of exactly k, by multiplication: shares no code with the product. */
function binomial(n: number, p: number): number[] {
  let row = [1];
  for (let i = 0; i < n; i++) row = Array.from({ length: i + 2 }, (_, k) => (row[k] ?? 0) * (1 - p) + (row[k - 1] ?? 0) * p);
  return row;
}

describe("the limits of a funnel", () => {
  test("are, of ten at a half, as worked out by hand: (2 - (56 - 25.6) / 45) / 10, and mirrored", () => {
    const { lower, upper } = funnelLimits(0.5, 10, 0.95)!;
    expect(lower).toBeCloseTo((2 - (56 - 25.6) / 45) / 10, 12);
    expect(upper).toBeCloseTo(1 - lower, 12);
  });

  test("are passed by chance no more often than they promise, on either side", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.constantFrom(0.95, 0.998),
        (n, target, confidence) => {
          const { lower, upper } = funnelLimits(target, n, confidence)!;
          const chances = binomial(n, target);
          const beyond = (outside: (share: number) => boolean) =>
            chances.reduce((sum, chance, k) => (outside(k / n) ? sum + chance : sum), 0);
          expect(beyond((share) => share < lower - 1e-12)).toBeLessThanOrEqual((1 - confidence) / 2 + 1e-9);
          expect(beyond((share) => share > upper + 1e-12)).toBeLessThanOrEqual((1 - confidence) / 2 + 1e-9);
        },
      ),
    );
  });

  test("come together as the group grows, and the wider ones lie outside", () => {
    const width = (n: number) => funnelLimits(0.7, n, 0.95)!.upper - funnelLimits(0.7, n, 0.95)!.lower;
    expect([5, 20, 100, 1000].map(width)).toEqual([5, 20, 100, 1000].map(width).sort((a, b) => b - a));
    expect(funnelLimits(0.7, 30, 0.998)!.lower).toBeLessThan(funnelLimits(0.7, 30, 0.95)!.lower);
  });

  test("leave no room where nobody or everybody meets it, and are nothing of nobody", () => {
    expect(funnelLimits(0, 12, 0.95)).toEqual({ lower: 0, upper: 0 });
    expect(funnelLimits(1, 12, 0.95)).toEqual({ lower: 1, upper: 1 });
    expect(funnelLimits(0.5, 0, 0.95)).toBeNull();
  });
});
