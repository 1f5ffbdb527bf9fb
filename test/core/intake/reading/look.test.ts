import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTROL, CRLF, INVALID, LONE_CR, LONE_LF, look, MULTIBYTE } from "../../../../core/intake/reading/look.ts";

/** The same without any cleverness; `null` for what is not UTF-8. */
function plainly(bytes: Uint8Array): number | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  const has = (what: RegExp, bit: number) => (what.test(text) ? bit : 0);
  const control = [...text].some((character) => /\p{Cc}/u.test(character) && character < "\u0080" && !"\t\n\r".includes(character));
  return (
    has(/[\u0080-\u{10ffff}]/u, MULTIBYTE) |
    (control ? CONTROL : 0) |
    has(/\r\n/, CRLF) |
    has(/(?<!\r)\n/, LONE_LF) |
    has(/\r(?!\n)/, LONE_CR)
  );
}

describe("what a piece has in it", () => {
  const characters = fc.array(fc.constantFrom(..."abc ;~\t\r\n\0\u0001\u001f\u007fé€😀\u0080\uffff", "\r\n", "gewone tekst"), {
    maxLength: 40,
  });
  const bytes = fc.oneof(
    characters.map((parts) => new TextEncoder().encode(parts.join(""))),
    fc.array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.nat(255)), { maxLength: 30 }).map((values) => Uint8Array.from(values)),
  );

  test("is what a plain look at it sees, wherever it lies in memory", () => {
    fc.assert(
      fc.property(bytes, fc.nat(7), (bytes, offset) => {
        const piece = new Uint8Array(bytes.length + 2 * offset).subarray(offset, offset + bytes.length);
        piece.set(bytes);
        const expected = plainly(piece);
        if (expected === null) expect(look(piece) & INVALID).toBe(INVALID);
        else expect(look(piece)).toBe(expected);
      }),
      { numRuns: 3_000 },
    );
  });

  test.each(Array.from({ length: 256 }, (_, byte) => byte))("byte %i is seen in each place of a word", (byte) => {
    for (let place = 0; place < 12; place++) {
      const piece = new Uint8Array(16).fill(0x61);
      piece[place] = byte;
      expect(look(piece) & ~INVALID).toBe(plainly(piece) ?? 0);
      expect((look(piece) & INVALID) !== 0).toBe(byte >= 0x80);
    }
  });
});
