import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelOverlaps } from "../../../../core/figures/analyses/label-overlaps.ts";
import type { PublishedSignal } from "../../../../core/figures/signals-json.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { quadraticKappa } from "../../../../core/statistics/quadratic-kappa.ts";
import { counted } from "../selected/example.ts";
import { anyRegister } from "../tables/example.ts";
import { organisations } from "./example.ts";

/** Of A3 beside A7, the only overlap of the two labels. */
const overlapOf = (reports: readonly PackedReport[], signals: readonly PublishedSignal[] = []) => {
  const { organisations, pairs } = labelOverlaps(counted(reports), "L", "N", signals);
  expect(pairs.map(({ a, b }) => [a.code, b.code])).toEqual([["A3", "A7"]]);
  return { organisations, ...pairs[0]! };
};

const signal = (view: string, framework: string, norm: string, code: string): PublishedSignal =>
  ({
    view,
    norm,
    signal: code,
    status: "nieuw",
    since: "2023-03-31",
    about: {},
    evidence: { restsOn: { view, norms: [{ framework, norm }] } },
    sentence: { nl: "", en: "" },
  }) as unknown as PublishedSignal;

describe("an overlap of the catalogue", () => {
  test("has the share that was judged alike, with kappa and its interval", () => {
    const found = overlapOf(
      organisations([12, { l: "2222", n: "22" }], [8, { l: "2202", n: "02" }], [3, { l: "2212", n: "22" }], [1, { l: "2222", n: "02" }]),
    );
    // 20 of 24 equal; table rows A3 niet/deels/voldoet, columns A7.
    expect(found.agreement.share).toBeCloseTo(20 / 24, 10);
    expect(found.judgedTwice).toMatchObject({ n: 24, same: 20, higher: 3, lower: 1 });
    expect(found.kappa).toMatchObject({ kappa: quadraticKappa([8, 0, 0, 0, 0, 3, 1, 0, 12]).kappa });
    expect((found.kappa as { interval: { lower: number } }).interval.lower).toBeGreaterThan(0.4);
    expect(found).toMatchObject({ contradicted: false, stricter: null });
  });

  test("says which label is stricter, for sure and by enough", () => {
    const found = overlapOf(organisations([10, { l: "2222", n: "22" }], [10, { l: "2212", n: "22" }]));
    expect(found.stricter).toBe("a");
    // Ten changes, all one way, and one test in the family: 2 · ½¹⁰.
    expect(found.direction).toMatchObject({ p: expect.closeTo(2 / 1024, 9), q: expect.closeTo(2 / 1024, 9) });
    const one = overlapOf(organisations([18, { l: "2222", n: "22" }], [4, { l: "2212", n: "22" }]));
    expect(one.stricter).toBeNull();
  });

  test("is contradicted when the judgements are surely less alike than those of norms that overlap", () => {
    const alike = [10, { l: "2222", n: "22" }] as const;
    const unlike = organisations(alike, [10, { l: "2202", n: "22" }], [10, { l: "2222", n: "02" }], [6, { l: "2202", n: "02" }]);
    expect(overlapOf(unlike).contradicted).toBe(true);
    expect(overlapOf(organisations(alike, [10, { l: "2202", n: "02" }], [2, { l: "2202", n: "22" }])).contradicted).toBe(false);
  });

  test("has no kappa with too few organisations, or with one score for nearly everybody: 96% equal can be below 0", () => {
    expect(overlapOf(organisations([19, { l: "2222", n: "22" }])).kappa).toEqual({
      notYet: { because: "tooFewOrganisations", n: 19, needed: 20 },
    });
    const nearly = overlapOf(organisations([48, { l: "2222", n: "22" }], [1, { l: "2202", n: "22" }], [1, { l: "2222", n: "02" }]));
    expect(nearly.agreement.share).toBe(0.96);
    expect(quadraticKappa([0, 0, 1, 0, 0, 0, 1, 0, 48]).kappa).toBeLessThan(0);
    expect(nearly.kappa).toEqual({ notYet: { because: "almostAllOneScore", share: 0.98, atMost: 0.9 } });
  });

  test("never counts what one label took over from the other as agreement", () => {
    const lent = organisations([25, { l: "2202", n: ".2" }], [25, { l: "22.2", n: "02" }]);
    expect(overlapOf(lent)).toMatchObject({
      organisations: 50,
      lentToA: 25,
      lentToB: 25,
      judgedTwice: { n: 0 },
      agreement: { share: null, interval: null },
      kappa: { notYet: { because: "nothingJudged" } },
      contradicted: false,
    });
  });

  test("says which signals both norms have, each in the view of all variants", () => {
    const signals = [
      signal("L/*/2017..2021", "L/basis/2019", "A3", "NOOIT_GEHAALD"),
      signal("N/*/2021..2021", "N/basis/2021", "A7", "NOOIT_GEHAALD"),
      signal("N/*/2021..2021", "N/basis/2021", "A7", "CI_VERSCHIL"),
      signal("L/basis/2017..2021", "L/basis/2019", "A3", "VERSLECHTEREND"),
      signal("L/*/2017..2021", "L/basis/2019", "A1", "OMGEKEERD"),
    ];
    expect(overlapOf(organisations([1, { l: "2222", n: "22" }]), signals).signals).toEqual({
      both: ["NOOIT_GEHAALD"],
      onlyA: [],
      onlyB: ["CI_VERSCHIL"],
    });
  });

  test("is there without any audit, and without a catalogue of two labels there is none", () => {
    expect(overlapOf([])).toMatchObject({ organisations: 0, judgedTwice: { n: 0 }, agreement: { share: null } });
    expect(labelOverlaps(counted([]), "L", "Z", []).pairs).toEqual([]);
  });

  test("turns round with the labels, in whatever order the audits came", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const [there, again] = [overlapOf(reports), overlapOf(reports.toReversed())];
        expect(again).toEqual(there);
        const back = labelOverlaps(counted(reports), "N", "L", []).pairs[0]!;
        expect(back.agreement).toEqual(there.agreement);
        expect(back.stricter).toBe(there.stricter && { a: "b", b: "a" }[there.stricter]);
        expect(back.contradicted).toBe(there.contradicted);
      }),
      { numRuns: 100 },
    );
  });
});
