import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportedThemes } from "../../../../core/figures/selected/reported-themes.ts";
import { selectedReports } from "../../../../core/figures/selected/selected-reports.ts";
import type { Selection } from "../../../../core/figures/selected/selection.ts";
import { reportedTrendRows } from "../../../../core/figures/tables/reported-trends.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, catalogue, day, referenceDay, report, sourceOf } from "../tables/example.ts";
import { counted, selection } from "./example.ts";

const themes = (reports: readonly PackedReport[], what: Partial<Selection> = {}) =>
  reportedThemes(selectedReports(counted(reports), selection(what)).source, catalogue);

describe("reported themes", () => {
  const first = report({ reference: "R-1", day: "2020-03-01", trends: [{ theme: "wacht", direction: "increasing" }] });
  const silent = report({ reference: "R-2", day: "2020-09-01", organisation: "delta" });
  const second = report({
    reference: "R-3",
    day: "2021-03-01",
    body: "dnv",
    organisation: "delta",
    kind: "recertification",
    framework: "L/wijk/2021",
    trends: [
      { theme: "Wachtlijsten", direction: "stable" },
      { theme: "Armoede", direction: "increasing" },
    ],
  });

  test("are counted per direction, half-year, body and variant, a synonym with its theme", () => {
    const { periods, themes: found } = themes([first, silent, second]);
    expect(periods).toEqual([
      { period: "2020-H1", reports: 1, withTrends: 1 },
      { period: "2020-H2", reports: 1, withTrends: 0 },
      { period: "2021-H1", reports: 1, withTrends: 1 },
    ]);
    expect(found.map(({ key, known, total }) => [key, known, total.increasing, total.stable, total.decreasing])).toEqual([
      ["Armoede", false, 1, 0, 0],
      ["wacht", true, 1, 1, 0],
    ]);
    const [, waiting] = found;
    expect(waiting!.periods.map(({ directions }) => directions.increasing + directions.stable)).toEqual([1, 0, 1]);
    expect(waiting!.bodies.map(({ body, directions }) => [body, directions.stable])).toEqual([
      ["ciio", 0],
      ["dnv", 1],
    ]);
    expect(waiting!.variants.map(({ variant }) => variant)).toEqual(["basis", "wijk"]);
  });

  test("say which reports hold the texts, the latest first", () => {
    const [, waiting] = themes([first, second]).themes;
    expect(waiting!.reports).toEqual([
      { label: "L", body: "dnv", reference: "R-3", organisation: "delta", day: day("2021-03-01"), directions: ["stable"] },
      { label: "L", body: "ciio", reference: "R-1", organisation: "beta", day: day("2020-03-01"), directions: ["increasing"] },
    ]);
  });

  test("are of the reports that were selected", () => {
    expect(themes([first, second], { body: "dnv" }).themes.map(({ key }) => key)).toEqual(["Armoede", "wacht"]);
    expect(themes([first, second], { until: day("2020-12-31") }).themes.map(({ key }) => key)).toEqual(["wacht"]);
  });

  test("add up to what reported-trends.csv says of a variant", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const found = themes(reports, { variants: ["basis"] }).themes;
        const rows = reportedTrendRows(sourceOf(reports, "L basis"), catalogue, referenceDay).filter(
          ({ periode, ci, telling }) => periode === "alle" && ci === "*" && telling === "streng",
        );
        const words = { increasing: "toenemend", stable: "gelijk", decreasing: "afnemend" } as const;
        const counts = found.flatMap(({ key, total }) =>
          (["increasing", "stable", "decreasing"] as const)
            .filter((direction) => total[direction] > 0)
            .map((direction) => [key, words[direction], total[direction]]),
        );
        expect(counts).toEqual(rows.map(({ thema, richting, meldingen }) => [thema, richting, meldingen]));
        for (const { total, periods, bodies, variants } of found) {
          for (const parts of [periods, bodies, variants]) {
            expect(parts.reduce((sum, { directions }) => sum + directions.increasing, 0)).toBe(total.increasing);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
