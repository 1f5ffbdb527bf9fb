import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loevingerH } from "../../../core/statistics/loevinger-h.ts";
import { quadraticKappa } from "../../../core/statistics/quadratic-kappa.ts";
import { permutations } from "./stratified.ts";

const counts = (max = 30) => fc.array(fc.nat(max), { minLength: 9, maxLength: 9 });
/** The table with the two judgements changed about. */
const transposed = (table: readonly number[]) => table.map((_, i) => table[(i % 3) * 3 + Math.floor(i / 3)]!);
/** Voldoet niet and voldoet changed about, on both sides. */
const turned = (table: readonly number[]) => table.toReversed();

/** Kappa straight from its definition, of shares. */
function kappaOf(shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const p = (i: number, j: number) => shares[i * 3 + j]! / total;
  const levels = [0, 1, 2];
  const row = levels.map((i) => levels.reduce((sum, j) => sum + p(i, j), 0));
  const column = levels.map((j) => levels.reduce((sum, i) => sum + p(i, j), 0));
  const weighted = (share: (i: number, j: number) => number) =>
    levels.reduce((sum, i) => sum + levels.reduce((inner, j) => inner + (1 - (i - j) ** 2 / 4) * share(i, j), 0), 0);
  const chance = weighted((i, j) => row[i]! * column[j]!);
  return (weighted(p) - chance) / (1 - chance);
}

describe("quadratic kappa", () => {
  test("is (observed - chance) / (1 - chance), with the counts beside it", () => {
    fc.assert(
      fc.property(counts(), (table) => {
        const { n, same, higher, lower, agreement, kappa } = quadraticKappa(table);
        expect(n).toBe(table.reduce((sum, count) => sum + count, 0));
        expect(same + higher + lower).toBe(n);
        expect(agreement).toBe(n === 0 ? null : (table[0]! + table[4]! + table[8]!) / n);
        expect(higher).toBe(table[1]! + table[2]! + table[5]!);
        if (kappa !== null) expect(kappa).toBeCloseTo(kappaOf(table), 10);
      }),
    );
  });

  test("has the standard error that its slopes in the nine shares give", () => {
    const step = 1e-5;
    fc.assert(
      fc.property(
        counts().filter((table) => table.every((count) => count > 0)),
        (table) => {
          const n = table.reduce((sum, count) => sum + count, 0);
          const shares = table.map((count) => count / n);
          const slopes = shares.map(
            (share, cell) => (kappaOf(shares.with(cell, share + step)) - kappaOf(shares.with(cell, share - step))) / (2 * step),
          );
          const mean = slopes.reduce((sum, slope, i) => sum + slope * shares[i]!, 0);
          const variance = slopes.reduce((sum, slope, i) => sum + shares[i]! * (slope - mean) ** 2, 0) / n;
          expect(quadraticKappa(table).standardError).toBeCloseTo(Math.sqrt(variance), 6);
        },
      ),
    );
  });

  test("does not care who judged first, nor whether the scale is read upside down", () => {
    fc.assert(
      fc.property(counts(), (table) => {
        const found = quadraticKappa(table);
        for (const other of [quadraticKappa(transposed(table)), quadraticKappa(turned(table))]) {
          expect(other.kappa === null).toBe(found.kappa === null);
          expect([other.n, other.same, other.higher, other.lower]).toEqual([found.n, found.same, found.lower, found.higher]);
          if (found.kappa !== null) expect(other.kappa).toBeCloseTo(found.kappa, 12);
          if (found.standardError !== null) expect(other.standardError).toBeCloseTo(found.standardError, 9);
        }
      }),
    );
  });

  test("lies in [-1, 1], is 1 only when all pairs are the same, and never NaN", () => {
    fc.assert(
      fc.property(counts(3), (table) => {
        const { kappa, standardError, same, n } = quadraticKappa(table);
        if (kappa === null) {
          expect(standardError).toBeNull();
          return;
        }
        expect(-1 - 1e-12 <= kappa && kappa <= 1 && standardError! >= 0).toBe(true);
        expect(kappa === 1).toBe(same === n);
      }),
    );
  });

  test("is exactly 0 when one side always says the same", () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 50 })), ([never, partly, always]) => {
        const { kappa, standardError } = quadraticKappa([never, partly, always, 0, 0, 0, 0, 0, 0]);
        expect([kappa, standardError]).toEqual(never === 0 || partly + always > 0 ? [0, 0] : [null, null]);
      }),
    );
  });

  test("reads its table from any place", () => {
    fc.assert(
      fc.property(counts(), counts(), (before, table) => {
        expect(quadraticKappa(Uint32Array.from([...before, ...table]), 9)).toEqual(quadraticKappa(table));
        expect(loevingerH(Uint32Array.from([...before, ...table]), 9)).toEqual(loevingerH(table));
      }),
    );
  });
});

describe("Loevinger's H", () => {
  const pairs = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 2, maxLength: 6 });
  const tableOf = (pairs: readonly (readonly [number, number])[]) => {
    const table = new Array<number>(9).fill(0);
    for (const [i, j] of pairs) table[i * 3 + j]!++;
    return table;
  };

  test("divides the covariance by the largest that any pairing of the same scores has", () => {
    fc.assert(
      fc.property(pairs, (pairs) => {
        const n = pairs.length;
        const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / n;
        const chance = mean(0) * mean(1);
        const covariance = (seconds: readonly number[]) => pairs.reduce((sum, [first], i) => sum + first * seconds[i]!, 0) / n - chance;
        const largest = Math.max(...permutations(pairs.map(([, second]) => second)).map(covariance));
        const found = loevingerH(tableOf(pairs));
        if (largest < 1e-9) expect(found).toBeNull();
        else expect(found).toBeCloseTo(covariance(pairs.map(([, second]) => second)) / largest, 10);
      }),
      { numRuns: 60 },
    );
  });

  test("is at most 1 and does not care which norm is named first, nor whether both scales are read upside down", () => {
    fc.assert(
      fc.property(counts(), (table) => {
        const h = loevingerH(table);
        for (const other of [loevingerH(transposed(table)), loevingerH(turned(table))]) {
          expect(other === null).toBe(h === null);
          if (h !== null) expect(other).toBeCloseTo(h, 12);
        }
        if (h !== null) expect(h).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("is 1 for a norm that is only met where an easier one is, and says nothing of a norm with one score", () => {
    expect(loevingerH([20, 0, 0, 10, 0, 0, 15, 0, 12])).toBe(1);
    expect([loevingerH([0, 0, 0, 0, 0, 0, 4, 3, 9]), loevingerH(new Uint32Array(9))]).toEqual([null, null]);
  });
});
