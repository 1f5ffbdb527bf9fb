import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mantelTrend, mantelTrendOfTables } from "../../../core/statistics/mantel-trend.ts";
import { type Audit, audits, permutations, shuffled, tablesOf, vectors } from "./stratified.ts";

const trend = (rows: readonly Audit[]) => {
  const { x, score, stratum } = vectors(rows);
  return mantelTrend(x, score, stratum);
};
const changed = (rows: readonly Audit[], change: (audit: Audit) => Partial<Audit>) => rows.map((audit) => ({ ...audit, ...change(audit) }));
const days = audits(4_000);

describe("Mantel's ordinal trend", () => {
  test("measures in standard deviations over all orders in which the scores of a stratum could have fallen", () => {
    const stratum = fc.array(fc.tuple(fc.nat(20), fc.nat(2)), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(stratum, stratum, (first, second) => {
        const moments = [first, second].map((pairs) => {
          const products = permutations(pairs.map(([, score]) => score)).map((scores) =>
            scores.reduce((sum, score, i) => sum + score * pairs[i]![0], 0),
          );
          const mean = products.reduce((sum, value) => sum + value, 0) / products.length;
          const variance = products.reduce((sum, value) => sum + (value - mean) ** 2, 0) / products.length;
          return { seen: pairs.reduce((sum, [x, score]) => sum + x * score, 0), mean, variance };
        });
        const variance = moments[0]!.variance + moments[1]!.variance;
        const found = trend([first, second].flatMap((pairs, s) => pairs.map(([x, score]) => ({ x, score, stratum: s }))));
        if (variance < 1e-9) {
          expect(found).toBeNull();
          return;
        }
        const away = moments.reduce((sum, { seen, mean }) => sum + seen - mean, 0);
        expect(found!.z).toBeCloseTo(away / Math.sqrt(variance), 9);
      }),
      { numRuns: 40 },
    );
  });

  test("is the same from vectors and from tables", () => {
    fc.assert(
      fc.property(audits(4), (rows) => {
        expect(trend(rows)).toEqual(mantelTrendOfTables(tablesOf(rows, 5)));
      }),
    );
  });

  test("does not change by a bit when the audits come in another order", () => {
    fc.assert(
      fc.property(
        days.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows))),
        ([rows, others]) => {
          expect(trend(others)).toEqual(trend(rows));
        },
      ),
    );
  });

  test("depends on the spacing of the days, not on where counting starts, in what unit, or what strata are called", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1_000 }), (rows, origin, unit) => {
        const found = trend(rows);
        const moved = trend(changed(rows, ({ x, stratum }) => ({ x: x * unit + origin, stratum: 7 - 2 * stratum })));
        expect(moved === null).toBe(found === null);
        if (found && moved) expect(moved.z).toBeCloseTo(found.z, 9);
      }),
    );
  });

  test("turns its sign with time or with the scores", () => {
    fc.assert(
      fc.property(days, (rows) => {
        const found = trend(rows);
        for (const turned of [trend(changed(rows, ({ x }) => ({ x: -x }))), trend(changed(rows, ({ score }) => ({ score: 2 - score })))]) {
          expect(turned?.z).toBe(found ? 0 - found.z : undefined);
          expect(turned?.p).toBe(found?.p);
        }
      }),
    );
  });

  test("sees nothing in what lies between strata", () => {
    // All audits of a stratum on one day, or with one score: the strata differ, within them nothing does.
    fc.assert(
      fc.property(days, (rows) => {
        expect(trend(changed(rows, ({ stratum }) => ({ x: stratum * 0.1 })))).toBeNull();
        expect(trend(changed(rows, ({ stratum }) => ({ score: stratum * 0.1 })))).toBeNull();
        expect(trend(rows.map((audit, stratum) => ({ ...audit, stratum })))).toBeNull();
      }),
    );
    expect(mantelTrend([], [], [])).toBeNull();
    expect(mantelTrendOfTables([])).toBeNull();
  });

  test("leaves out audits with a negative stratum", () => {
    fc.assert(
      fc.property(days, days, (rows, others) => {
        expect(trend([...changed(others, () => ({ stratum: -1 })), ...rows])).toEqual(trend(rows));
      }),
    );
  });

  test("counts the strata and audits that say something", () => {
    const says = [
      { x: 0, score: 0, stratum: 0 },
      { x: 5, score: 2, stratum: 0 },
      { x: 9, score: 1, stratum: 0 },
    ];
    const saysNothing = [
      { x: 1, score: 2, stratum: 1 },
      { x: 7, score: 2, stratum: 1 },
      { x: 4, score: 0, stratum: 2 },
    ];
    expect(trend([...says, ...saysNothing])).toMatchObject({ strata: 1, n: 3 });
  });

  test("gives a finite z and a p in [0, 1], and only then", () => {
    fc.assert(
      fc.property(audits(1e6, 200), (rows) => {
        const found = trend(rows);
        if (found) expect(Number.isFinite(found.z) && found.p >= 0 && found.p <= 1).toBe(true);
      }),
    );
  });
});
