import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dutchNumber, formulaSafe, fraction, writeCsv } from "../../../core/figures/csv.ts";

const read = (text: string): string[][] => parse(text, { delimiter: ";", bom: true, relax_column_count: true });

describe("a CSV file for Dutch Excel", () => {
  it("begins with a byte order mark, separates with ; and ends lines with CRLF", () => {
    expect(writeCsv(["norm", "aandeel"], [["1.2", 0.25]])).toBe("\uFEFFnorm;aandeel\r\n1.2;0,25\r\n");
  });

  it("has a header also without rows", () => {
    expect(writeCsv(["norm"], [])).toBe("\uFEFFnorm\r\n");
  });

  it("gives every text back, but for the mark before a formula", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom('a"b', "a;b", "a\r\nb", " a ")), { minLength: 2, maxLength: 4 }),
          { minLength: 1 },
        ),
        (rows) => {
          expect(read(writeCsv(["a", "b"], rows)).slice(1)).toEqual(rows.map((row) => row.map(formulaSafe)));
        },
      ),
    );
  });

  it.each(["=1+1", "+31612345678x", "-cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "＝1+1", "+1-2", "-1+1"])(
    "makes %j harmless",
    (text) => {
      expect(formulaSafe(text)).toBe(`'${text}`);
    },
  );

  it.each(["-1,5", "-3", "+2.5", "-", "a=b", "", "1-2", "– streepje"])("leaves %j as it is", (text) => {
    expect(formulaSafe(text)).toBe(text);
  });

  it("writes numbers with a decimal comma and without an exponent", () => {
    expect([0.1, -2.5, 1e-7, 1.25e-7, 1e21, -1.5e22, 1000].map((value) => dutchNumber(value))).toEqual([
      "0,1",
      "-2,5",
      "0,0000001",
      "0,000000125",
      "1000000000000000000000",
      "-15000000000000000000000",
      "1000",
    ]);
  });

  it("writes every number so that it is read as the same number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = dutchNumber(value);
        expect(text).toMatch(/^-?\d+(,\d+)?$/);
        expect(Number(text.replace(",", "."))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("writes a share with six decimals, and nothing at n = 0", () => {
    expect([fraction(1 / 3), fraction(0), fraction(1), fraction(null)]).toEqual(["0,333333", "0,000000", "1,000000", ""]);
    expect(() => fraction(Number.NaN)).toThrow(RangeError);
  });
});
