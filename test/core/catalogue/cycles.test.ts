import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cyclesIn } from "../../../core/catalogue/cycles.ts";

const graph = (references: Record<string, string[]>) => new Map(Object.entries(references));

describe("cycles of references", () => {
  it("are found once each, from the member that is named first", () => {
    expect(cyclesIn(graph({ a: ["b"], b: ["c"], c: ["b"], d: ["d"], e: ["a"] }))).toEqual([["b", "c"], ["d"]]);
  });

  it("are not there when two ways lead to one place, or a reference points outside", () => {
    expect(cyclesIn(graph({ a: ["b", "c"], b: ["d"], c: ["d"], d: ["elders"] }))).toEqual([]);
  });

  it("are found in a chain of a hundred thousand", () => {
    const chain = new Map(Array.from({ length: 100_000 }, (_, i) => [`${i}`, [`${(i + 1) % 100_000}`]]));
    expect(cyclesIn(chain)[0]).toHaveLength(100_000);
  });

  it("are never there when every reference points to an earlier one, and always when one leads back", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 30 }), (numbers) => {
        const backwards = numbers.map((number, i): [string, string[]] => [`${i}`, i === 0 ? [] : [`${number % i}`]]);
        expect(cyclesIn(new Map(backwards))).toEqual([]);
        const round = new Map(backwards);
        round.set("0", [`${numbers.length - 1}`]);
        expect(cyclesIn(round)).toHaveLength(1);
      }),
    );
  });
});
