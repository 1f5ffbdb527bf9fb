import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count, decimal, hundredths, number, percent } from "../../core/numbers.ts";

describe("numbers as people read them", () => {
  it("have a point between thousands in Dutch, a comma in English", () => {
    expect([number(1_234_567), number(1_234_567, "en"), number(999)]).toEqual(["1.234.567", "1,234,567", "999"]);
  });

  it("have at most one decimal, with the mark of the language", () => {
    expect([8.19, 12, 0.04, 1_240.56].map((value) => decimal(value))).toEqual(["8,2", "12", "0", "1.240,6"]);
    expect(decimal(1_240.56, "en")).toBe("1,240.6");
    expect([decimal(-0.46), number(-1_240)]).toEqual(["-0,5", "-1.240"]);
  });

  it("count in the singular and the plural, in both languages", () => {
    expect([0, 1, 1_200].map((value) => count(value, "norm", "normen"))).toEqual(["0 normen", "1 norm", "1.200 normen"]);
    expect(count(1_200, "norm", "norms", "en")).toBe("1,200 norms");
  });

  it("are percentages with one decimal near nothing and near everything, where it matters", () => {
    const shares = [0, 0.0001, 0.0819, 0.1, 0.284, 0.902, 0.988, 0.9999, 1];
    expect(shares.map((share) => percent(share))).toEqual(["0%", "<0,1%", "8,2%", "10%", "28%", "90,2%", "98,8%", ">99,9%", "100%"]);
    expect(shares.map((share) => percent(share, "en"))).toEqual(["0%", "<0.1%", "8.2%", "10%", "28%", "90.2%", "98.8%", ">99.9%", "100%"]);
  });

  it("have two decimals between -1 and 1, with a real minus sign, and no minus for nought", () => {
    expect([0.9326, 1, 0, -0.034, -0.001].map((kappa) => hundredths(kappa))).toEqual(["0,93", "1,00", "0,00", "−0,03", "0,00"]);
    expect(hundredths(0.9326, "en")).toBe("0.93");
  });

  it("never say 0% of what is more, or 100% of what is less, and never go down while the share goes up", () => {
    const value = (share: number) => Number(percent(share, "en").replace(/[<>%]/g, ""));
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), fc.integer({ min: 1, max: 5_000 }), (a, b, n) => {
        const [less, more] = [Math.min(a, b, n) / n, Math.min(Math.max(a, b), n) / n];
        expect(value(less)).toBeLessThanOrEqual(value(more));
        expect(percent(less) === "0%").toBe(less === 0);
        expect(percent(more) === "100%").toBe(more === 1);
      }),
    );
  });
});
