import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf16 } from "../recorder.ts";
import { archive, textCell, workbookParts } from "./archive.ts";
import { read, readCells, readRows, readSheets } from "./read.ts";

describe("cells come as Excel shows them", () => {
  test("shared texts, plain and formatted, without their pronunciation", () => {
    const sharedStrings =
      '<si><t>norm</t></si><si><r><t>vol</t></r><r><rPr><b/></rPr><t xml:space="preserve">doet </t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si/>';
    expect(readCells('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>', { sharedStrings })).toEqual([
      ["norm", "text"],
      ["voldoet ", "text"],
    ]);
  });

  test("blanks at the ends of a text count only when they are marked to be kept", () => {
    expect(
      readCells('<c r="A1" t="inlineStr"><is><t> a </t></is></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> b </t></is></c>'),
    ).toEqual([
      ["a", "text"],
      [" b ", "text"],
    ]);
  });

  test("characters that XML cannot hold, and entities", () => {
    expect(readCells(textCell("A1", "een_x000D_&#10;twee &amp; drie _x005F_x0041_"))).toEqual([["een\r\ntwee & drie _x0041_", "text"]]);
  });

  test.each([
    ["42", "42"],
    ["-7", "-7"],
    ["1.5", "1.5"],
    ["1.1000000000000001", "1.1"],
    ["0.30000000000000004", "0.3"],
    ["1E3", "1000"],
    ["12345678901234567890", "12345678901234600000"],
    ["1e999", "1e999"],
  ])("the number %s is shown as %s", (stored, shown) => {
    expect(readCells(`<c r="A1"><v>${stored}</v></c>`)).toEqual([[shown, "number"]]);
  });

  test("booleans in Dutch, errors as they are stored", () => {
    expect(readCells('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c>')).toEqual([
      ["WAAR", "boolean"],
      ["ONWAAR", "boolean"],
      ["#N/A", "error"],
    ]);
  });

  test("a formula comes with the value that was stored, and is marked", () => {
    expect(
      readCells(
        '<c r="A1" t="str"><f>B1&amp;C1</f><v>voldoet</v></c><c r="B1"><f t="shared" si="0"/><v>1.5</v></c><c r="C1"><f>D1</f></c>',
      ),
    ).toEqual([
      ["voldoet", "formula"],
      ["1.5", "formula"],
      ["", "formula"],
    ]);
  });
});

describe("dates", () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="[$-413]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0.0&quot;d&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="16"/></cellXfs>`;
  const readDate = (value: string, style: number, from1904 = false) =>
    readCells(`<c r="A1" s="${style}"><v>${value}</v></c>`, { styles, from1904 })[0];

  test.each([
    ["45413", 1, "2024-05-01"],
    ["45413.75", 2, "2024-05-01"],
    ["1", 1, "1900-01-01"],
    ["59", 1, "1900-02-28"],
    ["60", 1, "1900-02-29"],
    ["61", 1, "1900-03-01"],
    ["2958465", 1, "9999-12-31"],
  ])("day %s in style %i is %s", (value, style, day) => {
    expect(readDate(value, style)).toEqual([day, "date"]);
  });

  test("norm 1.2 that Excel turned into 1 February comes as the date that it has become", () => {
    expect(readDate("45323", 5)).toEqual(["2024-02-01", "date"]);
  });

  test("a number with a unit, a time and what is no day of Excel's stay numbers", () => {
    expect(readDate("45413", 3)).toEqual(["45413", "number"]);
    expect(readDate("0.5", 4)).toEqual(["0.5", "number"]);
    expect(readDate("-1", 1)).toEqual(["-1", "number"]);
    expect(readDate("2958466", 1)).toEqual(["2958466", "number"]);
  });

  test("a workbook that counts from 1904", () => {
    expect(readDate("0", 1, true)).toEqual(["1904-01-01", "date"]);
    expect(readDate("43951", 1, true)).toEqual(["2024-05-01", "date"]);
  });

  test("a date that is stored in words", () => {
    expect(readCells('<c r="A1" t="d"><v>2024-05-01T00:00:00</v></c>')).toEqual([["2024-05-01", "date"]]);
  });
});

