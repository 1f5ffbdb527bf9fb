import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoDay } from "../../../../core/calendar.ts";
import { reportedTrendRows } from "../../../../core/figures/tables/reported-trends.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, catalogue, day, referenceDay, report, sourceOf } from "./example.ts";
import { identities, inView, isJudged, scoreOf } from "./recount.ts";

type VariantView = "L basis" | "L wijk" | "N basis";
const rowsOf = (reports: readonly PackedReport[], view: VariantView = "L basis") =>
  reportedTrendRows(sourceOf(reports, view), catalogue, referenceDay);

const rising = (theme: string) => ({ theme, direction: "increasing" as const });
/** What a word is today: its theme, or (whatever its case) itself. */
const themeOf: Record<string, string> = { wacht: "wacht", Wachtlijsten: "wacht", druk: "druk", Armoede: "armoede", armoede: "armoede" };
const directionOf: Record<string, string> = { increasing: "toenemend", stable: "gelijk", decreasing: "afnemend" };

function recount(reports: readonly PackedReport[], view: VariantView): Record<string, number[]> {
  const known = inView(view, reports);
  const norm = identities(view).get("L/basis/2019 A3");
  const found: Record<string, number[]> = {};
  const half = ({ day: at }: PackedReport) => `${isoDay(at).slice(0, 4)}-H${isoDay(at).slice(5, 7) <= "06" ? 1 : 2}`;
  const says = (one: PackedReport, theme: string) => (one.trends ?? []).some((trend) => themeOf[trend.theme] === theme);
  for (const periode of ["alle", ...known.map(half)]) {
    for (const ci of ["*", "ciio", "dnv"]) {
      const cell = known.filter((one) => (periode === "alle" || half(one) === periode) && (ci === "*" || one.body === ci));
      for (const theme of ["wacht", "druk", "armoede"]) {
        for (const direction of ["increasing", "stable", "decreasing"]) {
          const loud = cell.filter((one) =>
            (one.trends ?? []).some((trend) => themeOf[trend.theme] === theme && trend.direction === direction),
          );
          if (loud.length === 0) continue;
          const judged = (of: readonly PackedReport[]) =>
            theme === "wacht" && norm ? of.map((one) => scoreOf(one, norm, reports)).filter(isJudged) : [];
          const silent = judged(cell.filter((one) => !says(one, theme)));
          const here = judged(loud);
          found[[periode, ci, theme, directionOf[direction]].join(" ")] = [
            loud.length,
            cell.filter(({ trends = [] }) => trends.length > 0).length,
            cell.length,
            here.length,
            here.filter((score) => score === "2").length,
            silent.length,
            silent.filter((score) => score === "2").length,
          ];
        }
      }
    }
  }
  return found;
}

describe("reported trends", () => {
  test.each(["L basis", "L wijk", "N basis"] as const)("of %s equal a recount by half-year, body, theme and direction", (view) => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const rows = rowsOf(reports, view).filter(({ telling }) => telling === "streng");
        const counted = Object.fromEntries(
          rows.map((row) => [
            [row.periode, row.ci, row.thema.toLowerCase(), row.richting].join(" "),
            [row.meldingen, row.rapporten_met_trends, row.rapporten, row.oordelen, row.voldoet, row.oordelen_overig, row.voldoet_overig],
          ]),
        );
        expect(Object.keys(counted)).toHaveLength(rows.length);
        expect(counted).toEqual(recount(reports, view));
      }),
      { numRuns: 60 },
    );
  });

  test("stand beside the judgements on the norms of the theme, also by an older framework in which the norm was the same", () => {
    const reports = [
      report({ framework: "L/basis/2017", day: "2018-02-01", audit: "2202", trends: [rising("wacht")] }),
      report({ framework: "L/basis/2019", day: "2018-03-01", audit: "2212", trends: [rising("wacht")] }),
      report({ framework: "L/basis/2019", day: "2018-04-01", audit: "0020" }),
    ];
    const row = (telling: string) =>
      rowsOf(reports).find((one) => one.periode === "2018-H1" && one.ci === "ciio" && one.telling === telling);
    expect(row("streng")).toMatchObject({
      thema: "wacht",
      titel: "Wachttijden",
      bekend: "ja",
      richting: "toenemend",
      meldingen: 2,
      rapporten: 3,
      normen: "A3",
      oordelen: 2,
      voldoet: 0,
      aandeel_voldoet: 0,
      oordelen_overig: 1,
      aandeel_voldoet_overig: 1,
    });
    expect(row("soepel")).toMatchObject({ oordelen: 2, voldoet: 1, aandeel_voldoet: 0.5 });
  });

  test("of a word that the catalogue does not know are kept under that word, whatever its spelling, without norms", () => {
    const rows = rowsOf([report({ trends: [rising("Armoede")] }), report({ trends: [rising("armoede ")] })]);
    expect(rows.find(({ periode, ci, telling }) => periode === "alle" && ci === "*" && telling === "streng")).toMatchObject({
      thema: "Armoede",
      bekend: "nee",
      meldingen: 2,
      normen: "",
      oordelen: 0,
      aandeel_voldoet: null,
      aandeel_voldoet_overig: null,
    });
  });

  test("count with their theme once the catalogue knows the word, once per report", () => {
    const said = [report({ trends: [rising("Wachtlijsten"), rising("wacht")] })];
    const rows = rowsOf(said).filter(({ periode, ci, telling }) => periode === "alle" && ci === "*" && telling === "streng");
    expect(rows.map(({ thema, meldingen }) => [thema, meldingen])).toEqual([["wacht", 1]]);
    const before = reportedTrendRows(sourceOf(said, "L basis"), { themes: [] }, referenceDay);
    expect(new Set(before.map(({ thema, bekend }) => `${thema} ${bekend}`))).toEqual(new Set(["Wachtlijsten nee", "wacht nee"]));
  });

  test("of a day after the reference day are not there yet", () => {
    expect(reportedTrendRows(sourceOf([report({ trends: [rising("druk")] })], "L basis"), catalogue, day("2020-02-29"))).toEqual([]);
  });
});
