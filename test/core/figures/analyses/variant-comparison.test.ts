import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareVariants, labelsWithVariants } from "../../../../core/figures/analyses/variant-comparison.ts";
import { normAddress } from "../../../../core/figures/norm-address.ts";
import { analyseView } from "../../../../core/relevance/analysis.ts";
import { isSaid } from "../../../../core/relevance/outcome.ts";
import { viewThresholds } from "../../../../core/relevance/thresholds.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { counted } from "../selected/example.ts";
import { anyRegister, catalogue, referenceDay, report, sourceOf } from "../tables/example.ts";
import { organisation } from "./example.ts";

const compare = (reports: readonly PackedReport[]) => compareVariants(counted(reports), "L", "basis", "wijk");

/** Organisations i from `first`, on A1 of the variant: `wijk` has B9 and A1, `basis` B2, A4 and A1. */
const tested = (variant: "basis" | "wijk", count: number, a1: string, first = 0, day = "2023-03-01") =>
  Array.from({ length: count }, (_, i) =>
    report({
      organisation: organisation(first + i),
      day,
      framework: `L/${variant}/2021`,
      audit: variant === "wijk" ? `2${a1}` : `22${a1}`,
    }),
  );

describe("two variants of a label", () => {
  test("are compared on the norms that both have, and say how many only one has", () => {
    const { rows, onlyIn } = compare([]);
    expect(rows.map(({ norm }) => norm.code)).toEqual(["A1"]);
    // basis of all versions: A1 A2 A3 B1 B2 A4 and the reworded A2; wijk: B9.
    expect(onlyIn).toEqual({ a: 6, b: 1 });
    expect([...labelsWithVariants({ catalogue })]).toEqual([["L", ["basis", "wijk"]]]);
  });

  test("stand out on a norm when Fisher's test is sure, the difference large and both sides are many", () => {
    const found = compare([...tested("basis", 20, "2"), ...tested("wijk", 20, "0", 100)]);
    expect(found.organisations).toEqual({ a: 20, b: 20 });
    expect(found.rows[0]).toMatchObject({ standsOut: true, inBoth: 0, a: { share: 1 }, b: { share: 0 } });
    expect(found.rows[0]!.difference!.difference).toBe(-1);
    // Two of the C(40, 20) ways to divide 20 that meet it over 40.
    expect(found.rows[0]!.test).toMatchObject({ p: expect.closeTo(2 / 137_846_528_820, 15) });
    expect(found).toMatchObject({ tested: 1, meanDifference: -1 });
  });

  test("do not stand out with fewer than 14 organisations on a side, or a small difference however sure", () => {
    expect(compare([...tested("basis", 30, "2"), ...tested("wijk", 13, "0", 100)]).rows[0]!.standsOut).toBe(false);
    const small = compare([...tested("basis", 400, "2"), ...tested("wijk", 340, "2", 500), ...tested("wijk", 60, "0", 900)]);
    expect(small.rows[0]!.test).toMatchObject({ q: expect.closeTo(0, 9) });
    expect(small.rows[0]!.standsOut).toBe(false);
  });

  test("take an organisation that went over in both, by its latest test in each", () => {
    const reports = [...tested("basis", 1, "0", 0, "2021-05-01"), ...tested("basis", 1, "1", 0, "2022-05-01"), ...tested("wijk", 1, "2")];
    expect(compare(reports).rows[0]).toMatchObject({ inBoth: 1, a: { counts: { partiallyMet: 1 } }, b: { counts: { met: 1 } } });
  });

  test("cannot be told apart when one of them was never tested", () => {
    const found = compare(tested("basis", 20, "2"));
    expect(found).toMatchObject({ tested: 0, meanDifference: null });
    expect(found.rows[0]).toMatchObject({ standsOut: false, difference: null, test: { notYet: { because: "otherVariantsEmpty" } } });
  });

  test("have the tests of the view on which NOOIT_IN_VARIANT rests", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const { matrix } = sourceOf(reports, "L *");
        const analysis = analyseView(matrix, referenceDay, catalogue, viewThresholds);
        const ofView = new Map(analysis.variants().map(([first], column) => [normAddress(matrix.view.norms[column]!), first!.outcome]));
        for (const { address, test } of compare(reports).rows) {
          const expected = ofView.get(address)!;
          expect(isSaid(test)).toBe(isSaid(expected));
          if (isSaid(test) && isSaid(expected)) {
            expect(test.p).toBeCloseTo(expected.p, 12);
            expect(test.q).toBeCloseTo(expected.q, 12);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("turn round, in whatever order the audits came", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const there = compare(reports);
        expect(compare(reports.toReversed())).toEqual(there);
        const back = compareVariants(counted(reports), "L", "wijk", "basis");
        expect(back.organisations).toEqual({ a: there.organisations.b, b: there.organisations.a });
        expect(back.meanDifference ?? 0).toBeCloseTo(-(there.meanDifference ?? 0), 12);
        for (const row of there.rows) {
          const other = back.rows.find(({ address }) => address === row.address)!;
          expect([other.a, other.b]).toEqual([row.b, row.a]);
          expect(other.standsOut).toBe(row.standsOut);
        }
      }),
      { numRuns: 60 },
    );
  });
});
