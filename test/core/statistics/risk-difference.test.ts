import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { riskDifference, riskDifferenceOfTables } from "../../../core/statistics/risk-difference.ts";
import { type Audit, audits, vectors } from "./stratified.ts";

const table = fc.tuple(fc.tuple(fc.nat(15), fc.nat(15)), fc.tuple(fc.nat(15), fc.nat(15)));
const tables = fc.array(table, { maxLength: 6 });

const difference = (rows: readonly Audit[]) => {
  const { x, met, stratum } = vectors(rows);
  return riskDifference(x, met, stratum);
};

describe("the Mantel-Haenszel risk difference", () => {
  test("is the mean of the differences within strata, weighted by n₁ n₀ / N", () => {
    fc.assert(
      fc.property(tables, (strata) => {
        const compared = strata.filter(([[a, b], [c, d]]) => a + b > 0 && c + d > 0);
        const found = riskDifferenceOfTables(strata);
        expect(found?.strata ?? 0).toBe(compared.length);
        if (!found) return;
        const weights = compared.map(([[a, b], [c, d]]) => ((a + b) * (c + d)) / (a + b + c + d));
        const sum = weights.reduce((total, weight) => total + weight, 0);
        const mean = compared.reduce((total, [[a, b], [c, d]], i) => total + (weights[i]! / sum) * (a / (a + b) - c / (c + d)), 0);
        expect(found.difference).toBeCloseTo(mean, 12);
      }),
    );
  });

  test("lies in [-1, 1] and within its interval, which widens with confidence", () => {
    fc.assert(
      fc.property(tables, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (strata, confidence) => {
        const found = riskDifferenceOfTables(strata, confidence);
        if (!found) return;
        expect(Math.abs(found.difference)).toBeLessThanOrEqual(1 + 1e-12);
        if (!found.interval) return;
        const wider = riskDifferenceOfTables(strata, confidence + 0.005)!.interval!;
        expect(found.interval.lower <= found.difference && found.difference <= found.interval.upper).toBe(true);
        expect(wider.lower <= found.interval.lower && found.interval.upper <= wider.upper).toBe(true);
      }),
    );
  });

  test("turns its sign when these and the others, or met and not met, change places; strata may be called anything", () => {
    fc.assert(
      fc.property(tables, (strata) => {
        const found = riskDifferenceOfTables(strata);
        const swapped = riskDifferenceOfTables(strata.map(([these, others]) => [others, these]));
        const failing = riskDifferenceOfTables(strata.map((rows) => rows.map(([met, notMet]) => [notMet, met])));
        const reversed = riskDifferenceOfTables(strata.toReversed());
        for (const [other, sign] of [[swapped, -1] as const, [failing, -1] as const, [reversed, 1] as const]) {
          expect(other === null).toBe(found === null);
          if (!found || !other) continue;
          expect(other.difference).toBeCloseTo(sign * found.difference, 12);
          expect(other.interval === null).toBe(found.interval === null);
          if (found.interval && other.interval) {
            const [low, high] = sign > 0 ? [other.interval.lower, other.interval.upper] : [-other.interval.upper, -other.interval.lower];
            expect(low).toBeCloseTo(found.interval.lower, 7);
            expect(high).toBeCloseTo(found.interval.upper, 7);
          }
        }
      }),
    );
  });

  test("is the same from vectors and from tables, without the audits that have a negative stratum", () => {
    fc.assert(
      fc.property(audits(1), audits(1), (rows, left) => {
        const counted = Array.from({ length: 4 }, () => [
          [0, 0],
          [0, 0],
        ]);
        for (const { x, score, stratum } of rows) counted[stratum]![1 - x]![score === 2 ? 0 : 1]!++;
        expect(difference([...left.map((audit) => ({ ...audit, stratum: -1 })), ...rows])).toEqual(riskDifferenceOfTables(counted));
      }),
    );
  });

  /** These met and not met, the others met and not met. */
  const stratum = (a: number, b: number, c: number, d: number) =>
    [
      [a, b],
      [c, d],
    ] as const;

  test("has an interval around 0 when the shares are equal, and one of no width where all these differ from all the others", () => {
    const { difference, interval } = riskDifferenceOfTables([stratum(5, 5, 5, 5), stratum(2, 6, 1, 3)])!;
    expect(difference).toBe(0);
    expect(interval!.upper).toBeGreaterThan(0.1);
    expect(interval!.lower).toBeCloseTo(-interval!.upper, 12);
    const opposite = riskDifferenceOfTables([stratum(0, 6, 5, 0), stratum(0, 8, 6, 0)])!;
    expect(opposite.interval!.lower).toBeCloseTo(-1, 7);
    expect(opposite.interval!.upper).toBeCloseTo(-1, 7);
  });

  test("says nothing when nowhere both are, and claims no certainty when nothing varies", () => {
    expect(riskDifferenceOfTables([])).toBeNull();
    expect(riskDifferenceOfTables([stratum(3, 4, 0, 0), stratum(0, 0, 5, 1)])).toBeNull();
    const nothing = { difference: 0, interval: null, strata: 2 };
    expect(riskDifferenceOfTables([stratum(0, 5, 0, 7), stratum(0, 4, 0, 9)])).toEqual(nothing);
    expect(riskDifferenceOfTables([stratum(5, 0, 7, 0), stratum(0, 4, 0, 9)])).toEqual(nothing);
  });
});
