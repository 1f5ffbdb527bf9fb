import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultLimits, type ReadingLimits } from "../../../../../core/intake/reading/limits.ts";
import { oleProblem } from "../../../../../core/intake/reading/ole.ts";
import { readWorkbook } from "../../../../../core/intake/reading/xlsx/workbook.ts";
import { bytesOf, createRecorder, utf16 } from "../recorder.ts";
import { archive, oleContainer, packedMegabytes, type SheetPart, textCell, workbookParts } from "./archive.ts";

function read(bytes: Uint8Array, limits: Partial<ReadingLimits> = {}) {
  const recorder = createRecorder();
  const format = readWorkbook(bytes, recorder, { ...defaultLimits, ...limits });
  return { ...recorder, format };
}

function readSheets(sheets: readonly SheetPart[], more: Parameters<typeof workbookParts>[1] = {}, limits: Partial<ReadingLimits> = {}) {
  return read(archive(workbookParts(sheets, more)), limits);
}

const readRows = (xml: string, more: Parameters<typeof workbookParts>[1] = {}) => readSheets([{ name: "Blad1", xml }], more);
/** Cells and kinds of the first row. */
const readCells = (xml: string, more: Parameters<typeof workbookParts>[1] = {}) => {
  const { cells, kinds } = readRows(`<row r="1">${xml}</row>`, more).rows[0]!;
  return cells.map((cell, k) => [cell, kinds![k]]);
};

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

