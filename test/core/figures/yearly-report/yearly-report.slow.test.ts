import { describe, expect, test } from "vitest";
import { parseIsoDay } from "../../../../core/calendar.ts";
import { type CountedScores, countedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { normRows } from "../../../../core/figures/selected/norm-rows.ts";
import { everythingOf } from "../../../../core/figures/selected/selection.ts";
import { exactly, isExact, type Range } from "../../../../core/figures/suppression/range.ts";
import { sizeClasses } from "../../../../core/figures/tables/audit-groups.ts";
import { mayReplace } from "../../../../core/figures/yearly-report/beside-earlier.ts";
import type { YearlyReport } from "../../../../core/figures/yearly-report/report.ts";
import { standOf } from "../../../../core/figures/yearly-report/summaries.ts";
import { yearlyReport, yearsOfReport } from "../../../../core/figures/yearly-report/yearly-report.ts";
import { emptyScores } from "../../../../core/scoring/merge.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { sampleScores } from "../../../portal/sample-scores.ts";
import { counted, numbersIn } from "../selected/example.ts";
import { catalogue, referenceDay, report } from "../tables/example.ts";

const run = { run: "2024-03-31-1", catalogueVersion: "c", illustrative: true };

const of = (scores: CountedScores, label: string, year: number, published: readonly YearlyReport[] = []): YearlyReport =>
  yearlyReport(scores, run, label, year, published)!;

/** A report of the samples: each made once for all tests. */
const made = new Map<string, YearlyReport>();
function sample(scores: CountedScores, label: string, year: number): YearlyReport {
  const known = made.get(`${label} ${year}`) ?? of(scores, label, year);
  made.set(`${label} ${year}`, known);
  return known;
}

const holds = (range: Range | null, value: number): boolean => range === null || (range.from <= value && value <= range.to);

/** So many organisations, each tested in 2020 on these scores of the four norms of L/basis/2019. */
const tested = (size: number, scores: (i: number) => string, what: Parameters<typeof report>[0] = {}): PackedReport[] =>
  Array.from({ length: size }, (_, i) => report({ organisation: `o${i}`, day: "2020-05-01", audit: scores(i), ...what }));

const normOf = ({ norms }: YearlyReport, code: string) => norms.find((norm) => norm.code === code)!;

describe("the yearly report of the samples", () => {
  test("says of every norm and year what counted at the end of it, as far as it says anything", async () => {
    const scores = await sampleScores();
    for (const label of ["KSW", "NVVK"]) {
      const shownOf = sample(scores, label, 2025);
      for (const [i, year] of shownOf.years.entries()) {
        const rows = new Map(
          normRows(scores, { ...everythingOf(label), until: parseIsoDay(`${year}-12-31`)! }).rows.map((row) => [row.address, row]),
        );
        for (const norm of shownOf.norms) {
          const { counts } = rows.get(norm.addresses.at(-1)!)!;
          const shown = norm.years[i]!;
          const right = [
            holds(shown.judged, counts.judged),
            holds(shown.met, counts.met),
            holds(shown.partiallyMet, counts.partiallyMet),
            holds(shown.notMet, counts.notMet),
          ];
          expect([label, year, norm.code, right.every(Boolean)]).toEqual([label, year, norm.code, true]);
        }
      }
    }
  });

  test("names the norm that nobody meets, by its whole count", async () => {
    const shownOf = sample(await sampleScores(), "KSW", 2025);
    expect(shownOf.norms.filter((norm) => standOf(norm.years.at(-1)!) === "nobody").map(({ code }) => code)).toEqual(["O19"]);
    expect(normOf(shownOf, "O19").years.at(-1)).toMatchObject({ judged: { from: 85, to: 85 }, met: { from: 0, to: 0 } });
  });

  test("has the same layout in every year: the same parts, and the years from the first on", async () => {
    const scores = await sampleScores();
    const years = yearsOfReport(scores, "KSW");
    const shapes = years.map((year) => Object.keys(sample(scores, "KSW", year)).join());
    expect(new Set(shapes).size).toBe(1);
    expect(years.map((year) => sample(scores, "KSW", year).years.at(-1))).toEqual(years);
  });

  test("is provisional while the year is not over, and not afterwards", async () => {
    const scores = await sampleScores();
    expect([2025, 2026].map((year) => sample(scores, "KSW", year).provisional)).toEqual([false, true]);
    expect(sample(scores, "KSW", 2026).referenceDate).toBe("2026-11-25");
  });

  test("shows no count of one to four organisations or reports, anywhere", async () => {
    const scores = await sampleScores();
    for (const label of ["KSW", "NVVK"]) {
      for (const year of yearsOfReport(scores, label)) {
        const small = rangesIn(sample(scores, label, year)).filter((range) => isExact(range) && range.from > 0 && range.from < 5);
        expect([label, year, small]).toEqual([label, year, []]);
      }
    }
  });

  test("holds no name, number or code by which an organisation or body is known", async () => {
    const scores = await sampleScores();
    const text = JSON.stringify([...yearsOfReport(scores, "KSW").map((year) => sample(scores, "KSW", year)), sample(scores, "NVVK", 2025)]);
    const { organisations, bodies } = scores.catalogue;
    const known = [
      ...organisations.flatMap(({ id, name, kvk }) => [id, name, ...kvk]),
      ...[...bodies.values()].flatMap(({ code, name }) => [code, name]),
      ...[...scores.labels.values()].flatMap(({ tables }) => [...tables.references, ...tables.organisations, ...tables.bodies]),
    ];
    expect(known.filter((one) => text.includes(`"${one}"`) || (one.length > 5 && text.includes(one)))).toEqual([]);
  });
});

/** Every range in it, however deep. */
function rangesIn(value: unknown): Range[] {
  if (typeof value !== "object" || value === null) return [];
  if ("from" in value && "to" in value) return [value as Range];
  return Object.values(value).flatMap(rangesIn);
}

describe("a yearly report after one that was published", () => {
  const first = counted(tested(40, (i) => (i < 20 ? "2222" : "0000")));
  /** In 2021 some of them are tested again. */
  const again = (size: number, audit: string): PackedReport[] =>
    Array.from({ length: size }, (_, i) => report({ organisation: `o${39 - i}`, kind: "recertification", day: "2021-06-01", audit }));
  const everybody = tested(40, (i) => (i < 20 ? "2222" : "0000"));

  test("takes earlier years over as they were published, also when they would be counted otherwise now", () => {
    const published = of(first, "L", 2020);
    // A correction, after the report was out: two more met it.
    const corrected = counted([...tested(40, (i) => (i < 22 ? "2222" : "0000")), ...again(10, "2222")]);
    const next = of(corrected, "L", 2021, [published]);
    expect(normOf(next, "A1").years.map(({ met }) => met)).toEqual([
      { from: 20, to: 20 },
      { from: 32, to: 32 },
    ]);
    expect(normOf(of(corrected, "L", 2021), "A1").years[0]!.met).toEqual({ from: 22, to: 22 });
  });

  test("shows a year in which fewer than five were tested again only without its figures", () => {
    for (const few of [1, 2, 3, 4]) {
      const next = of(counted([...everybody, ...again(few, "2222")]), "L", 2021);
      expect(normOf(next, "A1").years.map(({ judged }) => judged)).toEqual([{ from: 40, to: 40 }, null]);
    }
    const next = of(counted([...everybody, ...again(5, "2222")]), "L", 2021);
    expect(normOf(next, "A1").years[1]!.met).toEqual({ from: 25, to: 25 });
  });

  test("shows a year in which nobody was tested as the year before", () => {
    const quiet = of(counted([...everybody, report({ organisation: "elders", framework: "L/wijk/2021", day: "2023-01-01" })]), "L", 2022);
    expect(normOf(quiet, "A1").years.map(({ met }) => met?.from)).toEqual([20, 20, 20]);
  });
});

describe("a new version of a published report", () => {
  const before = tested(40, (i) => (i < 20 ? "2222" : "0000"));
  const published = of(counted(before), "L", 2020);

  test("says what the first one says when nothing changed", () => {
    expect(of(counted(before), "L", 2020, [published])).toEqual(published);
  });

  test("shows no figure that differs from the first by one to four organisations", () => {
    for (const more of [1, 2, 3, 4]) {
      const next = of(counted(tested(40, (i) => (i < 20 + more ? "2222" : "0000"))), "L", 2020, [published]);
      expect(normOf(next, "A1").years[0]).toMatchObject({ judged: { from: 40, to: 40 }, met: null, partiallyMet: null, notMet: null });
    }
    const next = of(counted(tested(40, (i) => (i < 25 ? "2222" : "0000"))), "L", 2020, [published]);
    expect(normOf(next, "A1").years[0]!.met).toEqual({ from: 25, to: 25 });
  });

  test("keeps hidden what the first one hid, of every norm", () => {
    const hiding = of(counted(tested(40, (i) => (i < 3 ? "2222" : "0000"))), "L", 2020);
    const next = of(counted(tested(40, (i) => (i < 30 ? "2222" : "0000"))), "L", 2020, [hiding]);
    expect(normOf(hiding, "A1").years[0]!.met).toEqual({ from: 1, to: 5 });
    expect(normOf(next, "A1").years[0]!.met).toBeNull();
    for (const norm of next.norms) expect(mayReplace(normOf(hiding, norm.code).years[0]!, norm.years[0]!)).toBe(true);
    const third = of(counted(tested(40, () => "2222")), "L", 2020, [hiding, next]);
    expect(normOf(third, "A1").years[0]!.met).toBeNull();
  });
});

/** A report in the variant wijk, of a large organisation, a recertification that names a theme: small in the first version, and not later. */
const unusual = (size: number): PackedReport[] =>
  Array.from({ length: size }, (_, i) =>
    report({
      organisation: `w${i}`,
      framework: "L/wijk/2021",
      day: "2021-05-01",
      kind: "recertification",
      sector: { fte: 250 },
      trends: [{ theme: "wacht", direction: "increasing" }],
    }),
  );

describe("the tables of tests, organisations and themes in a new version", () => {
  const usual = tested(40, (i) => (i < 20 ? "2222" : "0000"), { day: "2021-03-01", sector: { fte: 5 } });
  const groupIn = ({ divisions }: YearlyReport, division: string, group: string) =>
    divisions.find(({ name }) => name === division)!.groups.find(({ name }) => name === group)!.organisations;
  const large = sizeClasses.at(-1)!.name;
  const ofTheUnusual = (made: YearlyReport) => {
    const kind = made.tests.kinds.find((one) => one.kind === "recertification")!;
    const theme = made.themes.find(({ code }) => code === "wacht")!;
    return {
      kind: kind.total,
      kindInVariant: kind.perVariant[made.tests.variants.indexOf("wijk")],
      variant: made.tests.perVariant[made.tests.variants.indexOf("wijk")],
      organisations: groupIn(made, "variant", "wijk"),
      size: groupIn(made, "grootte", large),
      mentions: theme.mentions,
      direction: theme.directions.increasing,
    };
  };
  const nothing = {
    kind: null,
    kindInVariant: null,
    variant: null,
    organisations: null,
    size: null,
    mentions: null,
    direction: null,
  };

  test("keep hidden what the first one hid, also when it is no longer small", () => {
    const first = of(counted([...usual, ...unusual(3)]), "L", 2021);
    expect(ofTheUnusual(first)).toEqual(nothing);
    const many = counted([...usual, ...unusual(30)]);
    expect(ofTheUnusual(of(many, "L", 2021))).toEqual({
      kind: exactly(30),
      kindInVariant: exactly(30),
      variant: exactly(30),
      organisations: exactly(30),
      size: exactly(30),
      mentions: exactly(30),
      direction: exactly(30),
    });
    const second = of(many, "L", 2021, [first]);
    expect(ofTheUnusual(second)).toEqual(nothing);
    expect(ofTheUnusual(of(many, "L", 2021, [first, second]))).toEqual(nothing);
  });

  const before = [...usual, ...unusual(20)];
  const published = of(counted(before), "L", 2021);
  const late = (size: number) => of(counted([...before, ...unusual(20 + size).slice(20)]), "L", 2021, [published]);

  test("show no number that differs by one to four: it would say what the late reports say", () => {
    expect(ofTheUnusual(published)).toMatchObject({ kind: exactly(20), mentions: exactly(20), organisations: exactly(20) });
    for (const few of [1, 2, 3, 4]) {
      const next = late(few);
      expect(ofTheUnusual(next)).toEqual(nothing);
      expect([next.organisations, next.tests.total, next.testsPerYear]).toEqual([null, null, [null]]);
    }
  });

  test("show what differs by five or more, and what is as it was", () => {
    expect(ofTheUnusual(late(5))).toMatchObject({
      kind: exactly(25),
      mentions: exactly(25),
      organisations: exactly(25),
      size: exactly(25),
    });
    expect(late(5).testsPerYear).toEqual([exactly(65)]);
    expect(late(0)).toEqual(published);
    expect(late(1).tests.kinds.find(({ kind }) => kind === "initial")!.total).toEqual(exactly(40));
  });

  test("do not tell by what is left out which theme a late report names", () => {
    const withDruk = (size: number) => tested(size, () => "2222", { day: "2021-03-01", trends: [{ theme: "druk", direction: "stable" }] });
    const first = of(counted([...withDruk(30), ...unusual(20)]), "L", 2021);
    const next = of(counted([...withDruk(30), ...unusual(21)]), "L", 2021, [first]);
    expect(first.themes.map(({ mentions }) => mentions)).toEqual([exactly(30), exactly(20)]);
    expect(rangesIn(next.themes)).toEqual([]);
  });

  test("hold the tests of a year against what a report of a later year shows of it", () => {
    const later = of(counted([...before, report({ organisation: "o0", day: "2022-02-01" })]), "L", 2022);
    expect(later.testsPerYear[0]).toEqual(exactly(60));
    const total = (size: number) => of(counted([...usual, ...unusual(size)]), "L", 2021, [later]).tests.total;
    expect([20, 21, 24, 25].map(total)).toEqual([exactly(60), null, null, exactly(65)]);
    expect(of(counted([...usual, ...unusual(21)]), "L", 2021, [later]).tests.kinds[0]!.total).toEqual(exactly(40));
  });
});

describe("a yearly report of little or nothing", () => {
  const cases: Readonly<Record<string, readonly PackedReport[]>> = {
    "one organisation": [report({})],
    "four organisations": tested(4, () => "2222"),
    "five that differ": tested(5, (i) => (i < 2 ? "2222" : "0000")),
    "all n.v.t.": tested(30, () => "----"),
    "nothing in scope": tested(30, () => "...."),
    "only follow-up checks": tested(30, () => "2222", { kind: "followUp" }),
    "all on one day in two frameworks": [...tested(20, () => "2102"), ...tested(20, () => "21", { framework: "L/wijk/2021" })],
  };

  test.each(Object.entries(cases))("%s gives a report, without NaN and without a small number", (_, reports) => {
    const scores = counted(reports);
    for (const year of yearsOfReport(scores, "L")) {
      const made = of(scores, "L", year);
      expect(numbersIn(made).filter((one) => !Number.isFinite(one))).toEqual([]);
      expect(rangesIn(made).filter((range) => isExact(range) && range.from > 0 && range.from < 5)).toEqual([]);
    }
  });

  test("of a label without a test there is none, nor of a year before the first", () => {
    const nothing = countedScores({ ...emptyScores, referenceDay, catalogueVersion: catalogue.version }, catalogue);
    expect([yearsOfReport(nothing, "L"), yearlyReport(nothing, run, "L", 2020)]).toEqual([[], undefined]);
    expect(yearlyReport(counted([report({})]), run, "L", 2019)).toBeUndefined();
    expect(yearlyReport(counted([report({})]), run, "bestaat niet", 2020)).toBeUndefined();
  });
});
