import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyRows } from "../../../../core/figures/tables/bodies.ts";
import { bodiesOverall } from "../../../../core/relevance/screens/bodies-overall.ts";
import { standingOf } from "../../../../core/relevance/standing.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, catalogue, referenceDay, report, sourceOf } from "./example.ts";

const rowsOf = (reports: readonly PackedReport[]) => bodyRows(sourceOf(reports, "L basis"), catalogue, referenceDay);
const row = (reports: readonly PackedReport[], ci: string, telling = "streng") =>
  rowsOf(reports).find((one) => one.ci === ci && one.telling === telling);

describe("certifying bodies", () => {
  test("have the mean and the median of what their organisations meet, in both ways of counting", () => {
    const reports = [
      report({ organisation: "a", audit: "0122" }),
      report({ organisation: "b", audit: "2222" }),
      report({ organisation: "c", audit: "0-2." }),
      report({ organisation: "d", audit: "----" }),
      report({ organisation: "e", body: "dnv", audit: "0000" }),
    ];
    expect(row(reports, "ciio")).toMatchObject({ naam: "CIIO", organisaties: 3, gemiddeld_aandeel: 2 / 3, mediaan_aandeel: 0.5 });
    expect(row(reports, "ciio", "soepel")).toMatchObject({
      organisaties: 3,
      gemiddeld_aandeel: expect.closeTo(2.25 / 3),
      mediaan_aandeel: 0.75,
    });
    expect(row(reports, "dnv")).toMatchObject({ naam: "dnv", organisaties: 1, gemiddeld_aandeel: 0, mediaan_aandeel: 0 });
    expect(row(reports, "*")).toMatchObject({ organisaties: 4, gemiddeld_aandeel: 0.5, mediaan_aandeel: 0.5, vrijheidsgraden: 1 });
  });

  test("are compared as the analysis of the view compares them, with the warning that strictness and clients look the same", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const source = sourceOf(reports, "L basis");
        const all = bodyRows(source, catalogue, referenceDay).find(({ ci, telling }) => ci === "*" && telling === "streng")!;
        const overall = bodiesOverall(source.matrix, standingOf(source.matrix, source.matrix.audits).rows);
        if ("notYet" in overall) expect([all.toetsgrootheid, all.vrijheidsgraden, all.p]).toEqual([null, null, null]);
        else expect([all.toetsgrootheid, all.vrijheidsgraden, all.p]).toEqual([overall.h, overall.df, overall.p]);
        expect(all.let_op).toMatch(/Een verschil kan|iet te vergelijken/);
      }),
      { numRuns: 60 },
    );
  });

  test("say which organisations changed body between full tests: a vervolgtoets by another body is no change", () => {
    const reports = [
      report({ organisation: "a", day: "2018-03-01", body: "ciio" }),
      report({ organisation: "a", day: "2018-09-01", body: "dnv", kind: "followUp" }),
      report({ organisation: "a", day: "2020-03-01", body: "dnv", kind: "recertification" }),
      report({ organisation: "a", day: "2022-03-01", body: "ciio", kind: "recertification" }),
      report({ organisation: "b", day: "2020-03-01", body: "ciio" }),
      report({ organisation: "b", day: "2022-03-01", body: "ciio", kind: "recertification" }),
    ];
    expect(row(reports, "*")).toMatchObject({ overgestapt_naar: 1, overgestapt_van: 1 });
    expect(row(reports, "ciio")).toMatchObject({ overgestapt_naar: 1, overgestapt_van: 1, organisaties: 2 });
    expect(row(reports, "dnv")).toMatchObject({ overgestapt_naar: 1, overgestapt_van: 1, organisaties: 0, gemiddeld_aandeel: null });
  });

  test("are not compared when there is one, or when all are equal, and it says why", () => {
    expect(row([], "*")).toMatchObject({
      organisaties: 0,
      gemiddeld_aandeel: null,
      p: null,
      let_op: expect.stringContaining("geen twee instellingen"),
    });
    expect(row([report({ organisation: "a" }), report({ organisation: "b" })], "*")).toMatchObject({
      p: null,
      let_op: expect.stringContaining("geen twee instellingen"),
    });
    expect(row([report({ organisation: "a" }), report({ organisation: "b", body: "dnv" })], "*")).toMatchObject({
      p: null,
      let_op: expect.stringContaining("even groot deel"),
    });
  });

  test("are judged by the test itself, not by what a later check found mended", () => {
    const reports = [report({ audit: "0000" }), report({ day: "2020-09-01", kind: "followUp", audit: "2222" })];
    expect(row(reports, "ciio")).toMatchObject({ gemiddeld_aandeel: 0 });
  });
});
