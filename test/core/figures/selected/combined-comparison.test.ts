import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combinedComparison } from "../../../../core/figures/selected/combined-comparison.ts";
import { anyRegister, day, report } from "../tables/example.ts";
import { counted } from "./example.ts";

/** Two reports of one audit: N A7 overlaps with L A3 of 2019. */
const audit = (organisation: string, on: string, a3: string, a7: string) => {
  const both = { organisation, day: on, reference: `C-${organisation}-${on}`, form: "combinedLabel" as const };
  return [report({ ...both, audit: `22${a3}2` }), report({ ...both, framework: "N/basis/2021", audit: `${a7}2` })];
};

const pairOf = (reports: Parameters<typeof counted>[0], period = {}) => {
  const found = combinedComparison(counted(reports), "L", "N", period);
  expect(found.pairs.map(({ a, b }) => [a.code, b.code])).toEqual([["A3", "A7"]]);
  return { organisations: found.organisations, ...found.pairs[0]! };
};

describe("one label beside another in combined audits", () => {
  test("compares what was judged twice, and says what one lent the other", () => {
    const reports = [
      ...audit("beta", "2022-03-01", "2", "0"),
      ...audit("delta", "2022-04-01", "1", "1"),
      ...audit("gamma", "2022-05-01", "2", "."),
      ...audit("kvk:20000001", "2022-06-01", ".", "2"),
      ...audit("kvk:20000002", "2022-07-01", "-", "2"),
    ];
    expect(pairOf(reports)).toMatchObject({
      organisations: 5,
      judgedTwice: { n: 2, same: 1, higher: 0, lower: 1 },
      lentToB: 1,
      lentToA: 1,
      addresses: { a: "L/basis/2019/A3", b: "N/basis/2021/A7" },
    });
    expect(pairOf(reports).judgedTwice.counts).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  test("counts an organisation once, by its latest combined audit of the period", () => {
    const reports = [...audit("beta", "2020-03-01", "0", "2"), ...audit("beta", "2022-03-01", "2", "2")];
    expect(pairOf(reports).judgedTwice).toMatchObject({ n: 1, same: 1 });
    expect(pairOf(reports, { until: day("2021-12-31") }).judgedTwice).toMatchObject({ n: 1, higher: 1 });
    expect(pairOf(reports, { from: day("2022-06-01") })).toMatchObject({ organisations: 0, judgedTwice: { n: 0 } });
  });

  test("takes of two audits the one whose last day is later, under whichever label", () => {
    const onTwoDays = (reference: string, onL: string, onN: string, a7: string) => {
      const both = { reference, organisation: "beta", form: "combinedLabel" as const };
      return [report({ ...both, day: onL, audit: "2222" }), report({ ...both, day: onN, framework: "N/basis/2021", audit: `${a7}2` })];
    };
    const reports = [...onTwoDays("C-1", "2022-03-01", "2022-03-20", "0"), ...onTwoDays("C-2", "2022-03-05", "2022-03-06", "2")];
    expect(pairOf(reports).judgedTwice).toMatchObject({ n: 1, lower: 1 });
  });

  test("leaves out audits of one label alone", () => {
    const alone = [report({ reference: "A" }), report({ reference: "B", framework: "N/basis/2021" })];
    expect(pairOf(alone)).toMatchObject({ organisations: 0, judgedTwice: { n: 0 }, lentToA: 0, lentToB: 0 });
  });

  test("turns round with the labels", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const there = combinedComparison(counted(reports), "L", "N").pairs[0]!;
        const back = combinedComparison(counted(reports), "N", "L").pairs[0]!;
        expect(back.judgedTwice).toMatchObject({
          n: there.judgedTwice.n,
          higher: there.judgedTwice.lower,
          lower: there.judgedTwice.higher,
          same: there.judgedTwice.same,
        });
        expect([back.lentToA, back.lentToB]).toEqual([there.lentToB, there.lentToA]);
      }),
      { numRuns: 100 },
    );
  });
});
