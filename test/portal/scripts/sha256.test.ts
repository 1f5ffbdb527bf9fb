import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sha256Hex } from "../../../portal/scripts/sha256.ts";

const byNode = (text: string) => createHash("sha256").update(text).digest("hex");

it("is the hash of FIPS 180-4 for its own examples", () => {
  expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256Hex("a".repeat(1_000_000))).toBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
});

it("is the hash that the server makes, of texts of every length around a block, and of any signs", () => {
  for (let length = 0; length < 200; length++) expect(sha256Hex("é".repeat(length))).toBe(byNode("é".repeat(length)));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(sha256Hex(text)).toBe(byNode(text));
    }),
  );
});
