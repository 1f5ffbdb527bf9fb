import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, readCsv, utf16, windows1252 } from "./recorder.ts";

const encodings = ["utf-8", "utf-8 met BOM", "utf-16le", "utf-16be", "windows-1252"] as const;

function encoded(text: string, encoding: (typeof encodings)[number]): Uint8Array {
  if (encoding === "windows-1252") return windows1252(text);
  if (encoding === "utf-16le") return utf16(text, "le", true);
  if (encoding === "utf-16be") return utf16(text, "be", true);
  return bytesOf(encoding === "utf-8" ? [] : [0xef, 0xbb, 0xbf], text);
}

/** Rows before the ones that vary: so many that these are read as they come, and not from the beginning that is kept to recognise the file. */
const FILLER = Array.from({ length: 3_000 }, (_, k) => ["vulling", `rij nummer ${k + 2}`, "voldoet"]);

/** What a cell is made of: all that has a meaning in a file, and what an encoding may stumble over. */
const pieces = fc.constantFrom("a", "Z", "0", " ", ";", ",", "\t", '"', "\n", "\r\n", "\r", "é", "ë", "ü");
const beyondWestern = fc.constantFrom("€", "’", "漢", "😀", "\u0301", "\ufeff");

function table(encoding: (typeof encodings)[number]) {
  const piece = encoding === "windows-1252" ? pieces : fc.oneof({ weight: 3, arbitrary: pieces }, beyondWestern);
  const cell = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(""));
  const row = fc.record({
    cells: fc.array(cell, { minLength: 1, maxLength: 5 }),
    quoted: fc.boolean(),
    blankBefore: fc.integer({ min: 0, max: 2 }),
    end: fc.nat(1),
  });
  return fc.array(row, { maxLength: 12 });
}

/** The ends of rows that a file may have beside each other. A carriage return and a line feed may not: they would be one. */
const lineEnds = [["\r\n"], ["\n"], ["\r"], ["\r\n", "\n"], ["\r", "\r\n"]] as const;

describe("any table comes back as it was written", () => {
  test.each(encodings)("in %s, with any separator, line ends, quotes and blank rows, cut anywhere", (encoding) => {
    fc.assert(
      fc.property(
        fc.constantFrom(";", ",", "\t"),
        fc.constantFrom(...lineEnds),
        table(encoding),
        fc.boolean(),
        fc.array(fc.nat(), { maxLength: 20 }),
        (delimiter, ends, rows, endsWithLine, places) => {
          const expected = [{ row: 1, cells: ["een", "twee", "drie"] }, ...FILLER.map((cells, k) => ({ row: k + 2, cells }))];
          let text = expected.map(({ cells }) => `${cells.join(delimiter)}${ends[0]}`).join("");
          let number = expected.length;
          rows.forEach(({ cells, quoted, blankBefore, ...row }, k) => {
            const end = ends[row.end % ends.length]!;
            text += end.repeat(blankBefore);
            number += blankBefore + 1;
            text += cells.map((cell) => written(cell, delimiter, quoted)).join(delimiter);
            if (k < rows.length - 1 || endsWithLine) text += end;
            if (cells.some((cell) => cell.trim() !== "")) expected.push({ row: number, cells });
          });
          const file = encoded(text, encoding);
          const read = readCsv(
            file,
            {},
            places.map((place) => place % file.length),
          );
          expect(read.problems).toEqual([]);
          expect(read.format.delimiter).toBe(delimiter);
          expect(read.rows.slice(FILLER.length + 1)).toEqual(expected.slice(FILLER.length + 1));
        },
      ),
      { numRuns: 60 },
    );
  });
});

function written(cell: string, delimiter: string, quoted: boolean): string {
  const mustQuote = quoted || cell.includes(delimiter) || /^"|[\r\n]/.test(cell);
  return mustQuote ? `"${cell.replaceAll('"', '""')}"` : cell;
}

describe("how a file is cut into pieces does not matter", () => {
  const limits = { recordCharacters: 60, columns: 6 };
  const fragment = fc.oneof(
    fc
      .constantFrom("a;b\n", ";", '"', "\n", "\r", "\r\n", "x".repeat(40), "1;2;3\r\n", '"a ""b"" c";', "é", "€", "😀", "\0", "\u0001")
      .map((text) => bytesOf(text)),
    fc.constantFrom(0xe9, 0x80, 0xc3, 0xe2, 0xff, 0xed, 0xf0).map((byte) => Uint8Array.from([byte])),
  );

  test.each(["utf-8", "utf-8 met BOM", "utf-16le"] as const)("any bytes, beginning as %s", (encoding) => {
    const filler = encoded([["a", "b", "c"], ...FILLER].map((cells) => `${cells.join(";")}\n`).join(""), encoding);
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), fc.array(fc.nat(), { maxLength: 30 }), (fragments, places) => {
        const file = bytesOf(filler, ...fragments);
        // Most cuts in the part that varies.
        const cuts = places.map((place) => file.length - 1 - (place % Math.min(file.length, 200)));
        const whole = readCsv(file, limits);
        const cut = readCsv(file, limits, cuts);
        expect({ rows: cut.rows.slice(2_900), problems: cut.problems, format: cut.format }).toEqual({
          rows: whole.rows.slice(2_900),
          problems: whole.problems,
          format: whole.format,
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe("what is mended before csv-parse reads it", () => {
  test("is not what csv-parse by itself reads without complaint", () => {
    const characters = fc.array(fc.constantFrom("a", "b", ";", ";", '"', '"', "\n", " ", "é"), { maxLength: 40 });
    let compared = 0;
    fc.assert(
      fc.property(characters, (body) => {
        const file = `een;twee\n${body.join("")}`;
        let unmended: string[][];
        try {
          unmended = parse(file, { delimiter: ";", record_delimiter: "\n", relax_column_count: true });
        } catch {
          return;
        }
        compared++;
        const expected = unmended
          .map((cells, k) => ({ row: k + 1, cells }))
          .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
        expect(readCsv(file).rows).toEqual(expected);
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});
