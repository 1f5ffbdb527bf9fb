import { describe, expect, test } from "vitest";
import { createCsvReader } from "../../../../core/intake/reading/csv.ts";
import { defaultLimits } from "../../../../core/intake/reading/limits.ts";
import { bytesOf, codesOf, createRecorder, readCsv, rowsOf } from "./recorder.ts";

describe("what is no table is refused with what it is", () => {
  test.each([
    ["nothing", ""],
    ["only a mark", [0xef, 0xbb, 0xbf]],
    ["only a mark of UTF-16", [0xff, 0xfe]],
    ["only blanks", "  \r\n\t \r\n\r\n"],
    ["only separators", ";;;\r\n;;;\r\n"],
    ["only a sep= line", "sep=;\r\n"],
  ])("%s: empty", (_, file) => {
    const read = readCsv(typeof file === "string" ? file : Uint8Array.from(file));
    expect(read.problems).toEqual([{ code: "FILE_EMPTY", params: {}, fatal: true }]);
    expect(read.rows).toEqual([]);
  });

  test.each([
    ["pdf", bytesOf("%PDF-1.7\n%âãÏÓ\n1 0 obj;x\n")],
    ["image", bytesOf([0x89], "PNG\r\n", [0x1a], "\n;;;")],
    ["program", bytesOf("MZ", new Uint8Array(64), ";;\n")],
    ["archive", Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0])],
    ["binary", Uint8Array.from({ length: 5000 }, (_, k) => (k * 7919) % 251)],
    ["html", bytesOf("\n<!DOCTYPE html><html><table><tr><td>a;b</td></tr></table></html>")],
    ["html", bytesOf("<table>\n<tr><td>a;b</td></tr></table>")],
    ["xml", bytesOf('<?xml version="1.0"?><Workbook><a>1;2</a></Workbook>')],
    ["xml", bytesOf("<levering><a>1;2</a></levering>")],
    ["json", bytesOf('[{"norm": "V01", "score": "voldoet"}]')],
    ["json", bytesOf('{\n "a": 1, "b": 2}')],
    ["rtf", bytesOf("{\\rtf1\\ansi;;;}")],
    ["oneColumn", bytesOf("norm\nV01\nV02\n")],
  ])("%s", (kind, file) => {
    const read = readCsv(file);
    expect(read.problems).toEqual([{ code: "FILE_NOT_A_TABLE", params: { kind }, fatal: true }]);
    expect(read.format).toMatchObject(kind === "oneColumn" ? { delimiter: null } : { format: "unknown", encoding: null });
    expect(read.rows).toEqual([]);
  });

  test("a header in brackets or with a sign is a table", () => {
    expect(codesOf(readCsv("[norm];[score]\nV01;voldoet\n"))).toEqual([]);
    expect(codesOf(readCsv("<5 jaar;>5 jaar\n1;2\n"))).toEqual([]);
  });
});

