import { describe, expect, it } from "vitest";
import { binomialCdf } from "../../../core/statistics/binomial-cdf.ts";
import { funnelLimits } from "../../../portal/charts/funnel-limits.ts";

describe("the limits of a funnel", () => {
  it("lie between the counts that the exact distribution has on both sides of 2.5% and 97.5%", () => {
    for (const share of [0.1, 0.55, 0.93]) {
      for (const { n, lower, upper } of funnelLimits(share, 300)) {
        for (const [limit, p] of [
          [lower, 0.025],
          [upper, 0.975],
        ] as const) {
          const r = Math.ceil(limit * n - 1e-9);
          expect(binomialCdf(r, n, share), `${n}`).toBeGreaterThanOrEqual(p);
          if (limit > 0) expect(binomialCdf(r - 1, n, share), `${n}`).toBeLessThan(p);
        }
      }
    }
  });

  it("interpolate as Spiegelhalter does", () => {
    // n = 4, share 1/2: P(R ≤ 0) = 1/16, P(R ≤ 3) = 15/16, P(R ≤ 4) = 1.
    const four = funnelLimits(0.5, 4).find(({ n }) => n === 4)!;
    expect(four.lower).toBeCloseTo(0, 12);
    expect(four.upper).toBeCloseTo((4 - (1 - 0.975) / (1 / 16)) / 4, 12);
  });

  it("close in on the share as n grows, exact and approximate parts joining on", () => {
    const limits = funnelLimits(0.3, 20_000);
    const width = limits.map(({ lower, upper }) => upper - lower);
    expect(width.at(-1)).toBeLessThan(0.015);
    const [before, after] = [limits.findLast(({ n }) => n <= 5_000)!, limits.find(({ n }) => n > 5_000)!];
    expect(Math.abs(before.upper - 0.3) * Math.sqrt(before.n)).toBeCloseTo(Math.abs(after.upper - 0.3) * Math.sqrt(after.n), 1);
    expect(limits.every(({ lower, upper }) => lower <= 0.3 && upper >= 0.3)).toBe(true);
  });

  it("are the share itself where nothing can vary, and none where nobody was judged", () => {
    expect(funnelLimits(1, 10).every(({ lower, upper }) => lower === 1 && upper === 1)).toBe(true);
    expect(funnelLimits(0, 10).every(({ lower, upper }) => lower === 0 && upper === 0)).toBe(true);
    expect(funnelLimits(0.5, 0)).toEqual([]);
    expect(funnelLimits(Number.NaN, 10)).toEqual([]);
  });
});
