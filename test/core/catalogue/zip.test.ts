import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { unzipCatalogue, zipCatalogue } from "../../../core/catalogue/zip.ts";

const files = [
  { path: "bodies.json", text: "[]" },
  { path: "frameworks/ksw.json", text: '{"titel":"é"}' },
];

describe("a catalogue as a ZIP", () => {
  it("comes back as it was, and is the same bytes every time", () => {
    expect(unzipCatalogue(zipCatalogue(files))).toEqual(files);
    expect(zipCatalogue(files)).toEqual(zipCatalogue(files));
  });

  it("may lie in a folder of its own, with what programs leave behind", () => {
    const packed = zipSync({
      "normenkader/bodies.json": strToU8("[]"),
      "normenkader/frameworks/ksw.json": strToU8('{"titel":"é"}'),
      "normenkader/README.md": strToU8("tekst"),
      "normenkader/.bodies.json": strToU8("oud"),
      "__MACOSX/normenkader/bodies.json": strToU8("x"),
    });
    expect(unzipCatalogue(packed)).toEqual(files);
  });

  it("is refused in words when it is no ZIP, or a bomb", () => {
    for (const bytes of [new Uint8Array(), strToU8("geen zip"), zipCatalogue(files).slice(0, 60)]) {
      expect(() => unzipCatalogue(bytes)).toThrow(expect.objectContaining({ name: "InvalidCatalogue" }));
    }
    const bomb = zipSync({ "bodies.json": new Uint8Array(9_000_000) });
    expect(bomb.length).toBeLessThan(20_000);
    expect(() => unzipCatalogue(bomb)).toThrow(expect.objectContaining({ problems: [expect.stringContaining("groter dan 8 MB")] }));
  });
});