describe("what would hurt is refused", () => {
  test("a NUL byte, with its row", () => {
    const read = readCsv("a;b\n1;2\n3;\0\n5;6\n");
    expect(read.problems).toEqual([{ code: "FILE_NUL_BYTES", params: { row: 3 }, row: 3, fatal: true }]);
    expect(rowsOf(read)).toHaveLength(2);
  });

  test("NUL bytes only", () => {
    expect(codesOf(readCsv(new Uint8Array(10_000)))).toEqual(["FILE_NUL_BYTES"]);
  });

  test("a NUL byte at the beginning of a row, after blank ones, and after a closing quote", () => {
    expect(readCsv("a;b\r1;2\r\r\0;4\r").problems).toMatchObject([{ code: "FILE_NUL_BYTES", row: 4 }]);
    expect(readCsv('a;b\n1;"2"\0;4\n').problems).toMatchObject([{ code: "FILE_NUL_BYTES", row: 2 }]);
    expect(readCsv('a;b\n1;2\r\n3;"4"\n\0').problems).toMatchObject([{ code: "FILE_NUL_BYTES", row: 4 }]);
  });

  test("a NUL byte within quotes", () => {
    expect(readCsv('a;b\n1;"x\0y"\n').problems).toMatchObject([{ code: "FILE_NUL_BYTES", row: 2 }]);
  });

  test("a line of 10 MB, with and without quotes", () => {
    const long = "x".repeat(10_000_000);
    expect(readCsv(`a;b\n1;${long}\n2;3\n`).problems).toEqual([
      { code: "FILE_LINE_TOO_LONG", params: { row: 2, limit: 1_048_576 }, row: 2, fatal: true },
    ]);
    expect(readCsv(`a;b\n1;"${long}"\n2;3\n`).problems).toMatchObject([{ code: "FILE_LINE_TOO_LONG", row: 2 }]);
  });

  test("a line of separators without end, in little memory", () => {
    const reader = createCsvReader(createRecorder(), defaultLimits);
    reader.write(bytesOf("a;b\n"));
    const piece = bytesOf(";".repeat(1_000_000));
    const answers = [...Array(6)].map(() => reader.write(piece));
    expect(answers).toEqual([true, true, true, true, false, false]);
    expect(readCsv(bytesOf("a;b\n1;2\n\n", ";".repeat(6_000_000))).problems).toEqual([
      { code: "FILE_LINE_TOO_LONG", params: { row: 4, limit: 1_048_576 }, row: 4, fatal: true },
    ]);
  });

  test("a long line is long by the characters of its cells, and blank lines before it do not count", () => {
    const line = (cells: number) => `${Array(cells).fill("€".repeat(50_000)).join(";")}\n`;
    expect(readCsv(`a;b\n${"\n".repeat(8_000_000)}${line(15)}`).rows.map(({ row }) => row)).toEqual([1, 8_000_002]);
    expect(codesOf(readCsv(`a;b\n${line(22)}`))).toEqual(["FILE_LINE_TOO_LONG"]);
  });

  test("a line without end, long before the end of the file", () => {
    const reader = createCsvReader(createRecorder(), defaultLimits);
    const piece = bytesOf("x;".repeat(500_000));
    expect([1, 2, 3].map(() => reader.write(piece)).at(-1)).toBe(false);
  });

  test("a long line costs time in proportion to its length", () => {
    const begin = process.cpuUsage();
    const read = readCsv(`a;b\n1;${"x".repeat(20_000_000)}\n`, { recordCharacters: 100_000_000 });
    const { user, system } = process.cpuUsage(begin);
    expect(read.rows[1]!.cells[1]).toHaveLength(20_000_000);
    expect((user + system) / 1e6).toBeLessThan(3);
  });

  test("100 000 columns, with their number", () => {
    const read = readCsv(`${"a;".repeat(99_999)}z\n1;2\n`);
    expect(read.problems).toEqual([{ code: "FILE_TOO_MANY_COLUMNS", params: { count: 100_000, limit: 2_000 }, row: 1, fatal: true }]);
  });

  test("a file above the limit", () => {
    const read = readCsv("a;b\n1;2\n3;4\n", { csvBytes: 10 });
    expect(read.problems).toEqual([{ code: "FILE_TOO_LARGE", params: { limit: 10 }, fatal: true }]);
  });

  test("control characters become blanks, and are counted", () => {
    const read = readCsv('a;b\n1;x\u000by\n"\u0001z";\u007f\n');
    expect(rowsOf(read).slice(1)).toEqual([
      [2, "1", "x y"],
      [3, " z", " "],
    ]);
    expect(read.problems).toEqual([{ code: "FILE_CONTROL_CHARACTERS", params: { row: 2, count: 3 }, row: 2, fatal: false }]);
  });

  test("a control character at the beginning of the last row", () => {
    const read = readCsv("a;b\n1;2\n\u00013;4\n");
    expect(rowsOf(read)[2]).toEqual([3, " 3", "4"]);
    expect(read.problems).toMatchObject([{ code: "FILE_CONTROL_CHARACTERS", params: { row: 3, count: 1 } }]);
  });
});
