/** What the screens compare with what, and from how much data on. Their numbers: `test/core/figures/dataset.test.ts`. */
import { describe, expect, test } from "vitest";
import { isSaid, type Outcome } from "../../../core/relevance/outcome.ts";
import { variantScreen } from "../../../core/relevance/screens/variants.ts";
import { fisherExact } from "../../../core/statistics/fisher-exact.ts";
import { catalogueOf, framework, judged, type MadeUpReport, noise, organisations } from "./made-up-view.ts";

const catalogue = catalogueOf([
  framework("KSW/basis/2019", ["A", "B", "C"]),
  framework("KSW/wijkteam/2019", [{ code: "A", overlaps: [{ framework: "KSW/basis/2019", norm: "A" }] }]),
]);
const analysis = (reports: readonly MadeUpReport[]) => judged(catalogue, reports).analysis;
const why = (outcome: Outcome<object>): string => (isSaid(outcome) ? "said" : (outcome as { notYet: { because: string } }).notYet.because);
const mixed = (i: number) => `${noise(i, 0)}${noise(i, 1)}${noise(i, 2)}`;

describe("the trend", () => {
  const over = (years: readonly number[], perYear: number, extra = 0) =>
    why(
      analysis([
        ...years.flatMap((year) =>
          organisations(perYear, (i) => ({ scores: mixed(i + year), on: `${year}-0${1 + (i % 9)}-01` }), year * 1_000),
        ),
        ...organisations(extra, (i) => ({ scores: mixed(i), on: "2023-05-01" })),
      ]).trends()[0]!,
    );

  test("takes 40 scores and 3 calendar years with 5 or more", () => {
    expect(over([2021, 2022, 2023], 10, 10)).toBe("said");
    expect(over([2021, 2022, 2023], 10, 9)).toBe("tooFewScores");
    expect(over([2022, 2023], 25)).toBe("tooFewYears");
    expect(over([2021, 2022, 2023], 5, 25)).toBe("said");
    expect(over([2021, 2022, 2023], 4, 28)).toBe("tooFewYears");
  });

  test("compares within a body: bodies of which one came later and is stricter show none", () => {
    const reports = [2020, 2021, 2022, 2023].flatMap((year) =>
      organisations(
        30,
        (i) => {
          const body = year < 2022 ? "a" : "b";
          return { body, on: `${year}-0${1 + (i % 9)}-01`, scores: `${body === "a" ? 2 : 0}${i % 3}${i % 3}` };
        },
        year * 1_000,
      ),
    );
    expect(why(analysis(reports).trends()[0]!)).toBe("noVariation");
  });

  test("takes the first and last third of the audits, by date", () => {
    const reports = [2021, 2022, 2023].flatMap((year, third) =>
      organisations(
        16,
        (i) => ({ on: `${year}-0${1 + (i % 9)}-01`, scores: `${i < [12, 9, 4][third]! ? 2 : 0}${i % 3}${(i + third) % 3}` }),
        year * 1_000,
      ),
    );
    expect(analysis(reports).trends()[0]).toMatchObject({
      n: 48,
      years: 3,
      third: 16,
      firstShare: 12 / 16,
      lastShare: 4 / 16,
      difference: -0.5,
    });
  });

  test("leaves follow-up checks out: they judge what fell short", () => {
    const tests = [2021, 2022, 2023].flatMap((year) =>
      organisations(14, (i) => ({ scores: mixed(i + year), on: `${year}-05-01` }), year * 1_000),
    );
    const checks = organisations(14, () => ({ scores: "2..", on: "2023-09-01", kind: "followUp" as const }), 2_023_000);
    expect(analysis([...tests, ...checks]).trends()[0]).toEqual(analysis(tests).trends()[0]);
  });
});

describe("the comparison of bodies", () => {
  const sides = (own: number, others: number) =>
    analysis([
      ...organisations(own, (i) => ({ body: "a", scores: mixed(i) })),
      ...organisations(others, (i) => ({ body: "b", scores: mixed(i + 1) }), 1_000),
    ])
      .bodies()[0]!
      .map(({ outcome }) => why(outcome));

  test("takes 8 scores on both sides", () => {
    expect(sides(12, 12)).toEqual(["said", "said"]);
    expect(sides(8, 24)).toEqual(["said", "said"]);
    expect(sides(7, 24)).toEqual(["tooFewBeside", "tooFewBeside"]);
  });

  test("takes the latest test of each organisation, by the body that did it", () => {
    const reports = [
      ...organisations(10, (i) => ({ body: "a", scores: mixed(i), on: "2021-05-01" })),
      ...organisations(10, (i) => ({ body: "b", scores: mixed(i), on: "2023-05-01", kind: "recertification" as const })),
    ];
    expect(
      analysis(reports)
        .bodies()[0]!
        .map(({ outcome }) => why(outcome)),
    ).toEqual(["oneBody"]);
  });

  test("over all norms together warns of nothing when there is one body, and tells the mean share of each otherwise", () => {
    expect(why(analysis(organisations(10, (i) => ({ scores: mixed(i) }))).bodiesOverall())).toBe("oneBody");
    const two = analysis([
      ...organisations(10, () => ({ body: "a", scores: "220" })),
      ...organisations(10, (i) => ({ body: "b", scores: i === 0 ? "22." : "200" }), 100),
    ]).bodiesOverall();
    expect(two).toMatchObject({
      df: 1,
      bodies: [
        { code: "a", organisations: 10, meanShare: expect.closeTo(2 / 3, 12) },
        { code: "b", organisations: 10, meanShare: expect.closeTo(0.4, 12) },
      ],
    });
  });
});

