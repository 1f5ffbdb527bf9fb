import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileCatalogue } from "../../../../core/catalogue/compile.ts";
import { overlapCandidates } from "../../../../core/figures/analyses/overlap-candidates.ts";
import { countedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import { quadraticKappa } from "../../../../core/statistics/quadratic-kappa.ts";
import { counted } from "../selected/example.ts";
import { catalogue, frameworks, referenceDay } from "../tables/example.ts";
import { type BothLabels, combined, type Group, organisations } from "./example.ts";

const search = (...of: readonly Group[]) => overlapCandidates(counted(organisations(...of)), "L", "N");
const named = ({ candidates }: ReturnType<typeof search>) => candidates.map(({ a, b }) => `${a.code} ${b.code}`);

/** B2 and A8 always alike; A1 goes its own way; A3 and A7 alike too, but the catalogue knows them. */
const copied = [
  [12, { l: "2222", n: "22" }],
  [10, { l: "0202", n: "02" }],
  [12, { l: "2200", n: "00" }],
] as const;

describe("a candidate for overlap", () => {
  test("is a pair of norms that gets the same score and that the catalogue does not tie", () => {
    const found = search(...copied);
    expect(named(found)).toEqual(["B2 A8"]);
    expect(found.candidates[0]).toMatchObject({
      addresses: { a: "L/basis/2021/B2", b: "N/basis/2021/A8" },
      pair: { n: 34, same: 34, kappa: 1 },
    });
  });

  test("needs 30 organisations that both labels judged themselves", () => {
    const found = search([12, copied[0][1]], [7, copied[1][1]], [10, copied[2][1]]);
    expect(found).toMatchObject({ organisations: 29, tested: 0, mostInCommon: 29, needed: 30, candidates: [] });
  });

  test("is none when nearly everybody has one score, however alike", () => {
    expect(named(search([40, { l: "2222", n: "22" }]))).toEqual([]);
    expect(search([40, { l: "2222", n: "22" }])).toMatchObject({ tested: 0, mostInCommon: 40 });
  });

  test("needs a kappa of .80 that is surely .70", () => {
    const table = [10, 0, 3, 0, 0, 0, 2, 0, 17];
    const found = search(
      [10, { l: "0200", n: "20" }],
      [3, { l: "0200", n: "22" }],
      [2, { l: "0202", n: "20" }],
      [17, { l: "0202", n: "22" }],
    );
    expect(quadraticKappa(table).kappa).toBeLessThan(0.8);
    expect(named(found)).toEqual([]);
  });

  test("never rests on a judgement that one label took over from the other", () => {
    // A3 goes with B2; N leaves A7 out and borrows it from A3: alike by rule, and no reason to look.
    const lent = search([17, { l: "2.22", n: ".." }], [17, { l: "2.00", n: ".." }]);
    expect(lent).toMatchObject({ organisations: 34, tested: 0, mostInCommon: 0, candidates: [] });
    // Judged by both, the same scores make a candidate.
    expect(named(search([17, { l: "2.22", n: "2." }], [17, { l: "2.00", n: "0." }]))).toEqual(["B2 A7"]);
  });

  test("is none when the catalogue ties the two norms, in whatever version", () => {
    const tied = compileCatalogue(
      {
        ...catalogue,
        bodies: [...catalogue.bodies.values()],
        frameworks: frameworks.map((one) =>
          one.label === "N"
            ? {
                ...one,
                norms: one.norms.map((norm) =>
                  norm.code === "A8" ? { ...norm, overlaps: [{ framework: "L/basis/2021", norm: "B2" }] } : norm,
                ),
              }
            : one,
        ),
      },
      catalogue.version,
    );
    const scores = countedScores(scoreShard(organisations(...copied), tied, referenceDay), tied);
    const found = overlapCandidates(scores, "L", "N");
    expect(named(found)).toEqual([]);
    expect(found.pairs).toBe(search(...copied).pairs - 1);
  });

  test("is not looked for among norms out of force: A3 went up in another norm", () => {
    expect(named(search([20, { l: "2222", n: "22" }], [20, { l: "2202", n: "20" }]))).toEqual([]);
    // The same scores on a norm in force.
    expect(named(search([20, { l: "2222", n: "22" }], [20, { l: "2220", n: "20" }]))).toEqual(["B2 A8"]);
  });

  test("counts an organisation once, by its latest combined audit, and is none without audits", () => {
    const twice = [...organisations(...copied), ...combined(0, { l: "2222", n: "22" }, "2020-03-01")];
    expect(overlapCandidates(counted(twice), "L", "N")).toMatchObject({ organisations: 34 });
    expect(overlapCandidates(counted([]), "L", "N")).toMatchObject({ organisations: 0, tested: 0, mostInCommon: 0, candidates: [] });
    expect(search([1, { l: "2222", n: "22" }])).toMatchObject({ organisations: 1, tested: 0, candidates: [] });
  });

  test("turns round with the labels, in whatever order the audits came", () => {
    const anyScores: fc.Arbitrary<BothLabels> = fc
      .tuple(fc.constantFrom("0", "1", "2"), fc.constantFrom("0", "2", "."), fc.constantFrom("0", "1", "2", "-"))
      .map(([one, two, three]) => ({ l: `${one}2${two}${one}`, n: `${three}${one}` }));
    fc.assert(
      fc.property(fc.array(anyScores, { minLength: 28, maxLength: 45 }), (scores) => {
        const reports = scores.flatMap((one, i) => combined(i, one));
        const there = overlapCandidates(counted(reports), "L", "N");
        expect(overlapCandidates(counted(reports.toReversed()), "L", "N")).toEqual(there);
        const back = overlapCandidates(counted(reports), "N", "L");
        expect([back.tested, back.pairs, back.mostInCommon]).toEqual([there.tested, there.pairs, there.mostInCommon]);
        expect(back.candidates.map(({ a, b, pair }) => [b.code, a.code, pair.n, pair.same, pair.kappa.toFixed(9)])).toEqual(
          there.candidates.map(({ a, b, pair }) => [a.code, b.code, pair.n, pair.same, pair.kappa.toFixed(9)]),
        );
      }),
      { numRuns: 40 },
    );
  });
});
