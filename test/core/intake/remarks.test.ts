import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describe as describeFinding } from "../../../core/intake/messages/index.ts";
import { createRemarks } from "../../../core/intake/remarks.ts";
import { FINDINGS_SHEET, REMARKS_HEADER } from "../../../core/intake/returned.ts";
import { DATE, type Finding, NUMBER, TEXT } from "../../../core/intake/types.ts";
import { looksOf, readBack, xmlParts } from "../workbook/read-back.ts";
import { checked, csv, finding, remarksOf, report } from "./remarks/example.ts";

const header = ["rapportkenmerk", "label", "norm", "score", "toelichting"];
const RED = "FFC9C9";
const YELLOW = "FFF2B3";
const PALE = "FFF3F3";

/** Row numbers and cells of a sheet, without the empty cells at the end of a row. */
const rowsOf = (bytes: Uint8Array, sheet: string): (string | number)[][] =>
  readBack(bytes)
    .rows.filter((row) => row.sheet === sheet)
    .map(({ row, cells }) => [row, ...cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1)]);
const findingsText = (bytes: Uint8Array) =>
  rowsOf(bytes, FINDINGS_SHEET)
    .map((row) => row.join(" | "))
    .join("\n");

describe("the file with remarks", () => {
  it("has the sender's cells in their places, and one column more", () => {
    const bytes = remarksOf(checked([]), csv(header, ["R-1", "KSW", "1.10", "voldoet", "=1+1"], ["R-1", "KSW", "1.2", "", " x "]));
    expect(readBack(bytes).sheets).toEqual(["Aanlevering", FINDINGS_SHEET]);
    expect(rowsOf(bytes, "Aanlevering")).toEqual([
      [1, ...header, REMARKS_HEADER],
      [2, "R-1", "KSW", "1.10", "voldoet", "=1+1"],
      [3, "R-1", "KSW", "1.2", "", " x "],
    ]);
  });

  it("keeps blank rows blank, so that every row has the number it had", () => {
    const bytes = remarksOf(checked([]), csv(header, [], ["R-1"], [], [], ["R-2"]));
    expect(rowsOf(bytes, "Aanlevering").map(([row]) => row)).toEqual([1, 3, 6]);
  });

  it("colours the wrong cell, marks the rest of its row, and leaves other rows alone", () => {
    const findings = [
      finding("SCORE_UNKNOWN", 2, 4),
      finding("PERSONAL_PHONE", 3, 5, { severity: "warning" }),
      finding("SCORE_MISSING", 4, 4),
    ];
    const bytes = remarksOf(
      checked(findings),
      csv(header, ["R-1", "KSW", "1.1", "goed", ""], ["R-1", "KSW", "1.2", "voldoet", "x"], ["R-1", "KSW", "1.3", "", ""]),
    );
    const fill = (cell: string) => looksOf(bytes, 1, cell).fill;
    expect(["D2", "A2", "E2", "F2"].map(fill)).toEqual([RED, PALE, PALE, RED]);
    expect(["E3", "A3", "F3"].map(fill)).toEqual([YELLOW, null, YELLOW]);
    expect(["D4", "C4"].map(fill)).toEqual([RED, PALE]);
    expect(looksOf(bytes, 1, "F2").wrap).toBe(true);
    expect(looksOf(bytes, 1, "A3").format).toBe("49");
  });

  it("says beside the row what is wrong and how to mend it, one line for each finding", () => {
    const findings: Finding[] = [
      finding("SCORE_UNKNOWN", 2, 4, { columnName: "score", value: "goed", params: { suggestions: ["voldoet"] } }),
      finding("PERSONAL_PHONE", 2, 5, { columnName: "toelichting", severity: "warning", params: { count: 1 } }),
      finding("ROW_RAGGED", 2, null, { params: { cells: 6, expected: 5 } }),
    ];
    const bytes = remarksOf(checked(findings), csv(header, ["R-1", "KSW", "1.1", "goed", "bel 0612345678"]));
    const [score, phone, row] = findings.map((one) => describeFinding(one, "nl"));
    expect(rowsOf(bytes, "Aanlevering")[1]?.at(-1)).toBe(
      [
        `score: ${score?.message} ${score?.fix}`,
        `Waarschuwing, toelichting: ${phone?.message} ${phone?.fix}`,
        `${row?.message} ${row?.fix}`,
      ].join("\n"),
    );
  });

  it("gives every sheet of a workbook back under its name, numbers as numbers and dates as dates", () => {
    const bytes = remarksOf(
      checked([], { read: { format: "xlsx", encoding: null, delimiter: null, layout: "long", rows: 2 } }),
      (receiver) => {
        receiver.sheet("Scores 2025");
        receiver.row(["rapportkenmerk", "toetsdatum", "fte"], 1);
        receiver.row(["R-1", "2025-03-14", "32.5"], 2, Uint8Array.of(TEXT, DATE, NUMBER));
        receiver.sheet("Trends");
        receiver.row(["rapportkenmerk", "thema", "richting"], 1);
        receiver.row(["R-1", "wachttijd", "gelijk"], 2);
      },
    );
    const { rows, sheets } = readBack(bytes);
    expect(sheets).toEqual(["Scores 2025", "Trends", FINDINGS_SHEET]);
    expect(rows[1]).toMatchObject({ cells: ["R-1", "2025-03-14", "32.5", ""], kinds: [TEXT, DATE, NUMBER, TEXT] });
    expect(rows[3]).toMatchObject({ cells: ["R-1", "wachttijd", "gelijk", ""] });
  });

  it("turns a norm that Excel made a date into text, so that the mended norm does not become a date again", () => {
    const findings = [finding("EXCEL_NORM_AS_DATE", 2, 2), finding("DATE_FUTURE", 2, 3)];
    const bytes = remarksOf(checked(findings), (receiver) => {
      receiver.sheet(null);
      receiver.row(["rapportkenmerk", "norm", "toetsdatum"], 1);
      receiver.row(["R-1", "2026-02-01", "2099-01-01"], 2, Uint8Array.of(TEXT, DATE, DATE));
    });
    expect(readBack(bytes).rows[1]).toMatchObject({ kinds: [TEXT, TEXT, DATE, TEXT] });
    expect(looksOf(bytes, 1, "B2")).toMatchObject({ format: "49", fill: RED });
  });

  it("makes room for the remarks where a row sticks out on the right", () => {
    const bytes = remarksOf(checked([finding("ROW_RAGGED", 2, null)]), csv(["a", "b"], ["1", "2", "3", "4"], ["5", "6"]));
    const rows = rowsOf(bytes, "Aanlevering");
    expect(rows[0]).toEqual([1, "a", "b", REMARKS_HEADER]);
    expect(rows[1]).toEqual([2, "1", "2", expect.stringContaining(" "), "3", "4"]);
    expect(rows[2]).toEqual([3, "5", "6"]);
  });

  it("puts its column behind cells that stand outside the table", () => {
    const bytes = remarksOf(
      checked([finding("COLUMN_WITHOUT_HEADER", 2, 4, { severity: "warning" })]),
      csv(["a", "b"], ["1", "2", "", "los"]),
    );
    expect(rowsOf(bytes, "Aanlevering")).toEqual([
      [1, "a", "b", "", "", REMARKS_HEADER],
      [2, "1", "2", "", "los", expect.any(String)],
    ]);
  });

  it("writes its remarks anew when the file comes back with those of an earlier round", () => {
    const first = remarksOf(
      checked([finding("SCORE_UNKNOWN", 2, 4), finding("SCORE_UNKNOWN", 3, 4)]),
      csv(header, ["R-1", "KSW", "1.1", "goed", ""], ["R-1", "KSW", "1.2", "fout", ""]),
    );
    const again = remarksOf(checked([finding("SCORE_UNKNOWN", 3, 4, { sheet: "Aanlevering" })]), (receiver) => {
      let sheet = "";
      for (const row of readBack(first).rows) {
        if (row.sheet !== sheet) receiver.sheet(row.sheet);
        sheet = row.sheet;
        receiver.row(row.cells, row.row, Uint8Array.from(row.kinds));
      }
    });
    expect(readBack(again).sheets).toEqual(["Aanlevering", FINDINGS_SHEET]);
    const rows = rowsOf(again, "Aanlevering");
    expect(rows[0]).toEqual([1, ...header, REMARKS_HEADER]);
    expect(rows[1]).toEqual([2, "R-1", "KSW", "1.1", "goed"]);
    expect(rows[2]?.at(-1)).toEqual(rowsOf(first, "Aanlevering")[2]?.at(-1));
  });

  it("has only the sheet with findings when the file could not be read", () => {
    const bytes = remarksOf(checked([finding("WORKBOOK_DAMAGED", null, null)]), csv(header, ["R-1"]));
    expect(readBack(bytes).sheets).toEqual([FINDINGS_SHEET]);
    expect(findingsText(bytes)).toContain("WORKBOOK_DAMAGED");
  });

  it("says that nothing was read when the same file had come before", () => {
    const read = { format: "unknown", encoding: null, delimiter: null, layout: "unknown", rows: 0 } as const;
    const bytes = remarksOf(checked([], { read }), csv(header, ["R-1"]));
    expect(readBack(bytes).sheets).toEqual([FINDINGS_SHEET]);
    expect(findingsText(bytes)).toContain("al eerder aangeleverd");
  });

  it("gives the same bytes for the same file", () => {
    const make = () => remarksOf(checked([finding("SCORE_UNKNOWN", 2, 4)]), csv(header, ["R-1", "KSW", "1.1", "goed", ""]));
    expect(make()).toEqual(make());
  });

  it("gives any table back, cell by cell, whatever is in it and wherever the findings are", () => {
    // Not: characters that a reader of workbooks replaces, and the white space between which our reader sees no text.
    const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((one) => one.replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu, ""));
    const table = fc
      .integer({ min: 1, max: 6 })
      .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }));
    const places = fc.array(fc.record({ row: fc.integer({ min: 2, max: 8 }), column: fc.integer({ min: 1, max: 6 }) }), { maxLength: 6 });
    fc.assert(
      fc.property(table, places, (rows, wrong) => {
        const width = rows[0]?.length ?? 0;
        const named = [Array.from({ length: width }, (_, i) => `kolom ${i}`), ...rows];
        const findings = wrong.filter(({ column }) => column <= width).map(({ row, column }) => finding("SCORE_UNKNOWN", row, column));
        const back = readBack(remarksOf(checked(findings), csv(...named))).rows.filter((row) => row.sheet === "Aanlevering");
        const blank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");
        for (const [i, cells] of named.entries()) {
          const found = back.find((row) => row.row === i + 1);
          if (found === undefined) expect(blank(cells)).toBe(true);
          else expect(cells.map((_, at) => found.cells[at] ?? "")).toEqual(cells);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("personal data in the file with remarks", () => {
  const bsn = "123456782";

  it("is taken out of a free text that otherwise stays", () => {
    const findings = [finding("PERSONAL_BSN", 2, 5)];
    // The second place was one too many for the list of findings: the column is cleaned all the same.
    const bytes = remarksOf(
      checked(findings),
      csv(
        header,
        ["R-1", "KSW", "1.1", "voldoet", `Cliënt met bsn ${bsn} is blij`],
        ["R-1", "KSW", "1.2", "voldoet", `mevrouw (bsn ${bsn})`],
      ),
    );
    expect(rowsOf(bytes, "Aanlevering")[1]?.[5]).toBe("Cliënt met bsn [bsn verwijderd] is blij");
    expect(Object.values(xmlParts(bytes)).join("")).not.toContain(bsn);
  });

  it("goes with the whole text when it cannot be pointed out", () => {
    const bytes = remarksOf(checked([finding("PERSONAL_BSN", 2, 5)]), csv(header, ["R-1", "KSW", "1.1", "voldoet", "een vreemd geval"]));
    expect(rowsOf(bytes, "Aanlevering")[1]?.[5]).toBe("[tekst verwijderd: persoonsgegevens]");
  });

  it("is taken out of a column that is meant for it", () => {
    const bytes = remarksOf(checked([finding("COLUMN_PERSONAL", 1, 2)]), csv(["rapportkenmerk", "bsn"], ["R-1", "12345"], ["R-2", ""]));
    expect(rowsOf(bytes, "Aanlevering").slice(1)).toEqual([
      [2, "R-1", "[verwijderd]"],
      [3, "R-2"],
    ]);
  });

  it("is masked in columns and sheets that nobody reads", () => {
    const findings = [
      finding("COLUMN_UNKNOWN", 1, 2, { severity: "warning", sheet: "Data" }),
      finding("SHEET_IGNORED", 1, null, { severity: "warning", sheet: "Lijst" }),
    ];
    const bytes = remarksOf(checked(findings), (receiver) => {
      receiver.sheet("Data");
      receiver.row(["rapportkenmerk", "intern"], 1);
      receiver.row([bsn, `cliënt ${bsn}`], 2);
      receiver.sheet("Lijst");
      receiver.row(["naam", "adres"], 1);
      receiver.row(["Jansen", "jansen@example.nl"], 2);
    });
    // A reference that looks like a number of a person is a reference.
    expect(rowsOf(bytes, "Data")[1]).toEqual([2, bsn, "cliënt *********"]);
    expect(rowsOf(bytes, "Lijst")).toEqual([
      [1, "naam", "adres"],
      [2, "Jansen", "***@***"],
    ]);
  });
});

describe("the sheet with findings", () => {
  it("lists what stands in a remark once per code, with its count, and errors first", () => {
    const findings = [
      finding("PERSONAL_PHONE", 2, 5, { severity: "warning" }),
      finding("SCORE_UNKNOWN", 2, 4),
      finding("SCORE_UNKNOWN", 3, 4),
    ];
    const lines = rowsOf(remarksOf(checked(findings), csv(header, ["R-1"], ["R-2"])), FINDINGS_SHEET);
    const at = lines.findIndex((line) => line[1] === "ernst");
    expect(lines.slice(at + 1).map((line) => [line[1], line[2], line[3], line.at(-1)])).toEqual([
      ["fout", "2", "cel D2 en 1 keer meer", "SCORE_UNKNOWN"],
      ["waarschuwing", "1", "cel E2", "PERSONAL_PHONE"],
    ]);
  });

  it("says in full what stands in no remark, and is then in front", () => {
    const findings = [
      finding("COLUMN_MISSING", 1, null, { params: { column: "norm" } }),
      finding("COLUMN_MISSING", 1, null, { params: { column: "score" } }),
    ];
    const bytes = remarksOf(checked(findings), csv(header, ["R-1"]));
    const lines = rowsOf(bytes, FINDINGS_SHEET).filter((line) => line.includes("COLUMN_MISSING"));
    expect(lines.map((line) => line[4])).toEqual(findings.map((one) => describeFinding(one, "nl").message));
    expect(xmlParts(bytes)["xl/workbook.xml"]).toContain('activeTab="1"');
  });

  it("stays behind the table when all that is wrong is said there", () => {
    const bytes = remarksOf(checked([finding("SCORE_UNKNOWN", 2, 4)]), csv(header, ["R-1"]));
    expect(xmlParts(bytes)["xl/workbook.xml"]).toContain('activeTab="0"');
  });
});

describe("a file of more than 100 000 rows", () => {
  const read = { format: "csv", encoding: "utf-8", delimiter: ";", layout: "long", rows: 100_001 } as const;
  const reports = [report("R-1", 2, "new"), report("R-2", 4, "rejected"), report("R-2", 5, "new", { label: "NVVK" })];

  it("gives back only the header and the rows of rejected reports, and says so", () => {
    const bytes = remarksOf(
      checked([finding("SCORE_UNKNOWN", 6, 4)], { read, reports }),
      csv(
        header,
        ["R-1", "KSW", "1.1", "voldoet", ""],
        [],
        ["r-2 ", "KSW", "1.1", "voldoet", ""],
        ["R-2", "NVVK", "1.1", "voldoet", ""],
        ["R-2", "ksw", "1.2", "goed", ""],
      ),
    );
    const rows = rowsOf(bytes, "Aanlevering");
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      [1, ...header.slice(0, 4)],
      [2, "r-2 ", "KSW", "1.1", "voldoet"],
      [3, "R-2", "ksw", "1.2", "goed"],
    ]);
    expect(rows[2]?.at(-1)).toMatch(/^Rij 6 van uw bestand\.\n/);
    expect(findingsText(bytes)).toContain("meer dan 100.000 rijen");
  });

  it("knows the reports also under a body's own column names", () => {
    const bytes = remarksOf(
      checked([], { read, reports: [report("R-1", 2, "new"), report("R-2", 3, "rejected")] }),
      csv(["Dossier", "Keurmerk (CI)"], ["R-1", "KSW"], ["R-2", "KSW"], ["R-1", "KSW"], ["R-2", "KSW"]),
    );
    expect(rowsOf(bytes, "Aanlevering").map((row) => row[1])).toEqual(["Dossier", "R-2", "R-2"]);
  });

  it("gives back every row with an error, also of no report at all", () => {
    const bytes = remarksOf(checked([finding("REFERENCE_MISSING", 3, 1)], { read, reports }), csv(header, ["R-1", "KSW"], ["", "KSW"]));
    expect(rowsOf(bytes, "Aanlevering").map((row) => row.slice(1, 3))).toEqual([header.slice(0, 2), ["", "KSW"]]);
  });

  it("leaves out sheets that are not read", () => {
    const bytes = remarksOf(
      checked([finding("SHEET_IGNORED", 1, null, { severity: "warning", sheet: "Lijst" })], { read, reports }),
      (receiver) => {
        receiver.sheet("Data");
        receiver.row(header, 1);
        receiver.sheet("Lijst");
        receiver.row(["naam"], 1);
      },
    );
    expect(readBack(bytes).sheets).toEqual(["Data", FINDINGS_SHEET]);
  });

  it("comes out in pieces while it goes in", () => {
    let written = 0;
    const remarks = createRemarks({ checked: checked([], { read, reports }), write: (chunk) => (written += chunk.length) });
    remarks.sheet(null);
    remarks.row(header, 1);
    for (let row = 2; row < 20_000; row += 1) remarks.row(["R-2", "KSW", `1.${row}`, "voldoet", `toelichting ${row * row}`], row);
    expect(written).toBeGreaterThan(100_000);
    remarks.end();
  });
});
