import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { createCsvReader } from "../../../../core/intake/reading/csv.ts";
import { defaultLimits } from "../../../../core/intake/reading/limits.ts";
import { bytesOf, createRecorder, readCsv, utf16, windows1252 } from "./recorder.ts";

const rowsOf = (read: ReturnType<typeof readCsv>) => read.rows.map(({ row, cells }) => [row, ...cells]);
const codesOf = (read: ReturnType<typeof readCsv>) => read.problems.map((problem) => problem.code);

describe("the separator", () => {
  test.each([
    [";", "norm;score\nV01;1,5\n"],
    [",", "norm,score\nV01,1.5\n"],
    ["\t", "norm\tscore\nV01\t1,5\n"],
  ])("%j is found in the header", (delimiter, file) => {
    const read = readCsv(file);
    expect(read.format.delimiter).toBe(delimiter);
    expect(read.rows.map((row) => row.cells.length)).toEqual([2, 2]);
  });

  test("a decimal comma does not split a cell of a file with semicolons", () => {
    expect(rowsOf(readCsv("norm;fte\nV01;1,5\nV02;2,25\n"))).toEqual([
      [1, "norm", "fte"],
      [2, "V01", "1,5"],
      [3, "V02", "2,25"],
    ]);
  });

  test("separators within quotes in the header do not count", () => {
    expect(readCsv('"norm,code,van,het,kader";score\nV01;voldoet\n').format.delimiter).toBe(";");
  });

  test("a title above the header is passed over, and delivered as the row that it is", () => {
    expect(rowsOf(readCsv("Aanlevering 2024\n\nnorm;score\nV01;voldoet\n"))).toEqual([
      [1, "Aanlevering 2024"],
      [3, "norm", "score"],
      [4, "V01", "voldoet"],
    ]);
  });

  test.each(["sep=|", '"sep=|"', "SEP=|;"])("%j on the first line decides, and is not a row, as in Excel", (line) => {
    const read = readCsv(`${line}\r\nnorm;code|score\r\nV01|voldoet\r\n`);
    expect(read.format.delimiter).toBe("|");
    expect(rowsOf(read)).toEqual([
      [1, "norm;code", "score"],
      [2, "V01", "voldoet"],
    ]);
  });
});

test("a separator that sep= gives in another encoding than the mark says", () => {
  const read = readCsv(bytesOf([0xef, 0xbb, 0xbf], windows1252("sep=§\r\na§b\r\n")));
  expect(rowsOf(read)).toEqual([[1, "a", "b"]]);
  expect(read.problems).toMatchObject([{ code: "FILE_ENCODING_MIXED", row: 1 }]);
});

describe("rows as Excel numbers them", () => {
  test("a line break within quotes does not make a row", () => {
    expect(rowsOf(readCsv('norm;toelichting\r\nV01;"eerste\r\ntweede\nderde"\r\nV02;kort\r\n'))).toEqual([
      [1, "norm", "toelichting"],
      [2, "V01", "eerste\r\ntweede\nderde"],
      [3, "V02", "kort"],
    ]);
  });

  test("blank rows keep their number and do not come, also when they have separators or blanks", () => {
    expect(rowsOf(readCsv("norm;score\n\n;\n ; \t\n\u00a0;\nV01;voldoet\n\n\n"))).toEqual([
      [1, "norm", "score"],
      [6, "V01", "voldoet"],
    ]);
  });

  test.each(["\r\n", "\n", "\r"])("%j ends a row", (end) => {
    expect(rowsOf(readCsv(["a;b", "1;2", "", "3;4"].join(end)))).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
      [4, "3", "4"],
    ]);
  });

  test("the ends of rows may differ within a file", () => {
    expect(rowsOf(readCsv("a;b\r\n1;2\n3;4\r5;6"))).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
      [3, "3", "4"],
      [4, "5", "6"],
    ]);
  });

  test("a row with more or fewer cells than the header is delivered as it is", () => {
    const read = readCsv("a;b;c\n1;2\n1;2;3;4\n1;2;3;\n");
    expect(read.rows.map((row) => row.cells)).toEqual([
      ["a", "b", "c"],
      ["1", "2"],
      ["1", "2", "3", "4"],
      ["1", "2", "3", ""],
    ]);
    expect(read.problems).toEqual([]);
  });

  test("half a million rows of another length than the header cost no more than other rows", () => {
    const ragged = `a;b;c\n${"1;2\n".repeat(500_000)}`;
    const begin = performance.now();
    expect(readCsv(ragged).rows).toHaveLength(500_001);
    expect(performance.now() - begin).toBeLessThan(3_000);
  });
});

