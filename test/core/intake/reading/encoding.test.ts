import { describe, expect, test } from "vitest";
import { bytesOf, readCsv, rowsOf, utf16, windows1252 } from "./recorder.ts";

describe("the encoding", () => {
  const text = "naam;score\r\nCafé Één – “welzijn” € 5;voldoet\r\n";
  const rows = [
    [1, "naam", "score"],
    [2, "Café Één – “welzijn” € 5", "voldoet"],
  ];

  test.each([
    ["utf-8", bytesOf(text)],
    ["utf-8 met BOM", bytesOf([0xef, 0xbb, 0xbf], text)],
    ["utf-16le", utf16(text, "le", true)],
    ["utf-16be", utf16(text, "be", true)],
    ["windows-1252", windows1252(text)],
  ])("%s is recognised", (encoding, file) => {
    const read = readCsv(file);
    expect(read.format).toEqual({ format: "csv", encoding, delimiter: ";" });
    expect(rowsOf(read)).toEqual(rows);
    expect(read.problems).toEqual([]);
  });

  test.each(["le", "be"] as const)("utf-16%s is recognised by its NUL bytes when it has no mark", (order) => {
    const read = readCsv(utf16(text, order, false));
    expect(read.format.encoding).toBe(`utf-16${order}`);
    expect(rowsOf(read)).toEqual(rows);
  });

  test("ASCII for a long time and then a Windows-1252 character: the file is Windows-1252 from there", () => {
    const read = readCsv(bytesOf(`a;b\n${"1;2\n".repeat(50_000)}`, windows1252("café;€\n")));
    expect(read.format.encoding).toBe("windows-1252");
    expect(read.rows.at(-1)).toEqual({ row: 50_002, cells: ["café", "€"] });
    expect(read.problems).toEqual([]);
  });

  test("UTF-8 first and then a Windows-1252 character: both are read right, and the row is said", () => {
    const read = readCsv(bytesOf("naam;b\nCafé;1\n\n", windows1252("Zoë;€2\n"), "Noël;3\n"));
    expect(rowsOf(read).slice(1)).toEqual([
      [2, "Café", "1"],
      [4, "Zoë", "€2"],
      [5, "Noël", "3"],
    ]);
    expect(read.problems).toEqual([{ code: "FILE_ENCODING_MIXED", params: { row: 4 }, row: 4, fatal: false }]);
  });

  test("Windows-1252 first and then UTF-8: both are read right, and the row is said", () => {
    const read = readCsv(bytesOf(windows1252("naam;b\nZoë;€2\n"), "Café – €;1\n"));
    expect(rowsOf(read).slice(1)).toEqual([
      [2, "Zoë", "€2"],
      [3, "Café – €", "1"],
    ]);
    expect(read.problems).toMatchObject([{ code: "FILE_ENCODING_MIXED", row: 3 }]);
  });

  test("a mark of UTF-8 and then a Windows-1252 character is mixed too, also within the header", () => {
    const read = readCsv(bytesOf([0xef, 0xbb, 0xbf], windows1252("reëel;b\n1;2\n")));
    expect(rowsOf(read)[0]).toEqual([1, "reëel", "b"]);
    expect(read.problems).toMatchObject([{ code: "FILE_ENCODING_MIXED", row: 1 }]);
  });

  test("UTF-8 in the beginning and a Windows-1252 character much later is mixed", () => {
    const read = readCsv(bytesOf("naam;b\nCafé;1\n", "x;2\n".repeat(50_000), windows1252("Zoë;3\n")));
    expect(read.format.encoding).toBe("utf-8");
    expect(read.problems).toMatchObject([{ code: "FILE_ENCODING_MIXED", row: 50_003 }]);
  });

  test("the row is that of the character, also just after a carriage return that ends a row", () => {
    const read = readCsv(bytesOf("naam;b\rCafé;1\r", [0xe9], ";2\r"));
    expect(rowsOf(read).at(-1)).toEqual([3, "é", "2"]);
    expect(read.problems).toMatchObject([{ code: "FILE_ENCODING_MIXED", row: 3 }]);
  });

  test("a mixed file whose separator is the character in question", () => {
    const read = readCsv(bytesOf('sep=é\n"a"é"b"\n"c"', [0xe9], '"d"\n'));
    expect(rowsOf(read)).toEqual([
      [1, "a", "b"],
      [2, "c", "d"],
    ]);
    expect(read.problems).toMatchObject([{ code: "FILE_ENCODING_MIXED", row: 2 }]);
  });

  test("half a pair of surrogates in UTF-8 is no character", () => {
    const read = readCsv(bytesOf("naam;b\nCafé;1\nx", [0xed, 0xa0, 0x80], ";2\n"));
    expect(read.rows.at(-1)!.cells).toEqual(["xí\u00a0€", "2"]);
    expect(read.problems).toMatchObject([{ code: "FILE_ENCODING_MIXED", row: 3 }]);
  });

  test.each(["é", "€", "😀"])("no %s of a long text is cut in two", (character) => {
    for (const before of ["", "x", "xx", "xxx"]) {
      const text = `a;b\n1;${before}${character.repeat(10_000)}\n`;
      for (const file of [bytesOf(text), utf16(text, "le", true), utf16(text, "be", true)]) {
        const read = readCsv(file);
        expect(read.rows[1]!.cells[1]).toBe(`${before}${character.repeat(10_000)}`);
        expect(read.problems).toEqual([]);
      }
    }
  });

  test("half a character of UTF-16 is damage, with its row", () => {
    const whole = utf16("a;b\n1;2\n3;4\n", "le", true);
    const read = readCsv(whole.subarray(0, whole.length - 3));
    expect(read.problems).toMatchObject([{ code: "FILE_DAMAGED_CSV", row: 3, fatal: true }]);
    expect(rowsOf(read)).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
    ]);
  });
});
