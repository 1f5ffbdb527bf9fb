/** The example row of the template must never become a report, and never disappear in silence. */
import { describe, expect, test } from "vitest";
import { EXAMPLE } from "../../../core/intake/template-parts.ts";
import { codesOf, deliverCsv, deliverSheets, noHistory, outcomes, placeOf } from "./deliver.ts";

const header = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score";
const example = `${EXAMPLE.rapportkenmerk};${EXAMPLE.kvk_nummer};${EXAMPLE.organisatie};KSW;2019;eerste toets;14-03-2024;V01;voldoet`;
const own = ["V01", "V02", "D01"].map((norm) => `R-1;01234567;Stichting Het Baken;KSW;2019;eerste toets;14-03-2024;${norm};voldoet`);
const deliver = (...rows: readonly string[]) => deliverCsv([header, ...rows].join("\n")).judge(noHistory);

describe("the example row of the template", () => {
  test.each([
    ["first", [example, ...own]],
    ["in between", [own[0]!, example, ...own.slice(1)]],
    ["last", [...own, example]],
  ])("left in %s, is passed over with a warning, and the reports beside it are accepted", (_, rows) => {
    const checked = deliver(...rows);
    expect(outcomes(checked)).toEqual(["R-1 KSW new"]);
    expect(codesOf(checked)).toEqual(["EXAMPLE_ROW"]);
    expect(checked).toMatchObject({ status: "accepted", read: { rows: 3 } });
  });

  test("is warned of in every row in which it stands", () => {
    const checked = deliver(example, example, ...own);
    expect(checked.findings.map(placeOf)).toEqual(["A2", "A3"]);
  });

  test("alone in a file is no delivery", () => {
    const checked = deliver(example);
    expect(checked).toMatchObject({ status: "rejected", reports: [], read: { rows: 0 } });
    expect(codesOf(checked)).toEqual(["EXAMPLE_ROW", "NO_ROWS"]);
  });

  test.each([
    ["its reference", own.map((row) => row.replace("R-1", EXAMPLE.rapportkenmerk))],
    ["its KvK number", own.map((row) => row.replace("01234567", EXAMPLE.kvk_nummer))],
    ["its name", own.map((row) => row.replace("Stichting Het Baken", EXAMPLE.organisatie))],
    ["its reference in other letters", own.map((row) => row.replace("R-1", "voorbeeld"))],
  ])("of which %s stayed behind in a report, makes that an error and not a report", (_, rows) => {
    const checked = deliver(...rows);
    expect(checked.status).toBe("rejected");
    expect(codesOf(checked)).toContain("EXAMPLE_LEFT");
  });

  test("among the trends its reference is an error", () => {
    const checked = deliverSheets([
      { name: "Toetsen", rows: [header, ...own].map((row) => row.split(";")) },
      {
        name: "Trends",
        rows: [
          ["rapportkenmerk", "thema", "richting"],
          [EXAMPLE.rapportkenmerk, "Wachtlijsten", "gelijk"],
        ],
      },
    ]).judge(noHistory);
    expect(checked.status).toBe("partlyAccepted");
    expect(codesOf(checked)).toContain("EXAMPLE_LEFT");
  });
});