describe("what norms have in common", () => {
  const pairs = (n: number, make: (i: number) => string) => analysis(organisations(n, (i) => ({ scores: make(i) }))).overlaps();

  test("takes 30 organisations judged on both", () => {
    expect(pairs(30, (i) => `${i % 3}${i % 3}.`)).toMatchObject({ tested: 1, pairs: [{ n: 30, same: 30, kappa: 1 }] });
    expect(pairs(29, (i) => `${i % 3}${i % 3}.`).tested).toBe(0);
    expect(pairs(40, (i) => `${i < 29 ? i % 3 : "-"}${i % 3}.`).tested).toBe(0);
  });

  test("takes norms of which no score has more than 90%", () => {
    expect(pairs(30, (i) => `${i < 27 ? 2 : 0}${i % 3}.`).tested).toBe(1);
    expect(pairs(30, (i) => `${i < 28 ? 2 : 0}${i % 3}.`).tested).toBe(0);
    expect(pairs(30, (i) => `${i % 3}${i < 28 ? 2 : 0}.`).tested).toBe(0);
  });
});

describe("discrimination and self-evaluation", () => {
  test("take 50 and 20 organisations", () => {
    const discrimination = (n: number) => why(analysis(organisations(n, (i) => ({ scores: mixed(i) }))).discriminations()[0]!);
    expect([discrimination(50), discrimination(49)]).toEqual(["said", "tooFewOrganisations"]);
    const self = (n: number) => why(analysis(organisations(n, (i) => ({ scores: mixed(i), self: mixed(i + 1) }))).selfEvaluations()[0]!);
    expect([self(20), self(19)]).toEqual(["said", "tooFewSelfEvaluations"]);
  });

  test("take the self-evaluation beside its own audit, not beside what a later check found", () => {
    const reports = organisations(20, (i) => ({ scores: `${i < 10 ? 0 : 2}22`, self: "222", on: "2022-05-01" }));
    const checks = organisations(10, () => ({ scores: "2..", on: "2022-10-01", kind: "followUp" as const }));
    expect(analysis([...reports, ...checks]).selfEvaluations()[0]).toMatchObject({ n: 20, selfHigher: 10, selfLower: 0, same: 10 });
  });
});

describe("the same organisation again", () => {
  const test1 = (organisation: number, scores: string, on: string, kind: MadeUpReport["kind"] = "recertification") => ({
    organisation,
    scores,
    on,
    kind,
  });

  test("is its latest hertoets with the full test before it", () => {
    const { better, worse, same, p, canTell } = analysis([
      test1(1, "0..", "2018-05-01", "initial"),
      test1(1, "2..", "2020-05-01"),
      test1(1, "1..", "2021-05-01", "followUp"),
      test1(1, "1..", "2022-05-01"),
      test1(2, "0..", "2020-05-01", "initial"),
      test1(2, "1..", "2022-05-01"),
      test1(3, "-..", "2020-05-01", "initial"),
      test1(3, "2..", "2022-05-01"),
      test1(4, "2..", "2022-05-01"),
    ]).retests()[0]!;
    expect([better, worse, same]).toEqual([1, 1, 0]);
    expect(p).toBe(1);
    expect(canTell).toBe(false);
  });

  test("can be told from chance from six changes on", () => {
    const retested = (changes: number) =>
      analysis([
        ...organisations(10, () => ({ scores: "0..", on: "2020-05-01" })),
        ...organisations(10, (i) => ({ scores: i < changes ? "2.." : "0..", on: "2022-05-01", kind: "recertification" as const })),
      ]).retests()[0]!;
    expect(retested(5)).toMatchObject({ better: 5, same: 5, canTell: false, p: expect.closeTo(0.0625, 12) });
    expect(retested(6)).toMatchObject({ better: 6, same: 4, canTell: true, p: expect.closeTo(0.03125, 12) });
  });
});

describe("the comparison of variants", () => {
  const counts = (variant: string, met: number, judgedThere: number) => ({ variant, judged: judgedThere, met, partiallyMet: 0 });

  test("of two is one test, of three each against the others", () => {
    const two = [counts("a", 0, 20), counts("b", 10, 20)];
    const [ofTwo] = variantScreen([two]);
    expect(ofTwo!.map(({ outcome }) => outcome)).toEqual(
      [1, 2].map(() => ({ p: fisherExact(0, 20, 10, 10), q: fisherExact(0, 20, 10, 10) })),
    );
    const [ofThree] = variantScreen([[...two, counts("c", 5, 20)]]);
    expect(ofThree!.map(({ outcome }) => (outcome as { p: number }).p)).toEqual([
      fisherExact(0, 20, 15, 25),
      fisherExact(10, 10, 5, 35),
      fisherExact(5, 15, 10, 30),
    ]);
  });

  test("counts no test that cannot be made: q of the only one is its p", () => {
    const [said, alone] = variantScreen([
      [counts("a", 0, 20), counts("b", 10, 20)],
      [counts("a", 3, 20), counts("b", 0, 0)],
    ]);
    expect((said![0]!.outcome as { q: number }).q).toBe(fisherExact(0, 20, 10, 10));
    expect(alone!.map(({ outcome }) => why(outcome))).toEqual(["otherVariantsEmpty", "nothingJudged"]);
  });
});
