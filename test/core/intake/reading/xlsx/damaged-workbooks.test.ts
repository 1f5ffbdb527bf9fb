import { describe, expect, test } from "vitest";
import { defaultLimits, type ReadingLimits } from "../../../../../core/intake/reading/limits.ts";
import { oleProblem } from "../../../../../core/intake/reading/ole.ts";
import { readWorkbook } from "../../../../../core/intake/reading/xlsx/workbook.ts";
import { bytesOf, createRecorder } from "../recorder.ts";
import { archive, oleContainer, packedMegabytes, type SheetPart, textCell, workbookParts } from "./archive.ts";
import { read, readRows } from "./read.ts";

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