describe("quotes", () => {
  test("a doubled quote is a quote", () => {
    expect(rowsOf(readCsv('a;b\n"zeg ""ja""";""""\n'))[1]).toEqual([2, 'zeg "ja"', '"']);
  });

  test("a quote in a cell that does not begin with one is an ordinary character", () => {
    const read = readCsv('a;b\n5" scherm;de "grote" zaal\n');
    expect(rowsOf(read)[1]).toEqual([2, '5" scherm', 'de "grote" zaal']);
    expect(read.problems).toEqual([]);
  });

  test("a quote that should have been doubled is read literally, and said", () => {
    const read = readCsv('a;b\n1;"de "grote" zaal; boven"\n2;"x"\n3;"y "z""\n');
    expect(rowsOf(read).slice(1)).toEqual([
      [2, "1", 'de "grote" zaal; boven'],
      [3, "2", "x"],
      [4, "3", 'y "z"'],
    ]);
    expect(read.problems).toEqual([{ code: "FILE_QUOTES_MENDED", params: { row: 2, count: 2 }, row: 2, fatal: false }]);
  });

  test("blanks after a closing quote are skipped", () => {
    const read = readCsv('a;b\n"1" ;"2"  \n');
    expect(rowsOf(read)[1]).toEqual([2, "1", "2"]);
    expect(read.problems).toEqual([]);
  });

  test("a quote that is never closed is refused, with the row where it was opened", () => {
    const read = readCsv('a;b\n1;2\n\n3;"vier\n5;6\n7;8\n');
    expect(read.problems).toEqual([{ code: "FILE_UNCLOSED_QUOTE", params: { row: 4 }, row: 4, fatal: true }]);
    expect(rowsOf(read)).toHaveLength(2);
  });

  test("a quote that is not closed in a large file is refused before the file has ended", () => {
    const read = readCsv(`a;b\n1;"open\n${"2;3\n".repeat(1000)}`, { recordCharacters: 500 });
    expect(read.problems).toMatchObject([{ code: "FILE_UNCLOSED_QUOTE", row: 2, fatal: true }]);
  });
});

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
    const read = readCsv(bytesOf("naam;b\nCafé;1\n", "x;2\n".repeat(10_000), windows1252("Zoë;3\n")));
    expect(read.format.encoding).toBe("utf-8");
    expect(read.problems).toMatchObject([{ code: "FILE_ENCODING_MIXED", row: 10_003 }]);
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
  });
});

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

test("who keeps a cell of each hundred rows does not keep the file in memory", () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const lines = bytesOf(`Stichting Welzijn Noord;${"x".repeat(100)}\n`.repeat(1_000));
  const kept: string[] = [];
  const reader = createCsvReader(
    { ...createRecorder(), row: (cells, row) => void (row % 100 === 0 && kept.push(cells[0]!)) },
    defaultLimits,
  );
  const before = used();
  for (let k = 0; k < 100; k++) reader.write(lines);
  reader.end();
  // 12.5 MB were read; a thousand short texts were kept.
  expect(used() - before).toBeLessThan(3_000_000);
  expect(kept).toHaveLength(1_000);
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
});
