import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInvariant } from "../../../core/faults.ts";
import { normFigureRow } from "../../../core/figures/norm-figure-rows.ts";
import { normFigures } from "../../../core/figures/norm-figures.ts";
import { emptyScores } from "../../../core/scoring/merge.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../core/scoring/types.ts";
import { anyRegister, catalogue, day, referenceDay, report } from "../scoring/example.ts";
import { recount } from "./recount.ts";

const rows = (reports: readonly PackedReport[]) => normFigures(scoreShard(reports, catalogue, referenceDay), catalogue).map(normFigureRow);

/** `organisaties`, then voldoet niet, deels, voldoet, n.v.t., niet beoordeeld. */
function counts(reports: readonly PackedReport[], framework: string, norm: string): number[] {
  const found = rows(reports).find((row) => `${row.label}/${row.variant}/${row.normenkader}` === framework && row.norm === norm)!;
  return [found.organisaties, found.voldoet_niet, found.voldoet_deels, found.voldoet, found.niet_van_toepassing, found.niet_beoordeeld];
}

const NOBODY = [0, 0, 0, 0, 0, 0];
const NOT_MET = [1, 1, 0, 0, 0, 0];
const PARTLY = [1, 0, 1, 0, 0, 0];
const MET = [1, 0, 0, 1, 0, 0];
const KSW = "KSW/basis/2019";
const NVVK = "NVVK/basis/2021";

describe("the current report of an organisation", () => {
  const first = report({ day: day("2020-03-01"), audit: "0000" });

  test("is its latest test: a hertoets replaces the first test in the current figures", () => {
    const hertoets = report({ day: day("2022-03-01"), kind: "recertification", audit: "2222" });
    expect(counts([first], KSW, "A1")).toEqual(NOT_MET);
    expect(counts([hertoets, first], KSW, "A1")).toEqual(MET);
  });

  test("decides alone: a norm that it lacks does not count, even if an earlier report had it", () => {
    const hertoets = report({ day: day("2022-03-01"), kind: "recertification", audit: ".222" });
    expect(counts([first, hertoets], KSW, "A1")).toEqual(NOBODY);
  });

  test("lies up to and including the reference day", () => {
    const onTheDay = report({ day: referenceDay, kind: "recertification", audit: "1111" });
    const dayAfter = report({ day: referenceDay + 1, kind: "recertification", audit: "2222" });
    expect(counts([first, onTheDay, dayAfter], KSW, "A1")).toEqual(PARTLY);
  });

  test("is, of two on one day, the one with the greater reference in code-point order, and then of the greater body", () => {
    const on = { day: day("2022-03-01") };
    const emoji = report({ ...on, reference: "\u{1F600}", audit: "1111" });
    const replacement = report({ ...on, reference: "\uFFFD", audit: "2222" });
    const byDnv = report({ ...on, reference: "\u{1F600}", body: "dnv", audit: "0000" });
    expect(counts([emoji, replacement], KSW, "A1")).toEqual(PARTLY);
    expect(counts([byDnv, emoji, replacement], KSW, "A1")).toEqual(NOT_MET);
  });

  test("is taken per framework: a test by a newer framework leaves the figures of the older one as they were", () => {
    const older = report({ framework: "KSW/basis/2017", day: day("2018-03-01"), audit: "000" });
    expect(counts([older, report({ audit: "2222" })], "KSW/basis/2017", "A1")).toEqual(NOT_MET);
    expect(counts([older, report({ audit: "2222" })], KSW, "A1")).toEqual(MET);
  });

  test("is of the organisation as it is today: after a merger the two organisations are one", () => {
    const ofAlfa = report({ organisation: "alfa", day: day("2020-03-01"), audit: "0000" });
    const ofGamma = report({ organisation: "kvk:10000003", day: day("2021-03-01"), audit: "2222" });
    expect(counts([ofAlfa, ofGamma], KSW, "A1")).toEqual(MET);
    expect(counts([ofAlfa, report({ organisation: "beta" })], KSW, "A1")).toEqual([2, 1, 0, 1, 0, 0]);
  });
});

