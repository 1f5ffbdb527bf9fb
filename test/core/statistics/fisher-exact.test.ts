import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fisherExact } from "../../../core/statistics/fisher-exact.ts";

const cell = (max: number) => fc.nat(max);
const table = (max: number) => fc.tuple(cell(max), cell(max), cell(max), cell(max));

/** Every table with cells up to 6 is tried. */
const small = Array.from({ length: 7 }, (_, count) => count);

/** The p-value by counting all divisions over the cells that the margins allow. */
function counted(a: number, b: number, c: number, d: number): number {
  const [row, column, total] = [a + b, a + c, a + b + c + d];
  const ways = (k: number) => choose(row, k) * choose(total - row, column - k);
  let notMoreProbable = 0n;
  for (let k = Math.max(0, row + column - total); k <= Math.min(row, column); k++) {
    if (ways(k) <= ways(a)) notMoreProbable += ways(k);
  }
  return Number((notMoreProbable * 10n ** 18n) / choose(total, column)) / 1e18;
}

/** Number of ways to choose k of n: exact for the numbers used here. */
function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return ways;
}

describe("Fisher's exact test", () => {
  test.each(small)("is the share of all divisions that are not more probable, counted one by one: %i met here", (a) => {
    for (const b of small) {
      for (const c of small) {
        for (const d of small) expect(fisherExact(a, b, c, d)).toBeCloseTo(counted(a, b, c, d), 13);
      }
    }
  });

  test("is so for larger tables too", () => {
    fc.assert(
      fc.property(table(40), ([a, b, c, d]) => {
        expect(fisherExact(a, b, c, d)).toBeCloseTo(counted(a, b, c, d), 12);
      }),
    );
  });

  test("keeps its precision for tens of thousands of organisations", () => {
    // Three of 50,000: all three among the 30,000, or none; one or two of them is more probable.
    const p = Number(choose(30_000, 3) + choose(20_000, 3)) / Number(choose(50_000, 3));
    expect(Math.abs(fisherExact(3, 0, 29_997, 20_000) / p - 1)).toBeLessThan(1e-12);
    expect(fisherExact(15_000, 15_000, 10_000, 10_000)).toBe(1);
  });

  test("does not care which is called first, met or rows, nor which is which", () => {
    fc.assert(
      fc.property(table(200), ([a, b, c, d]) => {
        const p = fisherExact(a, b, c, d);
        for (const same of [fisherExact(c, d, a, b), fisherExact(b, a, d, c), fisherExact(a, c, b, d)]) {
          expect(Math.abs(same - p)).toBeLessThanOrEqual(1e-11 * p);
        }
      }),
    );
  });

  test("lies in (0, 1], is 1 for equal shares, and falls as the shares come apart", () => {
    fc.assert(
      fc.property(table(500), ([a, b, c, d]) => {
        const p = fisherExact(a, b, c, d);
        expect(0 < p && p <= 1).toBe(true);
        if (a > 0 && d > 0 && a * d < b * c) expect(fisherExact(a - 1, b + 1, c + 1, d - 1)).toBeLessThanOrEqual(p * (1 + 1e-7));
      }),
    );
    expect(fisherExact(7, 14, 21, 42)).toBe(1);
  });

  test("says nothing with an empty row or column", () => {
    expect([fisherExact(0, 0, 4, 8), fisherExact(4, 8, 0, 0), fisherExact(0, 9, 0, 12), fisherExact(9, 0, 12, 0)]).toEqual([1, 1, 1, 1]);
    expect(fisherExact(0, 0, 0, 0)).toBe(1);
  });
});
