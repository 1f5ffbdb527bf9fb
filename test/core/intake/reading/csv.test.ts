import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { createCsvReader } from "../../../../core/intake/reading/csv.ts";
import { defaultLimits } from "../../../../core/intake/reading/limits.ts";
import { bytesOf, createRecorder, readCsv, rowsOf, windows1252 } from "./recorder.ts";

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

  test("line ends within quotes stay what they are in a file where the ends of rows differ", () => {
    const read = readCsv('a;b\r\n1;"x\ny\r\nz\r"\n2;"p\nq"\r\n\r3;4\n\n5;6');
    expect(rowsOf(read)).toEqual([
      [1, "a", "b"],
      [2, "1", "x\ny\r\nz\r"],
      [3, "2", "p\nq"],
      [5, "3", "4"],
      [7, "5", "6"],
    ]);
  });

  test("a pair of carriage return and line feed that is cut in two ends one row", () => {
    for (const filler of ["1;2\r\n", "1;2\n", "1;2\r"]) {
      const file = bytesOf(`a;b\r\n${filler.repeat(20_000)}`, "3;4\r\n5;6\r\n");
      const read = readCsv(file, {}, [file.length - 6, file.length - 1]);
      expect(rowsOf(read).slice(-2)).toEqual([
        [20_002, "3", "4"],
        [20_003, "5", "6"],
      ]);
    }
  });

  test("rows of another length than the header cost no more than other rows", () => {
    const seconds = (row: string) => {
      const file = bytesOf(`a;b;c\n${row.repeat(100_000)}`);
      const begin = process.cpuUsage();
      expect(readCsv(file).rows).toHaveLength(200_001);
      const { user, system } = process.cpuUsage(begin);
      return (user + system) / 1e6;
    };
    const regular = Math.min(seconds("1;2;3\n4;5;6\n"), seconds("1;2;3\n4;5;6\n"));
    // csv-parse by itself needs 40 times as much.
    expect(seconds("1;2;34\n5;67\n")).toBeLessThan(5 * regular);
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

  test("a quote before blanks without end is a quote, wherever the file is cut", () => {
    const read = (blanks: number, cuts: readonly number[]) => rowsOf(readCsv(`a;b\n1;"x"${" ".repeat(blanks)};y"\n`, {}, cuts))[1];
    expect(read(63, [9, 40])).toEqual([2, "1", "x", 'y"']);
    for (const cuts of [[], [9, 40], [100]]) expect(read(200, cuts)).toEqual([2, "1", `x"${" ".repeat(200)};y`]);
  });

  test("a quote that is never closed is refused, with the row where it was opened", () => {
    const read = readCsv('a;b\n1;2\n\n3;"vier\n5;6\n7;8\n');
    expect(read.problems).toEqual([{ code: "FILE_UNCLOSED_QUOTE", params: { row: 4 }, row: 4, fatal: true }]);
    expect(rowsOf(read)).toHaveLength(2);
  });

  test("a quote that is not closed in a large file is refused before the file has ended", () => {
    const read = readCsv(`a;b\n\n\n1;"open\n${"2;3\n".repeat(1000)}`, { recordCharacters: 500 });
    expect(read.problems).toMatchObject([{ code: "FILE_UNCLOSED_QUOTE", row: 4, fatal: true }]);
    const later = readCsv(`a;b\n\n\n\n1;2\n\n3;"open\n${"x".repeat(1000)}`, { recordCharacters: 500 });
    expect(later.problems).toMatchObject([{ code: "FILE_UNCLOSED_QUOTE", row: 7, fatal: true }]);
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
