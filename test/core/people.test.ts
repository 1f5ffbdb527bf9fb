import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupOf, type Part, partsOf, roles } from "../../core/access.ts";
import { bodyCode } from "../../core/ids.ts";
import { isEmailAddress, readEmail, readPersonName } from "../../core/people.ts";

describe("an address", () => {
  it.each(["a@b.nl", "voor.na-am+werk@sub.organisatie.nl", "o'neill@instelling.example", "x@xn--bcher-kva.example"])(
    "%s is one",
    (address) => {
      expect(isEmailAddress(address)).toBe(true);
    },
  );

  it.each([
    "",
    "a",
    "a@b",
    "@b.nl",
    "a@.nl",
    "a@b..nl",
    "a..b@c.nl",
    ".a@b.nl",
    "a.@b.nl",
    "a b@c.nl",
    "a@b.nl\nBcc: c@d.nl",
    "a@b.nl,c@d.nl",
    '"a b"@c.nl',
    "<a@b.nl>",
    "a@-b.nl",
    // Cyrillic а, a domain with an umlaut, a sign that turns the direction of reading.
    "\u0430da@voorbeeld.nl",
    "a@bücher.example",
    "\u202Eada@voorbeeld.nl",
    `${"a".repeat(65)}@b.nl`,
    `a@${"b".repeat(64)}.nl`,
    `a@${"b.".repeat(70)}nl`,
  ])("%j is none", (address) => {
    expect(isEmailAddress(address)).toBe(false);
  });

  it("is read in small letters, without what stands around it", () => {
    expect(readEmail("  Ada@Voorbeeld.NL\t")).toBe("ada@voorbeeld.nl");
  });

  it("of any length and shape is judged at once", () => {
    const began = performance.now();
    for (const long of ["a".repeat(1e6), `a@${"a-".repeat(60)}`, `${"a.".repeat(60)}@`]) expect(isEmailAddress(long)).toBe(false);
    expect(performance.now() - began).toBeLessThan(100);
  });
});

describe("a name", () => {
  it.each([
    ["  Ada   van\tBuren ", "Ada van Buren"],
    ["Ada\r\nBcc: x", "Ada Bcc: x"],
    ["Zo\u0065\u0308", "Zoë"],
    ["A\u202Edab\u200B", "Adab"],
    ["<b>Ada</b>", "<b>Ada</b>"],
    ["李小龙", "李小龙"],
    ["😀".repeat(80), "😀".repeat(80)],
  ])("%j is read as %j", (typed, name) => {
    expect(readPersonName(typed)).toBe(name);
  });

  it.each(["", "   ", "\n\u200B\u202E", "a".repeat(81), "a".repeat(1e6)])("that is nothing, or longer than a line, is none", (typed) => {
    expect(readPersonName(typed)).toBeUndefined();
  });

  it("read twice is the same, and stands on one line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const name = readPersonName(typed);
        if (name === undefined) return;
        expect(readPersonName(name)).toBe(name);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});

it("every part has a group of its own, which gives that part and no other", () => {
  const parts = roles.flatMap((role): Part[] =>
    role === "body" ? ["ciio", "een-ander"].map((code) => ({ role, body: bodyCode(code) })) : [{ role }],
  );
  expect(new Set(parts.map(groupOf)).size).toBe(parts.length);
  for (const part of parts) expect(partsOf([groupOf(part), "nieuwsbrief"])).toEqual([part]);
});
