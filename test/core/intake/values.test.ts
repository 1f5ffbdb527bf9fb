/** Cells as Dutch spreadsheets write them. */
import { describe, expect, test } from "vitest";
import { isoDay } from "../../../core/calendar.ts";
import { excelLostZero } from "../../../core/intake/checks/excel-lost-zero.ts";
import { dateOfNorm, normsBehind } from "../../../core/intake/checks/excel-norm-as-date.ts";
import { looksLikeFormula } from "../../../core/intake/checks/formula-like.ts";
import { columnLetter, foldHeader } from "../../../core/intake/columns.ts";
import { DATE, NUMBER, TEXT } from "../../../core/intake/types.ts";
import { readDate, readDecimal, readKvk, readMunicipality, scoreWordsOf } from "../../../core/intake/values.ts";
import { catalogue } from "../../fixtures/catalogue.ts";
import { today } from "./deliver.ts";

const day = (text: string) => {
  const read = readDate(text, today);
  return read === undefined ? undefined : isoDay(read);
};

describe("a date", () => {
  test.each([
    ["14-03-2024", "2024-03-14"],
    ["2-1-12", "2012-01-02"],
    ["2-01-12", "2012-01-02"],
    ["14/03/2024", "2024-03-14"],
    ["14.3.2024", "2024-03-14"],
    ["2024-03-14", "2024-03-14"],
    ["2024-03-14T00:00:00.000Z", "2024-03-14"],
    ["14-3-2024 0:00", "2024-03-14"],
    ["29-2-2024", "2024-02-29"],
  ])("%s is read", (text, read) => expect(day(text)).toBe(read));

  test.each(["31-02-2024", "29-2-2023", "03/25/2024", "14-03/2024", "14 maart 2024", "2024", "45365", "14-3-024", "0-1-2024", ""])(
    "%s is not read",
    (text) => expect(day(text)).toBeUndefined(),
  );

  test("with a year of two digits lies at most ten years ahead of today", () => {
    expect([day("1-1-26"), day("1-1-36"), day("1-1-37"), day("1-1-99"), day("1-1-00")]).toEqual([
      "2026-01-01",
      "2036-01-01",
      "1937-01-01",
      "1999-01-01",
      "2000-01-01",
    ]);
  });
});

describe("a KvK number", () => {
  test.each([
    ["01234567", "01234567"],
    ["1234567", "01234567"],
    ["12 34 56 78", "12345678"],
    ["12.345.678", "12345678"],
    ["1234", "00001234"],
  ])("%s is read as %s", (text, read) => expect(readKvk(text, catalogue)).toBe(read));

  test.each(["123456", "123456789", "000012345678", "NL1234567", "1,23E+07", "2026-02-01", "01.02.2026", "1234567.8", ""])(
    "%s is not read",
    (text) => expect(readKvk(text, catalogue)).toBeUndefined(),
  );
});

describe("a number", () => {
  test.each([
    ["12,5", 12.5],
    ["12", 12],
    ["1.250,75", 1250.75],
    ["12.5", 12.5],
    ["0.500", 0.5],
    ["1 250", 1250],
    ["-3", -3],
  ])("%s in a CSV file is read", (text, value) => expect(readDecimal(text, false)).toBe(value));

  test.each(["1.250", "12,5,5", "12.500.000", "twaalf", "1,250.75", "5%", "∞"])("%s in a CSV file is not read", (text) =>
    expect(readDecimal(text, false)).toBeUndefined(),
  );

  test("of a workbook has a point", () => {
    expect([readDecimal("1.25", true), readDecimal("1.250", true), readDecimal("1e-7", true)]).toEqual([1.25, 1.25, 1e-7]);
  });
});

test("a municipality has a code of GM and four digits", () => {
  expect(["GM0363", "gm0363", "0363", "GM363", "Amsterdam"].map(readMunicipality)).toEqual([
    "GM0363",
    "GM0363",
    undefined,
    undefined,
    undefined,
  ]);
});

test("a body's own score terms stand beside the words of the specification, and win from them", () => {
  const terms = scoreWordsOf({ "Major NC": "voldoet niet", Voldoet: "voldoet deels", onzin: "geen score" });
  expect([terms.get("major nc"), terms.get("voldoet"), terms.get("voldoet niet"), terms.get("onzin")]).toEqual([0, 1, 0, undefined]);
});

describe("a norm that Excel made a date", () => {
  const nvvk = catalogue.frameworkByKey.get("NVVK/basis/2021");
  test.each(["1-2-2026", "01-02-2026", "1-feb", "1-feb-26", "feb-01", "2026-02-01", "1/2/2026", "2-jan", "2 jan."])(
    "%s can be norm 1.2",
    (text) => {
      const date = dateOfNorm(text, TEXT);
      expect(date && nvvk && normsBehind(date, nvvk)).toEqual(["1.2"]);
    },
  );

  test.each(["1.2", "V01", "1-2", "1.2.3", "feb", "12-abc"])("%s is no date", (text) => expect(dateOfNorm(text, TEXT)).toBeUndefined());

  test("is one when the cell is a date, however it looks", () => {
    expect(dateOfNorm("46054", DATE)).toBeDefined();
  });

  test("is left open when two norms fit", () => {
    const framework = {
      norms: [{ code: "1.2" }, { code: "2.1" }],
      normIndex: new Map([
        ["1.2", 0],
        ["2.1", 1],
      ]),
    };
    expect(normsBehind({ day: 1, month: 2 }, framework as never)).toEqual(["1.2", "2.1"]);
  });
});

describe("a norm that lost a zero in Excel", () => {
  const framework = {
    key: "X/basis/1",
    norms: [{ code: "1.1" }, { code: "1.10" }, { code: "02" }],
    normIndex: new Map([
      ["1.1", 0],
      ["1.10", 1],
      ["02", 2],
    ]),
  };
  const suggested = (text: string, kind: number) => {
    const fired = excelLostZero.check({ column: "norm", raw: text, text, kind }, framework as never, {} as never);
    return fired?.params?.["suggestions"];
  };

  test("is named where the code is no norm but one with zeros is", () => {
    expect([suggested("2", TEXT), suggested("2", NUMBER), suggested("3", TEXT), suggested("V2", TEXT)]).toEqual([
      ["02"],
      ["02"],
      undefined,
      undefined,
    ]);
  });

  test("is named too where a number cell can be two norms; as text it is what it says", () => {
    expect(suggested("1.1", NUMBER)).toEqual(["1.1", "1.10"]);
    expect([suggested("1.1", TEXT), suggested("1.10", TEXT), suggested("02", TEXT)]).toEqual([undefined, undefined, undefined]);
  });
});

describe("a text that a spreadsheet would run", () => {
  test.each(["=1+1", "@SUM(A1)", "+A1", "-2+3", "\t=1", "=cmd|' /C calc'!A0", '="0123"&"4"'])("%j looks like a formula", (text) =>
    expect(looksLikeFormula(text)).toBe(true),
  );
  test.each(["- goed", "-5", "-3,5", "+31 6 12345678", "+5", "= goed", "@ kantoor", "a=b", "-", '="01234567"', "-- zie bijlage", "\t "])(
    "%j does not",
    (text) => expect(looksLikeFormula(text)).toBe(false),
  );
});

test("columns have Excel's letters", () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnLetter)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
});

test("headers are alike without case, spaces, underscores, hyphens, dots and diacritics", () => {
  expect(
    new Set(["Cliëntenraad_gesproken", "CLIENTENRAAD gesproken", "cliëntenraad-gesproken ", "clientenraad.gesproken"].map(foldHeader)).size,
  ).toBe(1);
});