describe("a vervolgtoets or tussentijdse toets", () => {
  const first = report({ day: day("2022-03-01"), audit: "00-." });

  test("replaces only the norms it judged", () => {
    const followUp = report({ day: day("2022-09-01"), kind: "followUp", audit: "2..." });
    expect(counts([first, followUp], KSW, "A1")).toEqual(MET);
    expect(counts([first, followUp], KSW, "A2")).toEqual(NOT_MET);
  });

  test("replaces no judgement by n.v.t. or niet beoordeeld, but judges what was one of these", () => {
    const followUp = report({ day: day("2022-09-01"), kind: "interim", audit: "-?1." });
    expect(counts([first, followUp], KSW, "A1")).toEqual(NOT_MET);
    expect(counts([first, followUp], KSW, "A2")).toEqual(NOT_MET);
    expect(counts([first, followUp], KSW, "A3")).toEqual(PARTLY);
  });

  test("adds no norm that the current report lacks", () => {
    const followUp = report({ day: day("2022-09-01"), kind: "followUp", audit: "...2" });
    expect(counts([first, followUp], KSW, "A4")).toEqual(NOBODY);
  });

  test("counts only when it came after the current report, the last one most", () => {
    const before = report({ day: day("2022-01-01"), kind: "followUp", audit: "2222" });
    const after = report({ day: day("2022-09-01"), kind: "followUp", audit: "2..." });
    const last = report({ day: day("2023-01-01"), kind: "interim", audit: "1..." });
    expect(counts([before, first], KSW, "A1")).toEqual(NOT_MET);
    expect(counts([last, before, first, after], KSW, "A1")).toEqual(PARTLY);
    expect(counts([last, after, first, report({ day: day("2024-01-01"), kind: "recertification", audit: "0000" })], KSW, "A1")).toEqual(
      NOT_MET,
    );
  });

  test("gives no figures by itself", () => {
    expect(counts([report({ kind: "followUp" }), report({ kind: "interim" })], KSW, "A1")).toEqual(NOBODY);
  });
});

describe("a combined audit", () => {
  const combined = (ksw: string, nvvk: string, what: Partial<PackedReport> = {}) => [
    report({ reference: "C", form: "combinedLabel", framework: KSW, audit: ksw, ...what }),
    report({ reference: "C", form: "combinedLabel", framework: NVVK, audit: nvvk }),
  ];

  test("judges an overlapping norm once, and the judgement counts for both labels and once in each", () => {
    expect(counts(combined("1222", "..2"), NVVK, "1.1")).toEqual(PARTLY);
    expect(counts(combined("1222", "..2"), KSW, "A1")).toEqual(PARTLY);
    expect(counts(combined(".222", "0.2"), KSW, "A1")).toEqual(NOT_MET);
  });

  test("that has a row of its own under both labels counts each as it stands", () => {
    expect(counts(combined("1222", "0.2"), NVVK, "1.1")).toEqual(NOT_MET);
    expect(counts(combined("1222", "-.2"), NVVK, "1.1")).toEqual([1, 0, 0, 0, 1, 0]);
    expect(counts(combined("1222", "?.2"), NVVK, "1.1")).toEqual([1, 0, 0, 0, 0, 1]);
  });

  test("does not lend n.v.t. or niet beoordeeld", () => {
    expect(counts(combined("-222", "..2"), NVVK, "1.1")).toEqual(NOBODY);
    expect(counts(combined("?222", "..2"), NVVK, "1.1")).toEqual(NOBODY);
  });

  test("lends nothing to a label of which it has no report", () => {
    expect(counts(combined("1222", "..2").slice(0, 1), NVVK, "1.1")).toEqual(NOBODY);
  });

  test("lends the lowest judgement when a norm overlaps with several, and lends on nothing that was lent", () => {
    expect(counts(combined("21-2", "2.2"), NVVK, "1.2")).toEqual(PARTLY);
    expect(counts(combined("2102", "2.2"), NVVK, "1.2")).toEqual(NOT_MET);
    // A2 has a row and A3 has none: NVVK 1.2 borrows from A2, and A3 does not borrow it back.
    expect(counts(combined("21.2", "2.2"), NVVK, "1.2")).toEqual(PARTLY);
    expect(counts(combined("21.2", "2.2"), KSW, "A3")).toEqual(NOBODY);
  });

  test("is one only with the same body, reference and organisation", () => {
    const [ksw, nvvk] = combined("1222", "..2") as [PackedReport, PackedReport];
    expect(counts([ksw, { ...nvvk, reference: "D" }], NVVK, "1.1")).toEqual(NOBODY);
    expect(counts([{ ...ksw, body: report({ body: "dnv" }).body }, nvvk], NVVK, "1.1")).toEqual(NOBODY);
    expect(counts([{ ...ksw, organisation: report({ organisation: "gamma" }).organisation }, nvvk], NVVK, "1.1")).toEqual(NOBODY);
  });

  test("stays one when the organisation is known by its old id under one of the labels", () => {
    const [ksw, nvvk] = combined("1222", "..2") as [PackedReport, PackedReport];
    const alfa = report({ organisation: "alfa" }).organisation;
    const gamma = report({ organisation: "gamma" }).organisation;
    expect(
      counts(
        [
          { ...ksw, organisation: alfa },
          { ...nvvk, organisation: gamma },
        ],
        NVVK,
        "1.1",
      ),
    ).toEqual(PARTLY);
  });
});

