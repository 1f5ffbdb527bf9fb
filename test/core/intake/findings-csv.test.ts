import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { findingsCsv } from "../../../core/intake/findings-csv.ts";
import { describe as describeFinding } from "../../../core/intake/messages/index.ts";
import { finding } from "./remarks/example.ts";

describe("the list of findings as CSV", () => {
  const findings = [
    finding("COLUMN_MISSING", null, null, { params: { column: "norm" } }),
    finding("FORMULA_LIKE", 14, 3, {
      severity: "warning",
      sheet: "Scores",
      columnName: "toelichting",
      value: '=HYPERLINK("http://x";"y")',
    }),
    finding("NUMBER_OUT_OF_RANGE", 15, 27, { columnName: "fte", value: "-1,5", params: { least: 0, most: 100 } }),
  ];
  const text = findingsCsv(findings);
  const rows: string[][] = parse(text, { delimiter: ";", bom: true });

  it("is made for Dutch Excel and begins with the agreed columns", () => {
    expect(text.startsWith("\uFEFFcode;ernst;blad;rij;kolom;kolomnaam;waarde;melding;herstel\r\n")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
  });

  it("has a line for every place, with the row and the letter that Excel shows", () => {
    expect(rows.slice(1).map((row) => row.slice(0, 6))).toEqual([
      ["COLUMN_MISSING", "fout", "", "", "", ""],
      ["FORMULA_LIKE", "waarschuwing", "Scores", "14", "C", "toelichting"],
      ["NUMBER_OUT_OF_RANGE", "fout", "", "15", "AA", "fte"],
    ]);
  });

  it("makes a formula harmless and leaves a negative number as it is", () => {
    expect(rows.slice(1).map((row) => row[6])).toEqual(["", '\'=HYPERLINK("http://x";"y")', "-1,5"]);
  });

  it("says what is wrong and how to mend it", () => {
    const { message, fix } = describeFinding(findings[0]!, "nl");
    expect(rows[1]?.slice(7)).toEqual([message, fix]);
  });
});
