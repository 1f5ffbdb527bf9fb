import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { selfEvaluations } from "../../../../core/figures/analyses/self-evaluation.ts";
import { selfEvaluationGroups, selfEvaluationOfOrganisations } from "../../../../core/figures/analyses/self-evaluation-groups.ts";
import { countedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { everythingOf, type Selection } from "../../../../core/figures/selected/selection.ts";
import { analyseView } from "../../../../core/relevance/analysis.ts";
import { isSaid } from "../../../../core/relevance/outcome.ts";
import { viewThresholds } from "../../../../core/relevance/thresholds.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { quadraticKappa } from "../../../../core/statistics/quadratic-kappa.ts";
import { catalogueOf, framework, report as madeUpReport } from "../../relevance/made-up-view.ts";
import { counted, selection } from "../selected/example.ts";
import { anyRegister, catalogue, referenceDay, report, sourceOf } from "../tables/example.ts";
import { organisation } from "./example.ts";

/** So many organisations with this self-evaluation and audit (A1 A2 A3 B2 of 2019). */
const judged = (count: number, self: string, audit: string, first = 0, what: Partial<PackedReport> = {}): PackedReport[] =>
  Array.from({ length: count }, (_, i) => ({ ...report({ organisation: organisation(first + i), audit }), self, ...what }));

const of = (reports: readonly PackedReport[], what: Partial<Selection> = {}) => selfEvaluations(counted(reports), selection(what));
const norm = (found: ReturnType<typeof of>, code: string) =>
  found.rows.find((row) => row.norm.code === code && row.norm.places.some(({ framework }) => framework.version === "2019"))!;
const groups = (reports: readonly PackedReport[], what: Partial<Selection> = {}) =>
  new Map(selfEvaluationGroups(counted(reports), selection(what)).map(({ division, groups }) => [division, groups]));

describe("self-evaluation beside audit", () => {
  test("counts who rates itself higher and lower, with kappa and what the sign test says", () => {
    // A2: 14 of 24 higher than the auditor, 1 lower; A3: as many each way; A1 always the same.
    const found = of([
      ...judged(12, "2220", "2120"),
      ...judged(2, "2212", "2022", 20),
      ...judged(1, "2122", "2212", 30),
      ...judged(9, "2022", "2022", 40),
    ]);
    expect(found).toMatchObject({ organisations: 24, withSelfEvaluation: 24, exploratory: false });
    const a2 = norm(found, "A2");
    expect(a2.table).toMatchObject({ n: 24, same: 9, lower: 14, higher: 1 });
    expect(a2.kappa).toMatchObject({ kappa: quadraticKappa([9, 0, 0, 0, 0, 1, 2, 12, 0]).kappa });
    expect(a2.selfIs).toBe("higher");
    expect(norm(found, "A1")).toMatchObject({ selfIs: null, kappa: { notYet: { because: "almostAllOneScore", share: 1 } } });
    expect(norm(found, "A3")).toMatchObject({ selfIs: null, table: { lower: 1, higher: 2 } });
  });

  test("has the tests and conclusions of the signal", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[012-]{4}$/), fc.stringMatching(/^[012]{4}$/)), { minLength: 15, maxLength: 40 }),
        (all) => {
          const reports = all.flatMap(([self, audit], i) => judged(1, self, audit, i));
          const { matrix } = sourceOf(reports, "L *");
          const expected = analyseView(matrix, referenceDay, catalogue, viewThresholds).selfEvaluations();
          const found = of(reports);
          expect(found.rows.map(({ test }) => test)).toEqual(expected);
          expect(found.tested).toBe(expected.filter(isSaid).length);
          found.rows.forEach(({ selfIs }, i) => {
            const test = expected[i]!;
            const clear =
              isSaid(test) && test.q <= 0.05 && Math.abs(test.selfHigher - test.selfLower) / test.n >= 0.2
                ? test.selfHigher > test.selfLower
                  ? "higher"
                  : "lower"
                : null;
            expect(selfIs).toBe(clear);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test("tests nothing in a choice to look around in, and shows only the norms that were asked for", () => {
    const reports = judged(30, "2222", "2022");
    const found = of(reports, { kind: "initial" });
    expect(found).toMatchObject({ exploratory: true, tested: 0 });
    expect(norm(found, "A2")).toMatchObject({ test: null, selfIs: null, table: { lower: 30 } });
    expect(of(reports, { search: "norm a2" }).rows.map((row) => row.norm.code)).toEqual(["A2", "A2"]);
    expect(norm(of(reports, { search: "norm a2" }), "A2").selfIs).toBe("higher");
  });

  test("is of the report that counts: an older self-evaluation is in the choice of first tests", () => {
    const again = report({ organisation: organisation(0), day: "2022-03-01", kind: "recertification", audit: "2222" });
    const reports = [...judged(1, "0222", "2222"), again];
    expect(of(reports)).toMatchObject({ organisations: 1, withSelfEvaluation: 0 });
    expect(of(reports, { kind: "initial" })).toMatchObject({ withSelfEvaluation: 1 });
    expect(groups(reports).get("soort toets")).toMatchObject([{ group: "eerste toets", organisations: 1, selfLower: 1, n: 4 }]);
  });

  test("is empty without reports", () => {
    expect(of([])).toMatchObject({ organisations: 0, withSelfEvaluation: 0, tested: 0 });
    expect(selfEvaluationGroups(counted([]), selection())).toEqual([]);
    expect(selfEvaluationOfOrganisations(counted([]), selection())).toEqual([]);
  });
});

describe("kinds of organisations", () => {
  test("are by kind of test, variant, size and discipline, each with its judgements and organisations", () => {
    const small = judged(2, "2222", "2122", 0, { sector: { fte: 5 } });
    const large = judged(1, "2022", "2222", 10, { sector: { fte: 300 }, disciplines: { "maatschappelijk werk": "2.22" } });
    const unsaid = judged(1, "2222", "2222", 20);
    const found = groups([...small, ...large, ...unsaid]);
    expect(found.get("grootte")).toMatchObject([
      {
        group: "minder dan 10 fte",
        organisations: 2,
        n: 8,
        same: 6,
        selfHigher: 2,
        selfLower: 0,
        leaning: { higher: 2, lower: 0, even: 0 },
      },
      { group: "250 fte of meer", organisations: 1, n: 4, same: 3, selfHigher: 0, selfLower: 1, leaning: { higher: 0, lower: 1, even: 0 } },
      { group: "niet opgegeven", organisations: 1, leaning: { higher: 0, lower: 0, even: 1 } },
    ]);
    expect(found.get("variant")).toMatchObject([{ group: "basis", organisations: 4, n: 16, same: 13 }]);
    // A2 has no score of that discipline.
    expect(found.get("discipline")).toMatchObject([{ group: "maatschappelijk werk", organisations: 1, n: 3, same: 3 }]);
    expect(found.get("soort toets")).toMatchObject([{ group: "eerste toets", organisations: 4 }]);
  });

  test("have a kappa from 20 organisations on, in which the judgements of one count together", () => {
    expect(groups(judged(19, "2020", "2022")).get("variant")).toMatchObject([
      { kappa: { notYet: { because: "tooFewOrganisations", n: 19, needed: 20 } } },
    ]);
    const [basis] = groups([...judged(12, "2020", "2020"), ...judged(8, "0202", "0202", 20), ...judged(5, "0220", "0202", 40)]).get(
      "variant",
    )!;
    expect(basis).toMatchObject({ organisations: 25, n: 100, same: 90 });
    const { kappa, interval } = basis!.kappa as { kappa: number; interval: { lower: number; upper: number } };
    expect(kappa).toBeGreaterThan(0.6);
    expect(interval.lower).toBeLessThan(kappa);
    expect(interval.upper).toBeLessThan(1);
  });

  test("add up to all, whatever order the reports came in", () => {
    fc.assert(
      fc.property(anyRegister, fc.stringMatching(/^[012]{4}$/), (reports, self) => {
        const with_ = reports.map((one) => (one.framework === "L/basis/2019" ? { ...one, self } : one));
        const [there, again] = [groups(with_), groups(with_.toReversed())];
        expect([...again]).toEqual([...there]);
        const total = (division: "variant" | "grootte") =>
          (there.get(division) ?? []).reduce((sum, { organisations }) => sum + organisations, 0);
        expect(total("variant")).toBe(of(with_).withSelfEvaluation);
        expect(total("grootte")).toBe(of(with_).withSelfEvaluation);
        for (const { n, same, selfHigher, selfLower, organisations, leaning } of [...there.values()].flat()) {
          expect(same + selfHigher + selfLower).toBe(n);
          expect(leaning.higher + leaning.lower + leaning.even).toBe(organisations);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("one organisation", () => {
  const norms = Array.from({ length: 12 }, (_, i) => `V${i}`);
  const wide = catalogueOf([framework("KSW/basis/2019", norms)]);
  const described = (...selves: readonly string[]) => {
    const reports = selves.map((self, organisation) => madeUpReport({ organisation, self, scores: "1".repeat(12) }));
    const scores = countedScores(scoreShard(reports, wide, referenceDay), wide);
    return selfEvaluationOfOrganisations(scores, everythingOf("KSW")).map(({ organisation, lean, n }) => [organisation, n, lean]);
  };

  test("is described by how much higher or lower it rates itself, who differs most first, whichever way", () => {
    expect(described("222111111111", "000000111111", "111111111111", "210210111111")).toEqual([
      ["kvk:10000001", 12, -0.5],
      ["kvk:10000000", 12, 0.25],
      ["kvk:10000002", 12, 0],
      ["kvk:10000003", 12, 0],
    ]);
  });

  test("is left out with fewer than ten norms", () => {
    expect(described("22222222..-?", "2222222222..")).toEqual([["kvk:10000001", 10, 1]]);
  });
});
