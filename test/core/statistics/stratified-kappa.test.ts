import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quadraticKappa } from "../../../core/statistics/quadratic-kappa.ts";
import { NO_PAIR, stratifiedKappa } from "../../../core/statistics/stratified-kappa.ts";

const cell = fc.oneof({ weight: 8, arbitrary: fc.nat(8) }, { weight: 1, arbitrary: fc.constant(NO_PAIR) });
const clustersOf = (strata: number) =>
  fc.array(
    fc.array(cell, { minLength: strata, maxLength: strata }).map((cells) => Uint8Array.from(cells)),
    { maxLength: 40 },
  );
const tableOf = (clusters: readonly Uint8Array[]) =>
  Array.from({ length: 9 }, (_, pair) => clusters.filter(([only]) => only === pair).length);
/** So many organisations with the pair first, second. */
const times = (count: number, ...cells: number[]) => Array.from({ length: count }, () => Uint8Array.from(cells));

describe("kappa over strata", () => {
  test("of one stratum is quadratic kappa", () => {
    fc.assert(
      fc.property(clustersOf(1), (clusters) => {
        const { n, kappa } = stratifiedKappa(clusters);
        const expected = quadraticKappa(tableOf(clusters));
        expect(n).toBe(expected.n);
        if (expected.kappa === null) expect(kappa).toBeNull();
        else expect(kappa).toBeCloseTo(expected.kappa, 10);
      }),
    );
  });

  test("worked out by hand: two norms, of which one is met by nearly everybody", () => {
    // Norm 1: (2,2) (2,2) (0,0) (0,2): D = 4; E = (4+4+0+0 + 4+4+0+4) - 2·4·6/4 = 8. Norm 2: always (2,2): D = E = 0.
    const clusters = [...times(2, 8, 8), ...times(1, 0, 8), ...times(1, 2, 8)];
    expect(stratifiedKappa(clusters)).toMatchObject({ n: 8, clusters: 4, kappa: 0.5 });
  });

  test("does not take differences between norms for agreement", () => {
    // Within each norm the two sides have nothing to do with each other; norm 1 is hard, norm 2 is easy.
    const clusters = [...times(4, 0, 8), ...times(4, 1, 7), ...times(4, 3, 5), ...times(4, 4, 4)];
    expect(stratifiedKappa(clusters).kappa).toBeCloseTo(0, 10);
    const pooled = quadraticKappa(
      Array.from({ length: 9 }, (_, pair) => clusters.flatMap((one) => [...one]).filter((one) => one === pair).length),
    );
    expect(pooled.kappa).toBeGreaterThan(0.3);
  });

  test("has no interval when it is 1, with one organisation, and when one organisation carries it", () => {
    expect(stratifiedKappa([...times(5, 0), ...times(5, 8)])).toMatchObject({ kappa: 1, interval: null });
    expect(stratifiedKappa(times(1, 2))).toMatchObject({ interval: null });
    expect(stratifiedKappa([...times(30, 8), ...times(1, 7)])).toMatchObject({ clusters: 31, kappa: 0, interval: null });
    expect(stratifiedKappa([])).toEqual({ n: 0, clusters: 0, kappa: null, interval: null });
  });

  test("has an interval near that of Fleiss, Cohen and Everitt where there are many and kappa is small", () => {
    const table = [40, 30, 30, 30, 40, 30, 30, 30, 40];
    const clusters = table.flatMap((count, pair) => times(count, pair));
    const { kappa, standardError } = quadraticKappa(table);
    const { interval } = stratifiedKappa(clusters);
    expect(interval!.lower).toBeCloseTo(kappa! - 1.96 * standardError!, 2);
    expect(interval!.upper).toBeCloseTo(kappa! + 1.96 * standardError!, 2);
  });

  test("lies within its interval, and its interval between -1 and 1; turned round it is the same", () => {
    fc.assert(
      fc.property(clustersOf(3), (clusters) => {
        const { kappa, interval } = stratifiedKappa(clusters);
        const turned = stratifiedKappa(
          clusters.map((one) => one.map((pair) => (pair === NO_PAIR ? pair : (pair % 3) * 3 + Math.floor(pair / 3)))),
        );
        if (kappa === null) expect(turned.kappa).toBeNull();
        else expect(turned.kappa).toBeCloseTo(kappa, 10);
        if (interval === null) return;
        expect(interval.lower).toBeGreaterThanOrEqual(-1);
        expect(interval.upper).toBeLessThanOrEqual(1);
        expect(interval.lower).toBeLessThanOrEqual(kappa! + 1e-9);
        expect(interval.upper).toBeGreaterThanOrEqual(kappa! - 1e-9);
        expect(turned.interval!.lower).toBeCloseTo(interval.lower, 8);
      }),
    );
  });

  test("is surer of as many pairs of other organisations than of the same organisations", () => {
    const own = [...times(20, 8), ...times(10, 4), ...times(6, 0), ...times(4, 5)];
    const apart = stratifiedKappa([...own, ...own]).interval!;
    const together = stratifiedKappa(own.map(([only]) => Uint8Array.from([only!, only!]))).interval!;
    expect(together.upper - together.lower).toBeGreaterThan(1.2 * (apart.upper - apart.lower));
  });
});
