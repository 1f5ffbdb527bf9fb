import { describe, expect, test } from "vitest";
import { compareSelections } from "../../../../core/figures/selected/compare-selections.ts";
import { heatMapOverFrameworks, heatMapOverTime } from "../../../../core/figures/selected/heat-maps.ts";
import { reportedThemes } from "../../../../core/figures/selected/reported-themes.ts";
import { selectedReports } from "../../../../core/figures/selected/selected-reports.ts";
import { mostReportedFirst, themeScores } from "../../../../core/figures/selected/theme-scores.ts";
import { trendsAbout } from "../../../../core/figures/selected/theme-texts.ts";
import { catalogue, day, report } from "../tables/example.ts";
import { counted, selection } from "./example.ts";

const reports = [
  report({ reference: "R-1", day: "2018-03-01", audit: "2222", trends: [{ theme: "wacht", direction: "increasing" }] }),
  report({
    reference: "R-2",
    day: "2022-03-01",
    kind: "recertification",
    audit: "0222",
    trends: [{ theme: "Armoede", direction: "stable" }],
  }),
  report({
    reference: "R-3",
    day: "2022-03-01",
    organisation: "delta",
    audit: "0222",
    trends: [{ theme: "wachtlijsten", direction: "increasing" }],
  }),
];
const scores = counted(reports);
const { source } = selectedReports(scores, selection());
const { themes } = reportedThemes(source, catalogue);
const [before, now] = [selection({ until: day("2019-12-31") }), selection({ from: day("2020-01-01") })];

describe("what is said of a theme, beside what is scored", () => {
  test("are the norms of the theme in both periods, as the comparison has them; a body's own word has none", () => {
    const rows = compareSelections(scores, before, now)!.rows;
    const found = themeScores(scores, themes, source.view.norms, before, now);
    expect(found.map(({ theme }) => theme.key)).toEqual(themes.map(({ key }) => key));
    const of = (key: string) => found.find(({ theme }) => theme.key === key)!;
    const codes = of("wacht").theme.norms.map((column) => source.view.norms[column]!.code);
    expect(codes.length).toBeGreaterThan(0);
    expect(of("wacht").norms).toEqual(codes.map((code) => rows.find(({ norm }) => norm.code === code)));
    expect(of("Armoede").norms).toEqual([]);
  });

  test("puts what is reported most first, synonyms counted together", () => {
    expect(mostReportedFirst(themes).map(({ key }) => key)).toEqual(["wacht", "Armoede"]);
  });

  test("finds the texts of a theme under each of its words, and of an unknown one under its own", () => {
    const trend = (theme: string) => ({ theme, direction: "stable", text: theme }) as const;
    const trends = ["wacht", "Wachtlijsten", "armoede ", "iets anders"].map(trend);
    const about = (key: string) => trendsAbout(themes.find((theme) => theme.key === key)!, trends, catalogue).map(({ text }) => text);
    expect(about("wacht")).toEqual(["wacht", "Wachtlijsten"]);
    expect(about("Armoede")).toEqual(["armoede "]);
  });
});

test("a label without competencies has heat maps without rows", () => {
  const none = { ...scores, catalogue: { ...scores.catalogue, competencies: [] } };
  expect(heatMapOverTime(none, selection(), "competentie", "jaar").rows).toEqual([]);
  expect(heatMapOverFrameworks(none, selection(), "competentie").rows).toEqual([]);
});
