import fc from "fast-check";
import { expect, it } from "vitest";
import { pairTable, sideOf } from "../../../../core/figures/selected/pair-table.ts";

it("each side of a table of pairs has every organisation once, at its own judgement", () => {
  const judgement = fc.integer({ min: 0, max: 2 });
  fc.assert(
    fc.property(fc.array(fc.tuple(judgement, judgement), { maxLength: 40 }), (pairs) => {
      const cells = Array.from({ length: 9 }, (_, cell) => pairs.filter(([first, second]) => first * 3 + second === cell).length);
      const table = pairTable(cells);
      for (const [place, side] of [
        [0, "first"],
        [1, "second"],
      ] as const) {
        expect(sideOf(table, side)).toEqual([0, 1, 2].map((one) => pairs.filter((pair) => pair[place] === one).length));
      }
    }),
  );
});
