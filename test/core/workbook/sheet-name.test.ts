import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usableSheetName } from "../../../core/workbook/sheet-name.ts";

describe("the name of a sheet", () => {
  it.each([
    ["Aanlevering", "Aanlevering"],
    ["maart/april [2026]: wat?", "maart_april _2026__ wat_"],
    ["'s-Hertogenbosch'", "_s-Hertogenbosch_"],
    ["", "Blad"],
    ["History", "History_"],
    ["een naam die langer is dan Excel toestaat", "een naam die langer is dan Exce"],
  ])("%j becomes %j", (name, expected) => {
    expect(usableSheetName(name, [])).toBe(expected);
  });

  it("gets a number when it is taken, without regard to case", () => {
    expect(usableSheetName("blad", ["Blad", "BLAD (2)"])).toBe("blad (3)");
    const long = "een naam die langer is dan Excel toestaat";
    expect(usableSheetName(long, [usableSheetName(long, [])])).toBe("een naam die langer is dan  (2)");
  });

  it("is always one that Excel accepts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 50 }), (name) => {
        const usable = usableSheetName(name, ["x", "Blad"]);
        expect(usable.length).toBeGreaterThan(0);
        expect(usable.length).toBeLessThanOrEqual(31);
        expect(usable).not.toMatch(/[[\]:*?/\\]|^'|'$/);
      }),
    );
  });
});