test("the figures equal a second count, made straight from the sentences of the specification", () => {
  fc.assert(
    fc.property(anyRegister, (reports) => {
      const counted = rows(reports).map((row) => ({
        framework: `${row.label}/${row.variant}/${row.normenkader}`,
        norm: row.norm,
        organisaties: row.organisaties,
        voldoet_niet: row.voldoet_niet,
        voldoet_deels: row.voldoet_deels,
        voldoet: row.voldoet,
        niet_van_toepassing: row.niet_van_toepassing,
        niet_beoordeeld: row.niet_beoordeeld,
      }));
      expect(new Set(counted)).toEqual(new Set(recount(reports, referenceDay)));
    }),
    { numRuns: 400 },
  );
});

describe("a row", () => {
  test("is there for every norm of every framework, in the order of label, variant, version and norm", () => {
    expect(rows([]).map((row) => [row.label, row.variant, row.normenkader, row.norm].join(" "))).toEqual([
      "KSW basis 2017 A1",
      "KSW basis 2017 A2",
      "KSW basis 2017 B9",
      "KSW basis 2019 A1",
      "KSW basis 2019 A2",
      "KSW basis 2019 A3",
      "KSW basis 2019 A4",
      "KSW wijkteam 2021 W1",
      "KSW wijkteam 2021 W2",
      "KSW wijkteam 2021 A4",
      "NVVK basis 2021 1.1",
      "NVVK basis 2021 1.2",
      "NVVK basis 2021 1.10",
      "PLUS basis 2020 P1",
      "PLUS basis 2020 P2",
    ]);
    expect(normFigures(emptyScores, catalogue).map(normFigureRow)).toEqual(rows([]));
  });

  test("of a norm that was never judged says so with zeros, no share and no limits", () => {
    expect(rows([])[3]).toEqual({
      label: "KSW",
      variant: "basis",
      normenkader: "2019",
      norm: "A1",
      titel: "Norm A1",
      categorie: "V",
      competenties: "C01|C02",
      organisaties: 0,
      beoordeeld: 0,
      voldoet: 0,
      voldoet_deels: 0,
      voldoet_niet: 0,
      niet_van_toepassing: 0,
      niet_beoordeeld: 0,
      aandeel_voldoet: null,
      ondergrens: null,
      bovengrens: null,
      signalen: "TE_WEINIG_GEGEVENS",
    });
  });

  test("of a norm nobody meets has the share, its Wilson interval and the signal", () => {
    const reports = Array.from({ length: 29 }, (_, i) => report({ organisation: `kvk:2000000${i}`, audit: "012-" }));
    const [a1, a2, a3, a4] = rows(reports).slice(3, 7);
    expect(a1).toMatchObject({ beoordeeld: 29, voldoet: 0, aandeel_voldoet: 0, ondergrens: 0, signalen: "NOOIT_GEHAALD" });
    expect(a1!.bovengrens).toBeCloseTo(0.116969798499741, 12);
    expect(a2).toMatchObject({ voldoet_deels: 29, aandeel_voldoet: 0, signalen: "NOOIT_GEHAALD" });
    expect(a3).toMatchObject({ voldoet: 29, aandeel_voldoet: 1, bovengrens: 1, signalen: "ALTIJD_GEHAALD" });
    expect(a4).toMatchObject({
      organisaties: 29,
      beoordeeld: 0,
      niet_van_toepassing: 29,
      aandeel_voldoet: null,
      signalen: "TE_WEINIG_GEGEVENS",
    });
  });

  test("has with its signal who judged, when, and under which rules", () => {
    const reports = [
      ...Array.from({ length: 20 }, (_, i) => report({ organisation: `kvk:2000000${i}`, audit: "0222", day: day("2023-01-01") + i })),
      ...Array.from({ length: 10 }, (_, i) =>
        report({ organisation: `kvk:3000000${i}`, audit: "1222", body: "dnv", day: day("2022-01-01") }),
      ),
    ];
    const [signal] = normFigures(scoreShard(reports, catalogue, referenceDay), catalogue)[3]!.signals;
    expect(signal!.evidence).toMatchObject({
      judged: 30,
      partiallyMet: 10,
      period: { from: "2022-01-01", until: "2023-01-20" },
      frameworks: ["KSW/basis/2019"],
      bodies: [
        { code: "ciio", name: "CIIO", judged: 20 },
        { code: "dnv", name: "DNV", judged: 10 },
      ],
      referenceDate: "2024-12-31",
    });
  });

  test("cannot be made with another catalogue than the scores were", () => {
    const scores = scoreShard([report({})], catalogue, referenceDay);
    expect(() => normFigures(scores, { ...catalogue, version: "d".repeat(64) })).toThrow(BrokenInvariant);
  });
});
