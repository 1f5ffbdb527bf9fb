import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heatMapOverFrameworks, heatMapOverTime } from "../../../../core/figures/selected/heat-maps.ts";
import { normRows } from "../../../../core/figures/selected/norm-rows.ts";
import { trendRows } from "../../../../core/figures/tables/trends.ts";
import { anyRegister, catalogue, day, referenceDay, report, sourceOf } from "../tables/example.ts";
import { counted, selection } from "./example.ts";

describe("the heat map over time", () => {
  test("weighs every organisation the same, however many norms it was judged on", () => {
    const reports = [
      report({ organisation: "beta", audit: "2222", day: "2020-03-01" }),
      report({ organisation: "delta", audit: "0...", day: "2020-05-01" }),
    ];
    const map = heatMapOverTime(counted(reports), selection({ variants: ["basis"], versions: ["2019"] }), "categorie", "jaar");
    expect(map.columns.map(({ name }) => name)).toEqual(["2020"]);
    expect(map.rows[0]).toMatchObject({ code: "A", lines: [{ norms: 3, cells: [{ organisations: 2, judged: 4, share: 0.5 }] }] });
  });

  test("breaks where the norms of a category change, with a line over what is shared", () => {
    const reports = [
      report({ framework: "L/basis/2017", day: "2018-03-01", audit: "2000" }),
      report({ framework: "L/basis/2021", day: "2022-03-01", kind: "recertification", audit: "000" }),
    ];
    const map = heatMapOverTime(counted(reports), selection({ variants: ["basis"] }), "categorie", "jaar");
    expect(map.columns.map(({ name }) => name)).toEqual(["2018", "2019", "2020", "2021", "2022"]);
    const lines = map.rows.find(({ code }) => code === "A")!.lines;
    expect(lines.map(({ shared, cells }) => [shared, cells.map(({ organisations }) => organisations)])).toEqual([
      [false, [1, 0, 0, 0, 0]],
      [false, [0, 0, 0, 0, 0]],
      [false, [0, 0, 0, 0, 1]],
      [true, [1, 0, 0, 0, 1]],
    ]);
    expect(lines[3]!.cells.map(({ share }) => share)).toEqual([1, null, null, null, 0]);
  });

  test("equals the lines of trends.csv", () => {
    fc.assert(
      fc.property(anyRegister, fc.constantFrom("streng" as const, "soepel" as const), (reports, counting) => {
        const map = heatMapOverTime(counted(reports), selection({ counting }), "competentie", "halfjaar");
        const rows = trendRows(sourceOf(reports, "L *"), catalogue, referenceDay).filter(
          ({ niveau, tijdvak, meting, telling }) =>
            niveau === "competentie" && tijdvak === "halfjaar" && meting === "toetsen" && telling === counting,
        );
        for (const row of rows) {
          const line = map.rows
            .find(({ code }) => code === row.code)!
            .lines.find(({ frameworks }) => frameworks.map(({ key }) => key).join("|") === row.lijn)!;
          const cell = line.cells[map.columns.findIndex(({ name }) => name === row.periode)]!;
          expect(cell).toEqual({ organisations: row.organisaties, judged: row.oordelen, share: row.aandeel_voldoet });
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("the heat map over frameworks", () => {
  test("has each organisation in every framework it was tested by, by its current report there", () => {
    const reports = [
      report({ framework: "L/basis/2017", day: "2018-03-01", audit: "2000" }),
      report({ framework: "L/basis/2019", day: "2020-03-01", kind: "recertification", audit: "0000" }),
      report({ framework: "L/basis/2019", day: "2020-05-01", kind: "followUp", audit: "2..." }),
    ];
    const map = heatMapOverFrameworks(counted(reports), selection({ variants: ["basis"] }), "competentie");
    expect(map.columns.map(({ key }) => key)).toEqual(["L/basis/2017", "L/basis/2019", "L/basis/2021"]);
    const cells = map.columns.map((column, i) => {
      const line = map.rows[0]!.lines.find(({ frameworks }) => frameworks.includes(column))!;
      return [line.norms, line.cells[i]!.organisations, line.cells[i]!.share];
    });
    expect(cells).toEqual([
      [1, 1, 1],
      [2, 1, 0.5],
      [2, 0, null],
    ]);
  });

  test("has one line for each set of norms, and in every framework one of them", () => {
    const map = heatMapOverFrameworks(counted([]), selection({ variants: ["basis"] }), "categorie");
    for (const { lines } of map.rows) {
      expect(lines.some(({ shared }) => shared)).toBe(false);
      for (const column of map.columns) expect(lines.filter(({ frameworks }) => frameworks.includes(column))).toHaveLength(1);
    }
  });

  test("of a category with one norm is the share of that norm", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const chosen = selection({ variants: ["basis"], versions: ["2019"], category: "B" });
        const [norm] = normRows(counted(reports), chosen).rows;
        const map = heatMapOverFrameworks(counted(reports), chosen, "categorie");
        const cell = map.rows.find(({ code }) => code === "B")!.lines[0]!.cells[0]!;
        expect(cell).toEqual({ organisations: norm!.counts.judged, judged: norm!.counts.judged, share: norm!.share });
      }),
      { numRuns: 40 },
    );
  });

  test("follows the selection", () => {
    const reports = [report({ day: "2020-03-01", body: "ciio" }), report({ day: "2022-03-01", body: "dnv", organisation: "delta" })];
    const until = heatMapOverTime(counted(reports), selection({ until: day("2021-12-31") }), "categorie", "jaar");
    expect(until.columns.map(({ name }) => name)).toEqual(["2020"]);
    expect(until.exploratory).toBe(false);
    expect(heatMapOverFrameworks(counted(reports), selection({ body: "dnv" }), "categorie").exploratory).toBe(true);
  });
});
