import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kaplanMeier, type Wait } from "../../../core/statistics/kaplan-meier.ts";

const ended = (...days: number[]): Wait[] => days.map((one) => ({ days: one, ended: true }));
const waiting = (...days: number[]): Wait[] => days.map((one) => ({ days: one, ended: false }));
const anyWaits = fc.array(fc.record({ days: fc.nat(40), ended: fc.boolean() }), { maxLength: 30 });

describe("how long it takes", () => {
  test("is as printed for the remission times of Freireich et al. (1963): 6-MP, in weeks", () => {
    const found = kaplanMeier([...ended(6, 6, 6, 7, 10, 13, 16, 22, 23), ...waiting(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]);
    expect(found.steps.map(({ days, waiting }) => [days, Number(waiting.toFixed(3))])).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ]);
    expect(found).toMatchObject({ n: 21, ended: 9, medianDays: 23 });
  });

  test("is the plain median when all have ended", () => {
    expect(kaplanMeier(ended(5, 1, 3)).medianDays).toBe(3);
    expect(kaplanMeier(ended(4, 1, 2, 3)).medianDays).toBe(2);
  });

  test("is not known while fewer than half have ended", () => {
    expect(kaplanMeier([...ended(10), ...waiting(20, 20)]).medianDays).toBeNull();
    expect(kaplanMeier([])).toEqual({ n: 0, ended: 0, medianDays: null, steps: [] });
    expect(kaplanMeier(waiting(3, 4)).medianDays).toBeNull();
  });

  test("does not depend on the order, and only goes down", () => {
    fc.assert(
      fc.property(anyWaits, (waits) => {
        const found = kaplanMeier(waits);
        expect(kaplanMeier(waits.toReversed())).toEqual(found);
        const shares = [1, ...found.steps.map((step) => step.waiting)];
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        expect(shares.at(-1)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("never gets shorter when one that had ended turns out to wait still", () => {
    fc.assert(
      fc.property(anyWaits, fc.nat(), (waits, which) => {
        if (waits.length === 0) return;
        const at = which % waits.length;
        const longer = kaplanMeier(waits.with(at, { ...waits[at]!, ended: false })).medianDays ?? Number.POSITIVE_INFINITY;
        expect(longer).toBeGreaterThanOrEqual(kaplanMeier(waits).medianDays ?? Number.POSITIVE_INFINITY);
      }),
    );
  });
});