describe("rows and sheets", () => {
  test("rows keep their number; rows without anything in them do not come", () => {
    const xml = `<row r="2">${textCell("A2", "norm")}${textCell("B2", "score")}</row><row r="3"><c r="A3" s="1"/></row><row r="5"><c r="A5" t="inlineStr"><is><t xml:space="preserve"> </t></is></c><c r="B5"><f>A1</f></c></row><row r="1000000" hidden="1">${textCell("B1000000", "x")}</row>`;
    expect(readRows(xml).rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, "norm", "score"],
      [1_000_000, "", "x"],
    ]);
  });

  test("rows and cells without an address follow each other", () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const xml = `<row>${cell("a")}${cell("b")}</row><row r="4">${textCell("B4", "c")}${cell("d")}</row><row>${cell("e")}</row>`;
    expect(readRows(xml).rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, "a", "b"],
      [4, "", "c", "d"],
      [5, "e", ""],
    ]);
  });

  test("a row is as long as the header; only what is filled in beyond it makes it longer", () => {
    const xml = `<row r="1">${textCell("A1", "Aanlevering")}</row><row r="2">${textCell("A2", "a")}${textCell("C2", "c")}</row>
      <row r="3">${textCell("A3", "1")}<c r="F3" s="1"/></row><row r="4">${textCell("A4", "1")}${textCell("E4", "5")}</row><row r="5">${textCell("B5", "2")}</row>`;
    expect(readRows(xml).rows.map(({ cells }) => cells)).toEqual([
      ["Aanlevering"],
      ["a", "", "c"],
      ["1", "", ""],
      ["1", "", "", "", "5"],
      ["", "2", ""],
    ]);
  });

  test("all sheets come in the order of the workbook, hidden ones too, blank ones without rows", () => {
    const read = readSheets([
      { name: "Scores &amp; meer", xml: `<row r="1">${textCell("A1", "a")}</row>` },
      { name: "Leeg", xml: "" },
      { name: "Trends", xml: `<row r="1">${textCell("A1", "b")}</row>`, state: "veryHidden" },
    ]);
    expect(read.sheets).toEqual(["Scores & meer", "Leeg", "Trends"]);
    expect(read.rows.map(({ cells }) => cells)).toEqual([["a"], ["b"]]);
    expect(read.format).toEqual({ format: "xlsx", encoding: null, delimiter: null });
    expect(read.problems).toEqual([]);
  });

  test("other programs' ways: prefixed elements, backslashes, UTF-16, sizes in 64 bits, a comment behind the file", () => {
    const parts = workbookParts([{ name: "Blad1", xml: "" }]).map((part) => ({ ...part, name: part.name.replaceAll("/", "\\") }));
    const sheet = `<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>één</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    parts[parts.length - 1] = { ...parts.at(-1)!, content: utf16(sheet, "le", true) };
    for (const zip64 of ["all", "places"] as const) {
      const result = read(archive(parts, { zip64, comment: "gemaakt door een ander programma" }));
      expect(result.problems).toEqual([]);
      expect(result.rows).toMatchObject([{ row: 1, cells: ["één"] }]);
    }
  });

  test("any texts in any places come back where they stood", () => {
    const cell = fc.record({
      row: fc.integer({ min: 1, max: 30 }),
      column: fc.integer({ min: 1, max: 26 }),
      text: fc.string({ unit: "binary", minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const grid = new Map<number, Map<number, string>>();
        for (const { row, column, text } of cells) {
          const shown = text.replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd]|_x/g, "?");
          grid.set(row, (grid.get(row) ?? new Map()).set(column, shown));
        }
        const sorted = <T>(map: Map<number, T>) => [...map].sort(([a], [b]) => a - b);
        const escaped = (text: string) => text.replace(/[&<>\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
        const xml = sorted(grid).map(([row, columns]) => {
          const filled = sorted(columns).map(
            ([column, text]) =>
              `<c r="${String.fromCharCode(64 + column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
          );
          return `<row r="${row}">${filled.join("")}</row>`;
        });
        const found = readRows(xml.join("")).rows.map(({ row, cells }) => [
          row,
          ...cells.flatMap((text, k) => (text === "" ? [] : [[k + 1, text]])),
        ]);
        const expected = sorted(grid)
          .filter(([, columns]) => [...columns.values()].some((text) => text.trim() !== ""))
          .map(([row, columns]) => [row, ...sorted(columns).filter(([, text]) => text !== "")]);
        expect(found).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});
