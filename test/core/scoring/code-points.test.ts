import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints } from "../../../core/scoring/code-points.ts";
import { mergeTables, stringTable } from "../../../core/scoring/string-table.ts";

const pointsOf = (text: string) => Array.from(text, (character) => character.codePointAt(0)!);
const anyText = fc.string({ unit: fc.constantFrom("a", "b", "é", "\uE000", "\uFFFD", "\u{10000}", "\u{1F600}", "0") });

test("texts are in the order of their code points, a text before what it begins", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const [pointsA, pointsB] = [pointsOf(a), pointsOf(b)];
      const at = pointsA.findIndex((point, i) => point !== pointsB[i]);
      const expected = at < 0 ? pointsA.length - pointsB.length : pointsA[at]! - (pointsB[at] ?? -1);
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected));
    }),
  );
});

test("two tables of texts become one, in order, and know which numbers their texts have now", () => {
  fc.assert(
    fc.property(fc.array(anyText), fc.array(anyText), (a, b) => {
      const [tableA, tableB] = [stringTable(a).table, stringTable(b).table];
      const { table, fromA, fromB, common } = mergeTables(tableA, tableB);
      expect(table).toEqual(stringTable([...a, ...b]).table);
      expect(Array.from(fromA, (number) => table[number])).toEqual(tableA);
      expect(Array.from(fromB, (number) => table[number])).toEqual(tableB);
      expect(common.map((number) => table[number])).toEqual(tableA.filter((text) => tableB.includes(text)));
    }),
  );
});
