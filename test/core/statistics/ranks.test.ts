import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averageRanks } from "../../../core/statistics/average-ranks.ts";
import { kruskalWallis } from "../../../core/statistics/kruskal-wallis.ts";
import { mantelTrend } from "../../../core/statistics/mantel-trend.ts";

const value = fc.integer({ min: -5, max: 5 });
const group = fc.array(fc.option(value, { nil: null, freq: 6 }), { maxLength: 12 });
const groups = fc.array(group, { maxLength: 5 });

describe("average ranks", () => {
  test("count how many are lower, and half of the equals", () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const ranks = averageRanks(values);
        values.forEach((own, i) => {
          const lower = values.filter((other) => other < own).length;
          const equal = values.filter((other) => other === own).length;
          expect(ranks[i]).toBe(lower + (equal + 1) / 2);
        });
      }),
    );
  });
});

describe("Kruskal-Wallis", () => {
  test("is, for two groups, the ordinal trend of the ranks from one group to the other", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.array(value, { minLength: 1 }), (first, second) => {
        const values = [...first, ...second];
        const inSecond = values.map((_, i) => (i < first.length ? 0 : 1));
        const trend = mantelTrend(inSecond, averageRanks(values), new Uint8Array(values.length));
        const found = kruskalWallis([first, second]);
        expect(found === null).toBe(trend === null);
        if (found && trend) {
          expect(found.h).toBeCloseTo(trend.z ** 2, 9);
          expect(found.p).toBeCloseTo(trend.p, 9);
        }
      }),
    );
  });

  test("is its formula in the books, with the correction for ties", () => {
    fc.assert(
      fc.property(groups, (groups) => {
        const filled = groups.map((group) => group.filter((value) => value !== null)).filter((group) => group.length > 0);
        const all = filled.flat();
        const found = kruskalWallis(groups);
        if (filled.length < 2 || new Set(all).size < 2) {
          expect(found).toBeNull();
          return;
        }
        const n = all.length;
        const ranks = averageRanks(all);
        let from = 0;
        let sum = 0;
        for (const { length } of filled) {
          sum += ranks.subarray(from, from + length).reduce((total, rank) => total + rank, 0) ** 2 / length;
          from += length;
        }
        const tied = [...new Set(all)].map((value) => all.filter((other) => other === value).length);
        const correction = 1 - tied.reduce((total, t) => total + t ** 3 - t, 0) / (n ** 3 - n);
        expect(found!.h).toBeCloseTo(((12 / (n * (n + 1))) * sum - 3 * (n + 1)) / correction, 9);
        expect(found!.df).toBe(filled.length - 1);
      }),
    );
  });

  test("only looks at order: any rising scale, and any order of bodies and of organisations, gives the same", () => {
    fc.assert(
      fc.property(groups, (groups) => {
        const found = kruskalWallis(groups);
        const scaled = kruskalWallis(groups.map((group) => group.map((value) => (value === null ? null : Math.exp(value)))));
        expect(scaled).toEqual(found);
        const turned = kruskalWallis(groups.map((group) => group.toReversed()).toReversed());
        expect(turned === null).toBe(found === null);
        if (found && turned) expect(turned.h).toBeCloseTo(found.h, 10);
      }),
    );
  });

  test("gives h ≥ 0 and p in [0, 1], and null without two groups or without difference", () => {
    fc.assert(
      fc.property(groups, (groups) => {
        const found = kruskalWallis(groups);
        if (found) expect(found.h >= 0 && found.p >= 0 && found.p <= 1).toBe(true);
      }),
    );
    expect([kruskalWallis([]), kruskalWallis([[1, 2], [], [null]]), kruskalWallis([[1, 1], [1]])]).toEqual([null, null, null]);
  });
});
