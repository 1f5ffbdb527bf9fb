import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yearOf } from "../../../../core/calendar.ts";
import { type CohortRow, cohortRows } from "../../../../core/figures/tables/cohorts.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, day, referenceDay, report, sourceOf, viewIds } from "./example.ts";
import { byOrganisation, identities, inView, isFull, isJudged, scoreOf } from "./recount.ts";

const rowsOf = (reports: readonly PackedReport[], view: (typeof viewIds)[number] = "L basis", until = referenceDay) =>
  cohortRows(sourceOf(reports, view, until), until);
const strict = (rows: readonly CohortRow[]) => rows.filter(({ telling }) => telling === "streng");

describe("organisations followed over their tests", () => {
  test.each(viewIds)("in %s are all somewhere at every test: there, not due yet, or stayed away", (view) => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const rows = strict(rowsOf(reports, view));
        for (const cohort of new Set(rows.map((row) => row.cohort))) {
          const ofCohort = rows.filter((row) => row.cohort === cohort);
          ofCohort.slice(1).forEach((row, i) => {
            expect(row.organisaties + row.nog_niet_aan_de_beurt + row.weggebleven).toBe(ofCohort[i]!.organisaties);
          });
          expect(ofCohort.at(-1)!.organisaties).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each(viewIds)("in %s equal a recount: who came to each test, and how they did then and at first on the same norms", (view) => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const norms = [...new Set(identities(view).values())];
        const followed = byOrganisation(inView(view, reports))
          .map((own) => own.filter(isFull))
          .filter((tests) => tests.length > 0);
        const met = (scores: readonly string[]) => scores.filter((score) => score === "2").length / scores.length;
        const mean = (shares: number[]) => (shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length);
        for (const row of strict(rowsOf(reports, view))) {
          const here = followed
            .filter((tests) => row.cohort === "alle" || String(yearOf(tests[0]!.day)) === row.cohort)
            .filter((tests) => tests.length >= row.toets)
            .map((tests) =>
              norms.map((norm) => [scoreOf(tests[0]!, norm, reports), scoreOf(tests[row.toets - 1]!, norm, reports)] as const),
            );
          const both = here.map((scores) => scores.filter(([a, b]) => isJudged(a) && isJudged(b))).filter((scores) => scores.length > 0);
          const now = here.map((scores) => scores.map(([, b]) => b).filter(isJudged)).filter((scores) => scores.length > 0);
          expect([row.organisaties, row.vergelijkbaar]).toEqual([here.length, both.length]);
          const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 9));
          expect(row).toMatchObject({
            aandeel_nu: close(mean(now.map(met))),
            aandeel_eerste_toets: close(mean(both.map((scores) => met(scores.map(([a]) => a))))),
            aandeel_nu_zelfde_normen: close(mean(both.map((scores) => met(scores.map(([, b]) => b))))),
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  test("stay away when the next test is more than a year late, and show how they had done", () => {
    // A cycle of two years and one of grace: due before 15 March 2023.
    const reports = [
      report({ organisation: "weg", day: "2020-03-14", audit: "0222" }),
      report({ organisation: "later", day: "2020-03-15", audit: "2222" }),
      report({ organisation: "terug", day: "2020-03-14", audit: "0022" }),
      report({ organisation: "terug", day: "2022-03-14", kind: "recertification", audit: "2222" }),
    ];
    const [first, second, third] = strict(rowsOf(reports, "L basis", day("2023-03-15"))).filter(({ cohort }) => cohort === "2020");
    expect(first).toMatchObject({ toets: 1, organisaties: 3, weggebleven: 0, aandeel_weggebleven: null });
    expect(second).toMatchObject({
      toets: 2,
      organisaties: 1,
      nog_niet_aan_de_beurt: 1,
      weggebleven: 1,
      aandeel_weggebleven: 0.75,
      aandeel_eerste_toets: 0.5,
      aandeel_nu_zelfde_normen: 1,
    });
    expect(third).toMatchObject({ toets: 3, organisaties: 0, nog_niet_aan_de_beurt: 1, weggebleven: 0, aandeel_nu: null });
  });

  test("are one after a merger, with the tests of both", () => {
    const reports = [report({ organisation: "alfa", day: "2018-03-01" }), report({ organisation: "gamma", day: "2020-03-01" })];
    expect(
      strict(rowsOf(reports))
        .filter(({ cohort }) => cohort === "2018")
        .map(({ organisaties }) => organisaties),
    ).toEqual([1, 1, 0]);
  });

  test("are no rows when nobody was tested", () => {
    expect(rowsOf([])).toEqual([]);
    expect(rowsOf([report({ kind: "followUp" })])).toEqual([]);
  });
});
