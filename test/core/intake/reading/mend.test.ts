import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { look } from "../../../../core/intake/reading/look.ts";
import { createMender, type LineEnd } from "../../../../core/intake/reading/mend.ts";
import { bytesOf } from "./recorder.ts";

/** What is handed on for a text that arrives in these pieces, and what is said about it. */
function mend(pieces: readonly string[], delimiter = ";", lineEnd: LineEnd = "\n") {
  let text = "";
  const said: (string | number)[][] = [];
  const mender = createMender(
    { delimiter: bytesOf(delimiter), lineEnd },
    {
      text: (bytes) => {
        text += new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      },
      mended: (at) => void said.push(["mended", at]),
      control: (at) => void said.push(["control", at]),
      nul: () => void said.push(["nul", bytesOf(text).length]),
    },
  );
  for (const piece of pieces) mender.write(bytesOf(piece), look(bytesOf(piece)));
  mender.end();
  return { text, said };
}

const delimiters = fc.constantFrom(";", "\t", " ", "§");
const lineEnds = fc.constantFrom("\n", "\r\n", "\r");
const characters = fc.array(fc.constantFrom(...'"""";;\t  \r\nxyé§ç\u0001', " ".repeat(63)), { maxLength: 40 });

test("wherever a file is cut, the same is handed on and said", () => {
  fc.assert(
    fc.property(characters, fc.infiniteStream(fc.boolean()), delimiters, lineEnds, fc.boolean(), (parts, cuts, delimiter, lineEnd, nul) => {
      const all = nul ? [...parts, "\0", ...parts] : parts;
      const pieces = [""];
      for (const part of all) {
        if (cuts.next().value) pieces.push("");
        pieces[pieces.length - 1] += part;
      }
      expect(mend(pieces, delimiter, lineEnd)).toEqual(mend([all.join("")], delimiter, lineEnd));
    }),
    { numRuns: 5_000 },
  );
});

test("what was mended needs no mending", () => {
  fc.assert(
    fc.property(characters, delimiters, lineEnds, (parts, delimiter, lineEnd) => {
      const once = mend(parts, delimiter, lineEnd);
      const twice = mend([once.text], delimiter, lineEnd);
      expect(twice.text).toBe(once.text);
      expect(twice.said.filter(([what]) => what === "mended")).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

describe("a quoted cell", () => {
  test.each([
    ['"de "grote" zaal"', '"de ""grote"" zaal"', [4, 11]],
    ['"y "z""', '"y ""z"""', [3, 6]],
    ['"zo ""zijn"" ze"', '"zo ""zijn"" ze"', []],
    ['"1" \t ;"2"  ', '"1";"2"', []],
    ['5" scherm;de "grote" zaal', '5" scherm;de "grote" zaal', []],
    ['"a"b;c', '"a""b;c', [2]],
    ['"x "y" z";"a ""b"";c"', '"x ""y"" z";"a ""b"";c"', [3, 6]],
  ])("%s becomes %s", (cell, expected, places) => {
    const { text, said } = mend([cell]);
    expect(text).toBe(expected);
    expect(said).toEqual(places.map((place) => ["mended", place]));
  });
});

test("a separator beyond ASCII separates", () => {
  expect(mend(['"a "b" c"§"d "e" f"§g"h'], "§").text).toBe('"a ""b"" c"§"d ""e"" f"§g"h');
});

describe("the end of a row", () => {
  test.each([
    ["\n", 'a\nb\nc\n\nd\n"\r\n"\n\n'],
    ["\r\n", 'a\r\nb\r\nc\r\n\r\nd\r\n"\r\n"\r\n\r\n'],
    ["\r", 'a\rb\rc\r\rd\r"\r\n"\r\r'],
  ] as const)("becomes %j, but not within quotes", (lineEnd, expected) => {
    expect(mend(['a\r\nb\nc\r\rd\n"\r\n"\n\r'], ";", lineEnd).text).toBe(expected);
  });
});

test("what is regular is handed on without being copied", () => {
  const pieces: Uint8Array[] = [];
  const mender = createMender(
    { delimiter: bytesOf(";"), lineEnd: "\r\n" },
    { text: (bytes) => void pieces.push(bytes), mended() {}, control() {}, nul() {} },
  );
  const piece = bytesOf('a;"b ""c"" d";é\r\n');
  mender.write(piece, look(piece));
  expect(pieces.map(({ buffer }) => buffer)).toEqual([piece.buffer]);
  expect(pieces[0]!.buffer).toBe(piece.buffer);
});
