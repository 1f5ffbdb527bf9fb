/** "Bedoelde u …?" */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likelyNorms } from "../../../core/intake/checks/norm-unknown.ts";
import type { Given } from "../../../core/intake/checks/rule.ts";
import { editDistance, nearest } from "../../../core/intake/near.ts";
import { createSuggester } from "../../../core/intake/suggest.ts";
import { cpuMs } from "../../cpu-ms.ts";

const plain = (text: string) => text;

test("counts insertions, deletions, replacements and swapped neighbours", () => {
  expect(editDistance("hertoets", "hertoest", 3)).toBe(1);
  expect(editDistance("voldoet", "voldeot", 3)).toBe(1);
  expect(editDistance("basis", "bass", 3)).toBe(1);
  expect(editDistance("basis", "bazis", 3)).toBe(1);
  expect(editDistance("", "abc", 3)).toBe(3);
  expect(editDistance("nieuw", "verwijderd", 3)).toBe(4);
});

test("is a distance: symmetric, zero only for equal texts, and never above the limit by more than one", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      const distance = editDistance(a, b, limit);
      expect(distance).toBe(editDistance(b, a, limit));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(limit + 1);
      expect(distance).toBe(Math.min(editDistance(a, b, 99), limit + 1));
    }),
  );
});

describe("the nearest", () => {
  test("come alone, and only when near", () => {
    expect(nearest("niew", ["nieuw", "gewijzigd", "verwijderd"], plain)).toEqual(["nieuw"]);
    expect(nearest("onzin", ["nieuw", "gewijzigd", "verwijderd"], plain)).toEqual([]);
    expect(nearest("", ["a"], plain)).toEqual([]);
  });

  test("are not offered when there are too many of them", () => {
    const codes = Array.from({ length: 9 }, (_, index) => `V1${index}`);
    expect(nearest("V1X", codes, plain)).toEqual([]);
  });

  test("norm differs first in zeros, separators and look-alikes", () => {
    const codes = ["V01", "V02", "V10", "V11", "D01", "1.2", "12"];
    const given = { suggest: createSuggester() } as unknown as Given;
    const likely = (text: string) => likelyNorms(text, framework(codes), given);
    expect([likely("V1"), likely("v-01"), likely("VO2"), likely("Vl1"), likely("norm D1"), likely("1-2")]).toEqual([
      ["V01"],
      ["V01"],
      ["V02"],
      ["V11"],
      ["D01"],
      ["1.2"],
    ]);
  });

  test("norm costs the same in a large framework as in a small one, once no more is suggested", () => {
    const large = framework(Array.from({ length: 200 }, (_, index) => `${1 + (index % 9)}.${1 + Math.floor(index / 9)}`));
    const given = { suggest: () => [] } as unknown as Given;
    const begin = cpuMs();
    for (let index = 0; index < 50_000; index++) likelyNorms(`Q${index}`, large, given);
    // Some 0.1 s; looking at every norm each time takes 10 s.
    expect(cpuMs() - begin).toBeLessThan(2_000);
  });

  test("are no longer looked for when a file has too many wrong values", () => {
    const suggest = createSuggester();
    const words = ["voldoet"];
    let offered = 0;
    for (let value = 0; value < 300_000; value++) offered += suggest("voldeot", words).length;
    expect(offered).toBe(200_000);
  });
});

function framework(codes: readonly string[]) {
  return { norms: codes.map((code) => ({ code, title: code, category: "A" })) };
}