describe("a file that is no sound workbook is refused with what it is", () => {
  const sheet = { name: "Blad1", xml: `<row r="1">${textCell("A1", "a")}</row>` };
  const sound = archive(workbookParts([sheet]));
  const problemsOf = (bytes: Uint8Array, limits: Partial<ReadingLimits> = {}) =>
    read(bytes, limits).problems.map(({ code, params }) => ({ code, ...params }));

  test.each([
    ["word", "word/document.xml"],
    ["presentation", "ppt/presentation.xml"],
    ["binaryWorkbook", "xl/workbook.bin"],
    ["opendocument", "mimetype"],
    ["zip", "aanlevering.csv"],
  ])("a zip file with %s", (kind, name) => {
    const result = read(
      archive([
        { name: kind === "zip" ? "lees.mij" : "[Content_Types].xml", content: "<Types/>" },
        { name, content: "x" },
      ]),
    );
    expect(result.problems).toEqual([{ code: "FILE_NOT_A_TABLE", params: { kind }, fatal: true }]);
    expect(result.format.format).toBe("unknown");
  });

  test("macros, by their part and by the type of the workbook", () => {
    const withPart = archive(workbookParts([sheet], { parts: [{ name: "xl/vbaProject.bin", content: "x" }] }));
    const withType = archive(workbookParts([sheet], { mainType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }));
    expect(problemsOf(withPart)).toEqual([{ code: "WORKBOOK_MACROS" }]);
    expect(problemsOf(withType)).toEqual([{ code: "WORKBOOK_MACROS" }]);
  });

  test.each([
    [["EncryptionInfo", "EncryptedPackage", "\u0006DataSpaces"], { code: "WORKBOOK_ENCRYPTED" }],
    [["Workbook", "\u0005SummaryInformation"], { code: "WORKBOOK_OLD_FORMAT" }],
    [["Book"], { code: "WORKBOOK_OLD_FORMAT" }],
    [["WordDocument"], { code: "FILE_NOT_A_TABLE", kind: "word" }],
    [["__properties_version1.0"], { code: "FILE_NOT_A_TABLE", kind: "mail" }],
    [["iets anders"], { code: "FILE_NOT_A_TABLE", kind: "binary" }],
  ])("an OLE container with %j", (names, expected) => {
    const { code, params } = oleProblem(oleContainer(names));
    expect({ code, ...params }).toEqual(expected);
  });

  test("no sheets, only a sheet with a chart, and only blank sheets", () => {
    expect(problemsOf(archive(workbookParts([])))).toEqual([{ code: "WORKBOOK_NO_SHEETS" }]);
    const chart = workbookParts([sheet]).map((part) =>
      part.name === "xl/_rels/workbook.xml.rels" ? { ...part, content: String(part.content).replace("/worksheet", "/chartsheet") } : part,
    );
    expect(problemsOf(archive(chart))).toEqual([{ code: "WORKBOOK_NO_SHEETS" }]);
    expect(problemsOf(archive(workbookParts([{ name: "Leeg", xml: "" }])))).toEqual([{ code: "FILE_EMPTY" }]);
  });

  test("any beginning of a workbook is damaged", () => {
    for (let length = 4; length < sound.length; length += 37) {
      expect(problemsOf(sound.subarray(0, length))).toEqual([{ code: "WORKBOOK_DAMAGED" }]);
    }
  });

  test("whatever byte is changed, nothing is thrown and no cell changes silently", () => {
    const original = read(sound).rows;
    for (let at = 0; at < sound.length; at++) {
      const changed = Uint8Array.from(sound);
      changed[at] = changed[at]! ^ 0x15;
      const result = read(changed);
      if (result.problems.length === 0) expect(result.rows).toEqual(original);
    }
  });

  test("a checksum, a size and a name that do not fit", () => {
    const part = "xl/worksheets/sheet1.xml";
    const withLies = (lies: SheetPart["lies"]) => problemsOf(archive(workbookParts([{ ...sheet, lies }])));
    expect(withLies({ crc: 1 })).toEqual([{ code: "WORKBOOK_DAMAGED", part }]);
    expect(withLies({ size: 5_000 })).toEqual([{ code: "WORKBOOK_DAMAGED", part }]);
    expect(withLies({ size: 20 })).toEqual([{ code: "WORKBOOK_BOMB", limit: 20, part }]);
    expect(withLies({ localName: "xl/worksheets/sheet2.xml" })).toEqual([{ code: "WORKBOOK_DAMAGED", part }]);
    expect(withLies({ method: 14 })).toEqual([{ code: "WORKBOOK_DAMAGED", part }]);
    expect(withLies({ flags: 1 })).toEqual([{ code: "WORKBOOK_ENCRYPTED" }]);
  });

  test.each(["../../etc/passwd", "/etc/passwd", "C:\\windows\\x", "xl/../../x", "xl\\..\\..\\x"])("a part named %j", (name) => {
    expect(problemsOf(archive(workbookParts([sheet], { parts: [{ name, content: "x" }] })))).toMatchObject([{ code: "WORKBOOK_DAMAGED" }]);
  });

  test("two parts of one name, and parts that share their bytes", () => {
    expect(problemsOf(archive(workbookParts([sheet], { parts: [{ name: "XL/Workbook.xml", content: "x" }] })))).toEqual([
      { code: "WORKBOOK_DAMAGED", part: "XL/Workbook.xml" },
    ]);
    const shared = [
      { name: "a.xml", content: "x" },
      { name: "b.xml", content: "x", localName: "a.xml", overlaps: true },
    ];
    expect(problemsOf(archive(workbookParts([sheet], { parts: shared })))).toMatchObject([{ code: "WORKBOOK_DAMAGED" }]);
    const within = [{ name: "a.xml", content: "x", packedSize: 60 }];
    expect(problemsOf(archive(workbookParts([sheet], { parts: within })))).toMatchObject([{ code: "WORKBOOK_DAMAGED" }]);
    const beyond = [...workbookParts([sheet]), { name: "a.xml", content: "x", packedSize: 60 }];
    expect(problemsOf(archive(beyond))).toEqual([{ code: "WORKBOOK_DAMAGED", part: "a.xml" }]);
  });

  test("a part that is used as two sheets", () => {
    const twice = workbookParts([sheet, sheet]).map((part) =>
      part.name.endsWith("workbook.xml.rels") ? { ...part, content: String(part.content).replace("sheet2.xml", "sheet1.xml") } : part,
    );
    expect(problemsOf(archive(twice))).toEqual([{ code: "WORKBOOK_DAMAGED", part: "xl/worksheets/sheet1.xml" }]);
  });

  test("a document type declaration in any part, so also a billion laughs", () => {
    const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><worksheet><sheetData><row><c t="str"><v>&lol2;</v></c></row></sheetData></worksheet>`;
    expect(problemsOf(archive(workbookParts([{ ...sheet, lies: { content: laughs } }])))).toEqual([
      { code: "WORKBOOK_DOCTYPE", part: "xl/worksheets/sheet1.xml" },
    ]);
    expect(problemsOf(archive(workbookParts([sheet], { parts: [], sharedStrings: "&lol;" })))).toEqual([
      { code: "WORKBOOK_DAMAGED", part: "xl/sharedStrings.xml" },
    ]);
  });

  test.each([
    ["an element that is not closed", "<row r='1'><c r='A1'><v>1</v></row>"],
    ["a control character", `<row r="1">${textCell("A1", "\u0001")}</row>`],
    ["a row that comes twice", '<row r="1"/><row r="1"/>'],
    ["a row beyond the last", '<row r="1048577"/>'],
    ["a cell that comes twice", '<row r="1"><c r="A1"/><c r="A1"/></row>'],
    ["a cell without a column", '<row r="1"><c r="1"/></row>'],
    ["a shared text that is not there", '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ["nesting without end", `${"<a>".repeat(200)}${"</a>".repeat(200)}`],
  ])("%s", (_, xml) => {
    expect(problemsOf(archive(workbookParts([{ name: "Blad1", xml }])))).toEqual([
      { code: "WORKBOOK_DAMAGED", part: "xl/worksheets/sheet1.xml" },
    ]);
  });

  test("bytes that are not UTF-8", () => {
    const content = bytesOf("<worksheet>", [0xe9], "</worksheet>");
    expect(problemsOf(archive(workbookParts([{ ...sheet, lies: { content } }])))).toMatchObject([{ code: "WORKBOOK_DAMAGED" }]);
  });

  test("100 000 columns, and a cell in the last column of the last row", () => {
    const wide = `<row r="1">${'<c t="b"><v>1</v></c>'.repeat(100_000)}</row>`;
    expect(problemsOf(archive(workbookParts([{ name: "Blad1", xml: wide }])))).toEqual([
      { code: "FILE_TOO_MANY_COLUMNS", count: 2_001, limit: 2_000 },
    ]);
    const far = `<row r="1">${textCell("A1", "a")}</row><row r="1048576">${textCell("XFD1048576", "z")}</row>`;
    const result = readRows(far);
    expect(result.problems).toEqual([
      { code: "FILE_TOO_MANY_COLUMNS", params: { count: 16_384, limit: 2_000 }, sheet: "Blad1", row: 1_048_576, fatal: true },
    ]);
  });

  test("cells far to the right of every row", () => {
    const xml = Array.from({ length: 1_000 }, (_, k) => `<row r="${k + 1}">${textCell(`BXX${k + 1}`, "x")}</row>`).join("");
    expect(problemsOf(archive(workbookParts([{ name: "Blad1", xml }])))).toMatchObject([{ code: "WORKBOOK_BOMB" }]);
  });

  test("control characters become blanks, and are counted", () => {
    const result = readRows(
      `<row r="1">${textCell("A1", "a")}${textCell("B1", "b")}</row><row r="3">${textCell("A3", "x_x0000_y_x001F_z")}</row>`,
    );
    expect(result.rows.at(-1)!.cells).toEqual(["x y z", ""]);
    expect(result.problems).toEqual([
      { code: "FILE_CONTROL_CHARACTERS", params: { row: 3, count: 1 }, sheet: "Blad1", row: 3, fatal: false },
    ]);
  });

  test("parts that unpack out of all proportion, by what the directory says and by what comes out", () => {
    const { packed, size } = packedMegabytes("<worksheet>", " ", 20, "</worksheet>");
    expect(problemsOf(archive(workbookParts([{ ...sheet, lies: { packed, size, crc: 0 } }])))).toMatchObject([
      { code: "WORKBOOK_BOMB", limit: defaultLimits.unpackedBytes },
    ]);
    expect(problemsOf(archive(workbookParts([{ ...sheet, lies: { packed, size: 1_000_000, crc: 0 } }])))).toMatchObject([
      { code: "WORKBOOK_BOMB", limit: 1_000_000 },
    ]);
  });

  test("a cell without end, and shared texts without end", () => {
    const cell = packedMegabytes(
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>',
      "A",
      20,
      "</v></c></row></sheetData></worksheet>",
    );
    expect(problemsOf(archive(workbookParts([{ ...sheet, lies: { ...cell, crc: 0 } }])), { ratio: 10_000 })).toMatchObject([
      { code: "WORKBOOK_BOMB", limit: defaultLimits.cellCharacters },
    ]);
    const sharedStrings = `<si><t>${"x".repeat(1_000)}</t></si>`.repeat(200);
    expect(problemsOf(archive(workbookParts([sheet], { sharedStrings })), { sharedCharacters: 100_000 })).toEqual([
      { code: "WORKBOOK_TOO_LARGE", limit: 100_000, what: "text" },
    ]);
    expect(problemsOf(archive(workbookParts([sheet], { sharedStrings })), { sharedStrings: 100 })).toEqual([
      { code: "WORKBOOK_TOO_LARGE", limit: 100, what: "strings" },
    ]);
  });

  test.each([
    ["an attribute", `<row a="${"x".repeat(3_000_000)}"/>`],
    ["a comment", `<!--${"x".repeat(3_000_000)}-->`],
    ["a formula", `<row><c><f>${"x".repeat(3_000_000)}</f></c></row>`],
  ])("%s without end", (_, xml) => {
    expect(problemsOf(archive(workbookParts([{ name: "Blad1", xml }])))).toMatchObject([{ code: "WORKBOOK_BOMB" }]);
  });

  test("more sheets than anyone reads", () => {
    const sheets = Array.from({ length: 5 }, (_, k) => ({ ...sheet, name: `Blad${k}` }));
    expect(problemsOf(archive(workbookParts(sheets)), { sheets: 4 })).toEqual([{ code: "WORKBOOK_TOO_LARGE", limit: 4, what: "sheets" }]);
  });

  test("what the receiver throws is not taken for damage", () => {
    const failing = {
      ...createRecorder(),
      row: () => {
        throw new TypeError("the check failed");
      },
    };
    expect(() => readWorkbook(sound, failing, defaultLimits)).toThrow("the check failed");
  });
});
