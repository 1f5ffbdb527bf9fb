import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoDay } from "../../../../core/calendar.ts";
import { type TrendRow, trendRows } from "../../../../core/figures/tables/trends.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, catalogue, day, referenceDay, report, sourceOf, viewIds } from "./example.ts";
import { allLines, byOrganisation, inView, isFull, isJudged, scoreOf, standing } from "./recount.ts";

const rowsOf = (reports: readonly PackedReport[], view: (typeof viewIds)[number]) =>
  trendRows(sourceOf(reports, view), catalogue, referenceDay);

/** Line, measure, period and way of counting → organisations, judgements, met, share. */
const key = (row: Readonly<Record<"niveau" | "code" | "lijn" | "meting" | "tijdvak" | "periode" | "telling", string>>) =>
  [row.niveau, row.code, row.lijn, row.meting, row.tijdvak, row.periode, row.telling].join(" ");
const rounded = (share: number | null) => (share === null ? null : Math.round(share * 1e9) / 1e9);

const year = (at: number) => isoDay(at).slice(0, 4);
const half = (at: number) => `${year(at)}-H${isoDay(at).slice(5, 7) <= "06" ? 1 : 2}`;

/** Years or half-years from the first to the last of these. */
function between(first: string, last: string): string[] {
  const all = Array.from({ length: 10 }, (_, i) => String(2016 + i)).flatMap((name) =>
    first.includes("H") ? [`${name}-H1`, `${name}-H2`] : [name],
  );
  return all.slice(all.indexOf(first), all.indexOf(last) + 1);
}

function recount(reports: readonly PackedReport[], view: (typeof viewIds)[number]): Record<string, unknown> {
  const known = inView(view, reports);
  const found: [string, unknown][] = [];
  for (const line of allLines(view)) {
    const follows = (one: PackedReport | undefined) => one !== undefined && line.lijn.split("|").includes(one.framework);
    const measures = [
      { meting: "toetsen", tijdvak: "jaar", nameOf: year },
      { meting: "toetsen", tijdvak: "halfjaar", nameOf: half },
      { meting: "stand", tijdvak: "halfjaar", nameOf: half },
    ] as const;
    let isEmpty = true;
    for (const { meting, tijdvak, nameOf } of measures) {
      const perPeriod = between(nameOf(day("2016-01-01")), nameOf(referenceDay)).map((periode) => {
        const reached = byOrganisation(known.filter((one) => nameOf(one.day) <= periode));
        const organisations = reached.flatMap((own) => {
          if (meting === "stand") return follows(own.findLast(isFull)) ? [line.norms.map((norm) => standing(own, norm, reports))] : [];
          const test = own.findLast((one) => isFull(one) && nameOf(one.day) === periode);
          return test && follows(test) ? [line.norms.map((norm) => scoreOf(test, norm, reports))] : [];
        });
        return { periode, judged: organisations.map((scores) => scores.filter(isJudged)).filter((scores) => scores.length > 0) };
      });
      const filled = perPeriod.filter(({ judged }) => judged.length > 0);
      if (filled.length === 0) continue;
      isEmpty = false;
      for (const periode of between(filled[0]!.periode, filled.at(-1)!.periode)) {
        const { judged } = perPeriod.find((one) => one.periode === periode)!;
        for (const [telling, met] of [
          ["streng", "2"],
          ["soepel", "12"],
        ] as const) {
          const metOf = (scores: string[]) => scores.filter((score) => met.includes(score)).length;
          const share = judged.length === 0 ? null : judged.reduce((sum, scores) => sum + metOf(scores) / scores.length, 0) / judged.length;
          found.push([
            key({ ...line, meting, tijdvak, periode, telling }),
            [judged.length, judged.flat().length, judged.reduce((sum, scores) => sum + metOf(scores), 0), rounded(share)],
          ]);
        }
      }
    }
    if (isEmpty) {
      for (const telling of ["streng", "soepel"]) {
        found.push([key({ ...line, meting: "toetsen", tijdvak: "jaar", periode: "geen", telling }), [0, 0, 0, null]]);
      }
    }
  }
  return Object.fromEntries(found);
}

