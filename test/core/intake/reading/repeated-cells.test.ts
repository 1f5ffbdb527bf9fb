import { Parser } from "csv-parse";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reuseRepeatedCells } from "../../../../core/intake/reading/repeated-cells.ts";

/** The rows that the parser gives, with and without texts taken again, for bytes that come in pieces. */
function rowsOf(text: string, cut: number, reuse: boolean): string[][] {
  const parser = new Parser({ delimiter: ";", relax_column_count: true, skip_empty_lines: true });
  if (reuse) expect(reuseRepeatedCells(parser)).toBe(true);
  const rows: string[][] = [];
  parser.push = (row: string[] | null) => {
    if (row !== null) rows.push(row);
    return true;
  };
  const bytes = Buffer.from(text);
  const done = (error?: Error | null) => {
    if (error) throw error;
  };
  for (let at = 0; at < bytes.length; at += cut) parser._transform(bytes.subarray(at, at + cut), "utf8", done);
  parser._flush(done);
  return rows;
}

describe("cells that repeat the cell above them", () => {
  // Texts of equal length in bytes that differ at the start, at the end or in characters; empty ones; and one at the limit and beyond it.
  const cell = fc.oneof(
    fc.constantFrom("", "abc", "abd", "bbc", "é1", "1é", "ë1", "€", "aaa", "a", "b", '"a;b"', '"a""b"', '"x\ny"'),
    fc.tuple(fc.constantFrom(63, 64, 65), fc.constantFrom("x", "y")).map(([length, last]) => "x".repeat(length - 1) + last),
  );
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });

  it("are the same as without taking texts again, whatever stands above them and however the file is cut", () =>
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 50 }), (rows, cut) => {
        const text = `${rows.map((cells) => cells.join(";")).join("\n")}\n`;
        expect(rowsOf(text, cut, true)).toEqual(rowsOf(text, cut, false));
      }),
      { numRuns: 500 },
    ));

  it("are right beyond the columns that are remembered", () => {
    const wide = (value: string) => Array.from({ length: 100 }, () => value).join(";");
    const text = [wide("ja"), wide("ja"), wide("ee"), wide("ja")].join("\n");
    expect(rowsOf(text, 7, true)).toEqual(rowsOf(text, 7, false));
  });
});

it("a parser that keeps its cells otherwise is left as it is", () => {
  const parser = new Parser({});
  Reflect.set(parser, "state", { field: { buf: "", length: 0 }, record: [] });
  expect(reuseRepeatedCells(parser)).toBe(false);
});
