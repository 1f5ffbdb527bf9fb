import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TextPart, wordDifferences } from "../../../core/catalogue/word-differences.ts";

/** Changed pieces between brackets. */
const marked = (parts: readonly TextPart[]) => parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");
const sides = (before: string, after: string) => {
  const { before: a, after: b } = wordDifferences(before, after);
  return [marked(a), marked(b)];
};

describe("the words that two titles do not have in common", () => {
  it.each([
    ["gelijk", "gelijk", "gelijk", "gelijk"],
    [
      "De organisatie meet elk jaar.",
      "De organisatie meet elke drie jaar.",
      "De organisatie meet [elk] jaar.",
      "De organisatie meet [elke drie] jaar.",
    ],
    ["a b c d", "a x y d", "a [b c] d", "a [x y] d"],
    ["a b", "b a", "[a] b", "b [a]"],
    ["Een norm", "Een norm.", "Een norm", "Een norm[.]"],
    ["", "nieuw", "", "[nieuw]"],
    ["oud", "", "[oud]", ""],
    ["  ", "x", "  ", "[x]"],
    [
      "Hij verheldert samen met de cliënt de vraag en legt die vast.",
      "Hij verheldert de vraag.",
      "Hij verheldert [samen met de cliënt] de vraag [en legt die vast].",
      "Hij verheldert de vraag.",
    ],
    ["cliënt's vraag", "cliënten's vraag", "[cliënt]'s vraag", "[cliënten]'s vraag"],
  ])("%j and %j", (before, after, left, right) => {
    expect(sides(before, after)).toEqual([left, right]);
  });

  it("leave both texts whole, and what is not changed is the same on both sides but for white space", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "é", " ", ".", "\n", "-"), maxLength: 40 });
    const common = (parts: readonly TextPart[]) =>
      parts
        .map((part) => (part.changed ? "" : part.text))
        .join("")
        .replace(/\s+/g, "");
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { before: a, after: b } = wordDifferences(before, after);
        expect(a.map((part) => part.text).join("")).toBe(before);
        expect(b.map((part) => part.text).join("")).toBe(after);
        expect(common(a)).toBe(common(b));
        if (before === after) expect([...a, ...b].some(({ changed }) => changed)).toBe(false);
      }),
    );
  });

  it("of two long titles without a word in common are found in a moment", () => {
    const [before, after] = [0, 1].map((odd) => Array.from({ length: 250 }, (_, i) => String.fromCharCode(0x4e00 + 2 * i + odd)).join(" "));
    expect(sides(before!, after!)).toEqual([`[${before}]`, `[${after}]`]);
  });
});