describe("trends", () => {
  test.each(viewIds)("of %s equal a recount from the reports, line by line and period by period", (view) => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const rows = rowsOf(reports, view);
        const counted = Object.fromEntries(
          rows.map((row) => [key(row), [row.organisaties, row.oordelen, row.voldoet, rounded(row.aandeel_voldoet)]]),
        );
        expect(Object.keys(counted)).toHaveLength(rows.length);
        expect(counted).toEqual(recount(reports, view));
      }),
      { numRuns: 40 },
    );
  });

  const rowsOfNorm = (reports: readonly PackedReport[], code: string, what: Partial<TrendRow>) =>
    rowsOf(reports, "L basis").filter(
      (row) =>
        row.niveau === "norm" && row.code === code && Object.entries(what).every(([name, value]) => row[name as keyof TrendRow] === value),
    );

  test("run on through versions that kept the norm, and break where it was reworded, merged, dropped or new, and say so", () => {
    const breaks = Object.fromEntries(
      rowsOf([], "L basis")
        .filter(({ niveau }) => niveau === "norm")
        .map(({ code, lijn, breuk }) => [`${code} ${lijn}`, breuk]),
    );
    expect(breaks).toEqual({
      "A1 L/basis/2017|L/basis/2019|L/basis/2021": "",
      "A2 L/basis/2017": "eindigt na L/basis/2017: gaat over in L/basis/2019 A2 (anders verwoord)",
      "A2 L/basis/2019":
        "begint in L/basis/2019: uit L/basis/2017 A2 (anders verwoord); eindigt na L/basis/2019: gaat over in L/basis/2021 A4 (samengevoegd)",
      "A3 L/basis/2017|L/basis/2019": "eindigt na L/basis/2019: gaat over in L/basis/2021 A4 (samengevoegd)",
      "A4 L/basis/2021": "begint in L/basis/2021: uit L/basis/2019 A2 (samengevoegd), L/basis/2019 A3 (samengevoegd)",
      "B1 L/basis/2017": "vervallen in L/basis/2019",
      "B2 L/basis/2019|L/basis/2021": "nieuw in L/basis/2019",
    });
  });

  test("of a category break with its norms, and run through over the norms that all versions share", () => {
    const lines = rowsOf([], "L basis").filter(
      ({ niveau, code, telling }) => niveau === "categorie" && code === "A" && telling === "streng",
    );
    expect(lines.map(({ lijn, normen, breuk }) => [lijn, normen, breuk])).toEqual([
      ["L/basis/2017", 3, "breuk bij L/basis/2019: 1 norm erbij of gewijzigd, 1 eraf of gewijzigd"],
      [
        "L/basis/2019",
        3,
        "breuk bij L/basis/2019: 1 norm erbij of gewijzigd, 1 eraf of gewijzigd; breuk bij L/basis/2021: 1 norm erbij of gewijzigd, 2 eraf of gewijzigd",
      ],
      ["L/basis/2021", 2, "breuk bij L/basis/2021: 1 norm erbij of gewijzigd, 2 eraf of gewijzigd"],
      ["L/basis/2017|L/basis/2019|L/basis/2021", 1, "loopt door: alleen de ene norm die in al deze normenkaders dezelfde is"],
    ]);
    expect(lines[0]!.titel).toBe("Aanpak 2021");
  });

  test("show a year without tests as a year with n = 0, and no year before the first or after the last", () => {
    const reports = [report({ day: "2018-03-01" }), report({ day: "2020-03-01", audit: "1222", organisation: "delta" })];
    const rows = rowsOfNorm(reports, "A1", { tijdvak: "jaar", telling: "streng" });
    expect(
      rows.map(({ periode, organisaties, aandeel_voldoet, ondergrens }) => [periode, organisaties, aandeel_voldoet, ondergrens === null]),
    ).toEqual([
      ["2018", 1, 1, false],
      ["2019", 0, null, true],
      ["2020", 1, 0, false],
    ]);
  });

  test("count deels as met in the lenient view only", () => {
    const rows = rowsOfNorm([report({ audit: "1222" })], "A1", { tijdvak: "jaar" });
    expect(rows.map(({ telling, voldoet, aandeel_voldoet }) => [telling, voldoet, aandeel_voldoet])).toEqual([
      ["streng", 0, 0],
      ["soepel", 1, 1],
    ]);
  });

  test("give an interval to a norm only: judgements within one audit hang together", () => {
    const rows = rowsOf([report({})], "L basis").filter(({ organisaties }) => organisaties > 0);
    expect(new Set(rows.filter(({ ondergrens }) => ondergrens !== null).map(({ niveau }) => niveau))).toEqual(new Set(["norm"]));
  });

  test("have the current state of any reference date: later reports are not in it", () => {
    const reports = [report({ day: "2020-03-01", audit: "0222" }), report({ day: "2020-09-01", kind: "followUp", audit: "2..." })];
    const state = (until: string) =>
      trendRows(sourceOf(reports, "L basis", day(until)), catalogue, day(until))
        .filter((row) => row.code === "A1" && row.meting === "stand" && row.telling === "streng")
        .map(({ periode, aandeel_voldoet }) => [periode, aandeel_voldoet]);
    expect(state("2020-08-31")).toEqual([
      ["2020-H1", 0],
      ["2020-H2", 0],
    ]);
    expect(state("2021-02-01")).toEqual([
      ["2020-H1", 0],
      ["2020-H2", 1],
      ["2021-H1", 1],
    ]);
  });
});
