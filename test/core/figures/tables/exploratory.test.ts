import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sizeClasses } from "../../../../core/figures/tables/audit-groups.ts";
import { exploratoryRows } from "../../../../core/figures/tables/exploratory.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, catalogue, referenceDay, report, sourceOf } from "./example.ts";
import { allLines, byOrganisation, inView, isFull, isJudged, scoreOf } from "./recount.ts";

const rowsOf = (reports: readonly PackedReport[]) => exploratoryRows(sourceOf(reports, "L basis"), catalogue, referenceDay);

/** Group → n and share met on norm A1, in the strict way. */
const ofA1 = (reports: readonly PackedReport[], indeling: string) =>
  Object.fromEntries(
    rowsOf(reports)
      .filter((row) => row.indeling === indeling && row.niveau === "norm" && row.code === "A1" && row.telling === "streng")
      .map((row) => [row.groep, [row.organisaties, row.aandeel_voldoet]]),
  );

describe("exploratory tables", () => {
  test("say on every row that they are, and carry no signal or test", () => {
    const rows = rowsOf([report({ sector: { fte: 12 } })]);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["verkennend"]));
    expect(Object.keys(rows[0]!).filter((name) => /signaal|signalen|^p$|grens/.test(name))).toEqual([]);
  });

  test("by body equal a recount, on every norm, category and label", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const rows = rowsOf(reports).filter(({ indeling, telling }) => indeling === "certificerende instelling" && telling === "soepel");
        const counted = Object.fromEntries(
          rows.map((row) => [`${row.groep} ${row.niveau} ${row.code} ${row.lijn}`, [row.organisaties, row.oordelen, row.voldoet]]),
        );
        const current = byOrganisation(inView("L basis", reports)).flatMap((own) => own.findLast(isFull) ?? []);
        const expected: [string, number[]][] = [];
        for (const line of allLines("L basis").filter(({ niveau }) => niveau !== "competentie")) {
          for (const body of ["ciio", "dnv"]) {
            const members = current.filter((one) => one.body === body && line.lijn.split("|").includes(one.framework));
            if (members.length === 0) continue;
            const judged = members
              .map((one) => line.norms.map((norm) => scoreOf(one, norm, reports)).filter(isJudged))
              .filter((scores) => scores.length > 0);
            expected.push([
              `${body} ${line.niveau} ${line.code} ${line.lijn}`,
              [judged.length, judged.flat().length, judged.flat().filter((score) => score !== "0").length],
            ]);
          }
        }
        expect(counted).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 40 },
    );
  });

  test("by kind of test take the latest test of each kind, also a vervolgtoets", () => {
    const reports = [
      report({ day: "2018-03-01", audit: "0222" }),
      report({ day: "2018-09-01", kind: "followUp", audit: "1..." }),
      report({ day: "2020-03-01", kind: "recertification", audit: "2222" }),
      report({ organisation: "delta", kind: "interim", audit: "0..." }),
    ];
    expect(ofA1(reports, "soort toets")).toEqual({
      "eerste toets": [1, 0],
      hertoets: [1, 1],
      "tussentijdse toets": [1, 0],
      vervolgtoets: [1, 0],
    });
  });

  test("by size, client council and conversations take what the current report says, and what says nothing is a group too", () => {
    const reports = [
      report({ organisation: "a", sector: { fte: 9.9, clientCouncilHeard: true, conversations: 19 } }),
      report({ organisation: "b", sector: { fte: 10, clientCouncilHeard: false, conversations: 20 } }),
      report({ organisation: "c", sector: { fte: 50, conversations: 39 } }),
      report({ organisation: "d", sector: { fte: 250, conversations: 40 }, audit: "0222" }),
      report({ organisation: "e", day: "2018-01-01", sector: { fte: 1 } }),
      report({ organisation: "e", kind: "recertification" }),
    ];
    expect(ofA1(reports, "grootte")).toEqual({
      "minder dan 10 fte": [1, 1],
      "10 tot 50 fte": [1, 1],
      "50 tot 250 fte": [1, 1],
      "250 fte of meer": [1, 0],
      "niet opgegeven": [1, 1],
    });
    expect(ofA1(reports, "cliëntenraad gesproken")).toEqual({ ja: [1, 1], nee: [1, 1], "niet opgegeven": [3, 2 / 3] });
    expect(ofA1(reports, "aantal gesprekken")).toEqual({
      "minder dan 20 gesprekken": [1, 1],
      "20 tot 30 gesprekken": [1, 1],
      "30 tot 40 gesprekken": [1, 1],
      "40 gesprekken of meer": [1, 0],
      "niet opgegeven": [1, 1],
    });
    expect(sizeClasses.map(({ from }) => from)).toEqual([0, 10, 50, 250]);
  });

  test("by discipline take its own scores in the current report, on the norm of the view", () => {
    const reports = [
      report({
        organisation: "a",
        framework: "L/basis/2021",
        audit: "222",
        disciplines: { "maatschappelijk werk": "..0", ouderenwerk: "2-." },
      }),
      report({ organisation: "b", framework: "L/basis/2019", audit: "2222", disciplines: { "maatschappelijk werk": "2..." } }),
    ];
    expect(ofA1(reports, "discipline")).toEqual({ "maatschappelijk werk": [2, 0.5], ouderenwerk: [0, null] });
  });
});
