import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ScoreCounts, SMALL, shownCounts } from "../../../../core/figures/mirror/small-cells.ts";

const counts = (met: number, partiallyMet: number, notMet: number, notApplicable = 0, notAssessed = 0): ScoreCounts => ({
  met,
  partiallyMet,
  notMet,
  notApplicable,
  notAssessed,
});

const none = counts(0, 0, 0);

describe("what is shown of all bodies", () => {
  test("is everything when no cell of the others is small; empty cells reveal nobody", () => {
    expect(shownCounts(counts(1, 1, 1, 1, 1), counts(9, 5, 0, 6, 0))).toEqual({
      judgements: { shows: "all", judged: 17, met: 10, partiallyMet: 6, notMet: 1 },
      rest: { shows: "all", notApplicable: 7, notAssessed: 1 },
    });
  });

  test("is nothing when there are fewer than five others, however many are the own", () => {
    expect(shownCounts(counts(50, 50, 50, 50, 50), counts(4, 0, 0))).toEqual({
      judgements: { shows: "nothing" },
      rest: { shows: "nothing" },
    });
  });

  test("is coarser where a cell of the others is small, so that subtracting the own gives nothing away", () => {
    const own = counts(20, 20, 20);
    expect(shownCounts(own, counts(30, 4, 6)).judgements).toEqual({ shows: "met", judged: 100, met: 50 });
    expect(shownCounts(own, counts(30, 0, 4)).judgements).toEqual({ shows: "number", judged: 94 });
    expect(shownCounts(own, counts(4, 0, 30)).judgements).toEqual({ shows: "number", judged: 94 });
  });

  test("never is the total of judgements and the rest, so that one cannot be had from the other", () => {
    const shown = shownCounts(none, counts(30, 20, 10, 2, 1));
    expect(shown.judgements.shows).toBe("all");
    expect(shown.rest).toEqual({ shows: "nothing" });
    expect(shownCounts(none, counts(2, 1, 0, 30, 20)).judgements).toEqual({ shows: "nothing" });
    expect(shownCounts(none, counts(30, 0, 0, 3, 2)).rest).toEqual({ shows: "number", notJudged: 5 });
  });
});

/** Every way in which up to so many organisations can be spread over some scores. */
const spreads = (cells: number, most: number): number[][] =>
  cells === 0
    ? [[]]
    : Array.from({ length: most + 1 }, (_, first) => spreads(cells - 1, most - first).map((rest) => [first, ...rest])).flat();

describe("recomputation", () => {
  // The reader knows the own numbers and these rules, and tries every register of others. Judgements and the rest have a limit each: with
  // one limit for both, a number that is shown would seem to tell something about the hidden ones.
  const worlds = spreads(3, 13).flatMap(([met, part, not]) =>
    spreads(2, 11).map(([na, unassessed]) => counts(met!, part!, not!, na, unassessed)),
  );
  const names = ["met", "partiallyMet", "notMet", "notApplicable", "notAssessed"] as const;
  const LEAST = 4;

  test("never brings a hidden cell of the others down to fewer than four values, whatever the own numbers are", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 5, maxLength: 5 }), ([met, part, not, na, unassessed]) => {
        const own = counts(met!, part!, not!, na!, unassessed!);
        const possible = new Map<string, Set<number>[]>();
        for (const others of worlds) {
          const shown = JSON.stringify(shownCounts(own, others));
          const values = possible.get(shown) ?? names.map(() => new Set<number>());
          names.forEach((name, i) => {
            values[i]!.add(others[name]);
          });
          possible.set(shown, values);
        }
        for (const [shown, values] of possible) {
          names.forEach((name, i) => {
            const isShown = shown.includes(`"${name}":`);
            if (isShown) expect([...values[i]!], `${name} in ${shown}`).toHaveLength(1);
            else expect(values[i]!.size, `${name} in ${shown}`).toBeGreaterThanOrEqual(LEAST);
            // And what is shown is never a small cell.
            if (isShown) expect([...values[i]!].every((value) => value === 0 || value >= SMALL)).toBe(true);
          });
        }
      }),
      { numRuns: 5 },
    );
  });
});
