import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldCode, foldWord, losesZeroInExcel } from "../../../core/catalogue/codes.ts";

describe("a norm code", () => {
  it.each([
    ["V01", "v01"],
    [" v 01\u00A0", "V01"],
    ["１.２", "1.2"],
    ["1.2.", "1.2"],
    ["V–01", "V-01"],
    ["\uFEFFV01\u200B", "V01"],
  ])("is the same however it is typed: %j and %j", (a, b) => {
    expect(foldCode(a)).toBe(foldCode(b));
  });

  it.each([
    ["1.2", "12"],
    ["1.2", "1.20"],
    ["1.2", "1,2"],
    ["V1", "V01"],
    ["V-01", "V01"],
  ])("keeps what makes it another code: %j is not %j", (a, b) => {
    expect(foldCode(a)).not.toBe(foldCode(b));
  });

  it("folds to a form that folds to itself", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => foldCode(foldCode(text)) === foldCode(text)));
  });

  it.each(["1.10", "10.0", "V1.20", " 3.100 "])("loses its zero in Excel: %s", (code) => {
    expect(losesZeroInExcel(code)).toBe(true);
  });

  it.each(["V10", "1.01", "10", "1.101", "20.1"])("does not lose a zero in Excel: %s", (code) => {
    expect(losesZeroInExcel(code)).toBe(false);
  });
});

describe("a word of the field", () => {
  it("is the same with other capitals, separators and accents", () => {
    expect(["KvK-nummer", "kvk_nummer", "KVK  nummer", " Kvk\u00A0nummer "].map(foldWord)).toEqual(Array(4).fill("kvk nummer"));
    expect(foldWord("Cliëntenraad")).toBe(foldWord("clientenraad"));
  });
});
