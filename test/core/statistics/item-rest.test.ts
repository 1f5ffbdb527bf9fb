import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correlation } from "../../../core/statistics/correlation.ts";
import { correlationInterval } from "../../../core/statistics/correlation-interval.ts";
import { itemRest } from "../../../core/statistics/item-rest.ts";
import { shuffled } from "./stratified.ts";

/** Organisations by norms; 3 is n.v.t. */
const matrix = fc
  .integer({ min: 1, max: 6 })
  .chain((norms) => fc.array(fc.array(fc.nat(3), { minLength: norms, maxLength: norms }), { minLength: 1, maxLength: 25 }));
const flat = (rows: readonly (readonly number[])[]) => Uint8Array.from(rows.flat());
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the item-rest correlation", () => {
  test("is the plain correlation with the mean of the other scored norms", () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const found = itemRest(flat(rows), rows[0]!.length);
        found.forEach(({ n, correlation: r }, norm) => {
          const pairs = rows
            .filter((row) => row[norm]! <= 2)
            .map((row) => [row[norm]!, row.filter((score, other) => other !== norm && score <= 2)] as const)
            .filter(([, others]) => others.length > 0)
            .map(([own, others]) => [own, mean(others)] as const);
          const [own, rest] = [pairs.map(([score]) => score), pairs.map(([, others]) => others)];
          expect(n).toBe(pairs.length);
          if (n < 3 || new Set(own).size < 2 || new Set(rest).size < 2) {
            expect(r).toBeNull();
            return;
          }
          const [ownMean, restMean] = [mean(own), mean(rest)];
          const spread = (values: readonly number[], centre: number) => values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
          const together = own.reduce((sum, score, i) => sum + (score - ownMean) * (rest[i]! - restMean), 0);
          expect(r).toBeCloseTo(together / Math.sqrt(spread(own, ownMean) * spread(rest, restMean)), 10);
        });
      }),
    );
  });

  test("goes with its norm when norms or organisations are put in another order, and turns with no scale", () => {
    fc.assert(
      fc.property(
        matrix.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows), shuffled([...rows[0]!.keys()]))),
        ([rows, otherOrder, norms]) => {
          const found = itemRest(flat(rows), norms.length);
          const moved = itemRest(flat(otherOrder.map((row) => norms.map((norm) => row[norm]!))), norms.length);
          const turned = itemRest(flat(rows.map((row) => row.map((score) => (score <= 2 ? 2 - score : score)))), norms.length);
          for (const [others, at] of [
            [moved, (i: number) => norms[i]!],
            [turned, (i: number) => i],
          ] as const) {
            others.forEach(({ n, correlation: r }, i) => {
              const own = found[at(i)]!;
              expect([n, r === null]).toEqual([own.n, own.correlation === null]);
              if (r !== null) expect(r).toBeCloseTo(own.correlation!, 10);
            });
          }
        },
      ),
    );
  });

  test("does not change when organisations come along that are not scored", () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const norms = rows[0]!.length;
        expect(itemRest(flat([...rows, rows[0]!.map(() => 4), rows[0]!.map(() => 5)]), norms)).toEqual(itemRest(flat(rows), norms));
      }),
    );
    expect(itemRest([], 0)).toEqual([]);
    expect(itemRest([], 2)).toEqual([
      { n: 0, correlation: null },
      { n: 0, correlation: null },
    ]);
  });
});

describe("the correlation", () => {
  const number = fc.integer({ min: -1e6, max: 1e6 }).map((thousandths) => thousandths / 1_000);
  const points = fc.array(fc.tuple(number, number), { maxLength: 30 });

  test("lies in [-1, 1], is symmetric, turns with a scale, and is null only without variation", () => {
    fc.assert(
      fc.property(points, (points) => {
        const [x, y] = [points.map(([first]) => first), points.map(([, second]) => second)];
        const r = correlation(x, y);
        expect(r === null).toBe(new Set(x).size < 2 || new Set(y).size < 2);
        if (r === null) return;
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(correlation(y, x)).toBeCloseTo(r, 12);
        const turned = x.map((value) => -value);
        expect(correlation(turned, y)).toBeCloseTo(-r, 12);
      }),
    );
  });

  test("makes nothing of equal numbers whose mean is off by a digit", () => {
    expect(correlation([0.1, 0.1, 0.1], [0, 1, 2])).toBeNull();
  });
});

describe("the interval of a correlation", () => {
  const r = fc.double({ min: -0.999, max: 0.999, noNaN: true });
  const n = fc.integer({ min: 4, max: 5_000 });
  const confidence = fc.double({ min: 0.5, max: 0.99, noNaN: true });

  test("lies in [-1, 1] around r, wider with more confidence, narrower with more organisations, mirrored for -r", () => {
    fc.assert(
      fc.property(r, n, confidence, (r, n, confidence) => {
        const { lower, upper, pNegative } = correlationInterval(r, n, confidence)!;
        const wider = correlationInterval(r, n, confidence + 0.005)!;
        const more = correlationInterval(r, n + 1, confidence)!;
        const mirrored = correlationInterval(-r, n, confidence)!;
        expect(-1 <= lower && lower <= r + 1e-12 && r - 1e-12 <= upper && upper <= 1).toBe(true);
        expect(wider.lower <= lower && upper <= wider.upper && lower <= more.lower && more.upper <= upper).toBe(true);
        expect(mirrored.lower).toBeCloseTo(-upper, 12);
        expect(mirrored.pNegative).toBeCloseTo(1 - pNegative, 12);
      }),
    );
  });

  test("has its upper limit just at 0 when r is negative with exactly the doubt that is left on that side", () => {
    fc.assert(
      fc.property(r, n, confidence, (r, n, confidence) => {
        const { upper, pNegative } = correlationInterval(r, n, confidence)!;
        fc.pre(Math.abs(upper) > 1e-9);
        expect(upper < 0).toBe(pNegative < (1 - confidence) / 2);
      }),
    );
  });

  test("is the two-sided 95% one unless another confidence is asked for", () => {
    expect(correlationInterval(0.4, 60)).toEqual(correlationInterval(0.4, 60, 0.95));
  });

  test("says nothing of three organisations or of a line", () => {
    expect([correlationInterval(0.5, 3), correlationInterval(1, 20), correlationInterval(-1, 20)]).toEqual([null, null, null]);
  });
});
