import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normFigures } from "../../../../core/figures/norm-figures.ts";
import { countedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { normRows } from "../../../../core/figures/selected/norm-rows.ts";
import { everythingOf, type Selection } from "../../../../core/figures/selected/selection.ts";
import { judgedViews } from "../../../../core/figures/view-figures.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import * as merging from "../../scoring/example.ts";
import { anyRegister, catalogue, day, referenceDay, report } from "../tables/example.ts";
import { counted, selection } from "./example.ts";

/** `[n, met]` of a norm of L. */
function figure(reports: readonly PackedReport[], what: Partial<Selection>, code: string): [number, number] {
  const { counts, met } = normRows(counted(reports), selection(what)).rows.find(({ norm }) => norm.code === code)!;
  return [counts.judged, met];
}

const plain = ({ rows }: ReturnType<typeof normRows>) =>
  rows.map(({ norm, withdrawn, counts, share, interval }) => ({ code: norm.code, title: norm.title, withdrawn, counts, share, interval }));

describe("a selection of everything", () => {
  test("says exactly what the published figures of the view say, of every view", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const scores = scoreShard(reports, catalogue, referenceDay);
        for (const { view, figures } of judgedViews(scores, catalogue, referenceDay)) {
          const variants = view.variant === null ? [] : [view.variant];
          const found = normRows(countedScores(scores, catalogue), { ...everythingOf(view.label), variants });
          expect(found.view.id).toBe(view.id);
          expect(found.exploratory).toBe(false);
          expect(plain(found)).toEqual(
            figures.map(({ norm, withdrawn, counts, share, interval }) => ({
              code: norm.code,
              title: norm.title,
              withdrawn,
              counts,
              share,
              interval,
            })),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test("of one framework says exactly what norm-figures says, also of merged organisations and combined audits", () => {
    fc.assert(
      fc.property(merging.anyRegister, (reports) => {
        const scores = scoreShard(reports, merging.catalogue, merging.referenceDay);
        const figures = normFigures(scores, merging.catalogue);
        for (const { key, label, variant, version } of merging.catalogue.frameworks) {
          const chosen = { ...everythingOf(label), variants: [variant], versions: [version] };
          const found = normRows(countedScores(scores, merging.catalogue), chosen);
          expect(found.exploratory).toBe(false);
          expect(found.rows.map(({ counts, share, interval }) => ({ counts, share, interval }))).toEqual(
            figures.filter(({ framework }) => framework.key === key).map(({ counts, share, interval }) => ({ counts, share, interval })),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("whatever is selected", () => {
  const anySelection = fc.record({
    variants: fc.subarray(["basis", "wijk"]),
    versions: fc.subarray(["2017", "2019", "2021"]),
    from: fc.constantFrom(null, day("2018-01-01"), day("2020-07-01")),
    until: fc.constantFrom(null, day("2022-06-30"), day("2010-01-01")),
    body: fc.constantFrom(null, "ciio", "dnv"),
    kind: fc.constantFrom(null, "initial", "recertification", "interim", "followUp"),
    discipline: fc.constantFrom(null, "maatschappelijk werk", "sociaal raadsliedenwerk", "niemand"),
  } satisfies { [Field in keyof Selection]?: fc.Arbitrary<Selection[Field]> });

  test("the order of the reports does not matter", () => {
    fc.assert(
      fc.property(
        anyRegister.chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length }))),
        anySelection,
        ([reports, shuffled], what) => {
          expect(normRows(counted(shuffled), selection(what))).toEqual(normRows(counted(reports), selection(what)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("strict is never more than lenient, and an organisation counts at most once in a row", () => {
    fc.assert(
      fc.property(anyRegister, anySelection, (reports, what) => {
        const strict = normRows(counted(reports), selection(what));
        const lenient = normRows(counted(reports), selection({ ...what, counting: "soepel" }));
        strict.rows.forEach(({ counts, met }, i) => {
          expect(met).toBeLessThanOrEqual(lenient.rows[i]!.met);
          expect(lenient.rows[i]!.met).toBeLessThanOrEqual(counts.judged);
          expect(counts.organisations).toBeLessThanOrEqual(strict.organisations);
        });
        // alfa went up in gamma: four ids are three organisations.
        expect(strict.organisations).toBeLessThanOrEqual(3);
      }),
      { numRuns: 100 },
    );
  });

  test("the bodies add up to the whole where each organisation has one body", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const faithful = reports.map((one) => ({
          ...one,
          reference: `${one.reference} ${one.body} ${one.organisation}`,
          body: report({ body: one.organisation === "beta" || one.organisation === "delta" ? "ciio" : "dnv" }).body,
        }));
        const whole = normRows(counted(faithful), selection());
        const parts = ["ciio", "dnv"].map((body) => normRows(counted(faithful), selection({ body })));
        whole.rows.forEach(({ counts }, i) => {
          const sum = (of: (row: (typeof whole.rows)[number]) => number) => parts.reduce((all, part) => all + of(part.rows[i]!), 0);
          expect(sum((row) => row.counts.judged)).toBe(counts.judged);
          expect(sum((row) => row.counts.met)).toBe(counts.met);
          expect(sum((row) => row.counts.organisations)).toBe(counts.organisations);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("the latest report within a selection", () => {
  const byCiio = report({ organisation: "beta", body: "ciio", day: "2020-03-01", audit: "0000" });
  const byDnv = report({ organisation: "beta", body: "dnv", day: "2022-03-01", kind: "recertification", audit: "2222" });
  const check = report({ organisation: "beta", body: "dnv", day: "2023-03-01", kind: "followUp", audit: "1..." });

  test("of a body is its latest report, also when the organisation has gone to another body since", () => {
    expect(figure([byCiio, byDnv], { body: "ciio" }, "A3")).toEqual([1, 0]);
    expect(figure([byCiio, byDnv], { body: "dnv" }, "A3")).toEqual([1, 1]);
    expect(figure([byCiio, byDnv], {}, "A3")).toEqual([1, 1]);
  });

  test("of a period is the latest of that period, and a check outside it replaces nothing", () => {
    expect(figure([byCiio, byDnv, check], { until: day("2021-12-31") }, "A1")).toEqual([1, 0]);
    expect(figure([byCiio, byDnv, check], { from: day("2021-01-01"), until: day("2022-12-31") }, "A1")).toEqual([1, 1]);
    expect(figure([byCiio, byDnv, check], { from: day("2021-01-01") }, "A1")).toEqual([1, 0]);
    expect(figure([byCiio, byDnv, check], { from: day("2022-06-01") }, "A1")).toEqual([0, 0]);
  });

  test("of a kind is the latest of that kind, as it was judged then", () => {
    expect(figure([byCiio, byDnv, check], { kind: "initial" }, "A1")).toEqual([1, 0]);
    expect(figure([byCiio, byDnv, check], { kind: "recertification" }, "A1")).toEqual([1, 1]);
    expect(figure([byCiio, byDnv, check], { kind: "followUp", counting: "soepel" }, "A1")).toEqual([1, 1]);
    expect(figure([byCiio, byDnv, check], { kind: "followUp" }, "A3")).toEqual([0, 0]);
  });

  test("of a discipline is the latest report that has scores of it, by those scores", () => {
    const casework = report({ organisation: "beta", day: "2020-03-01", disciplines: { "maatschappelijk werk": "20.." }, audit: "0000" });
    const later = report({ organisation: "beta", day: "2022-03-01", kind: "recertification", audit: "0000" });
    expect(figure([casework, later], { discipline: "maatschappelijk werk" }, "A1")).toEqual([1, 1]);
    expect(figure([casework, later], { discipline: "sociaal raadsliedenwerk" }, "A1")).toEqual([0, 0]);
  });

  test("is looking around, unless it is a fixed view at some reference date", () => {
    const exploratory = (what: Partial<Selection>) => normRows(counted([byCiio]), selection(what)).exploratory;
    const aday = day("2021-12-31");
    expect([{}, { variants: ["basis"] }, { versions: ["2017"] }, { until: aday }, { category: "A" }].map(exploratory)).toEqual(
      Array(5).fill(false),
    );
    expect(
      [{ body: "ciio" }, { kind: "initial" as const }, { from: aday }, { discipline: "x" }, { versions: ["2021"] }].map(exploratory),
    ).toEqual(Array(5).fill(true));
  });
});

describe("the norms of a selection", () => {
  const codes = (what: Partial<Selection>) => normRows(counted([]), selection(what)).rows.map(({ norm }) => norm.code);

  test("are those of the category, the competency and the words that were asked for, in the order of the catalogue", () => {
    expect(codes({ variants: ["basis"], versions: ["2019"] })).toEqual(["A1", "A2", "A3", "B2"]);
    expect(codes({ variants: ["basis"], versions: ["2019"], category: "A" })).toEqual(["A1", "A2", "A3"]);
    expect(codes({ variants: ["basis"], versions: ["2019"], competency: "C01" })).toEqual(["A1", "B2"]);
    expect(codes({ variants: ["basis"], versions: ["2019"], search: "NÓRM  a2" })).toEqual(["A2"]);
    expect(codes({ search: "<script>" })).toEqual([]);
  });

  test("have a row though nobody was judged, without a share", () => {
    const [row] = normRows(counted([]), selection()).rows;
    expect(row).toMatchObject({ counts: { organisations: 0, judged: 0 }, share: null, interval: null });
  });
});
