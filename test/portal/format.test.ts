import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count, day, duration, moment, number, percent } from "../../portal/format.ts";
import { slice } from "../../portal/selection.ts";

describe("Dutch numbers, days and times", () => {
  it("have a point between thousands and a comma before decimals", () => {
    expect(number(1_240)).toBe("1.240");
    expect(percent(0.0819)).toBe("8,2%");
  });

  it("count in the singular and the plural", () => {
    expect([0, 1, 2].map((value) => count(value, "norm", "normen"))).toEqual(["0 normen", "1 norm", "2 normen"]);
  });

  it.each([
    [0, "0%"],
    [0.0001, "<0,1%"],
    [0.012, "1,2%"],
    [0.1, "10%"],
    [0.284, "28%"],
    [0.988, "98,8%"],
    [0.9999, ">99,9%"],
    [1, "100%"],
  ])("%s reads %s", (fraction, words) => {
    expect(percent(fraction)).toBe(words);
  });

  it("never say 0% of what is more, or 100% of what is less", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (n, some) => {
        const x = some % (n + 1);
        expect(percent(x / n) === "0%").toBe(x === 0);
        expect(percent(x / n) === "100%").toBe(x === n);
      }),
    );
  });

  it("are days as dd-mm-jjjj and moments in Dutch time, summer and winter", () => {
    expect(day("2025-12-31")).toBe("31-12-2025");
    expect(moment("2026-03-14T09:58:00.000Z")).toBe("14-03-2026, 10:58");
    expect(moment("2026-06-30T22:30:00.000Z")).toBe("01-07-2026, 00:30");
  });

  it("leave alone what is no date", () => {
    expect(day("ooit")).toBe("ooit");
    expect(moment("")).toBe("");
  });

  it.each([
    [420, "0,4 s"],
    [9_949, "9,9 s"],
    [12_300, "12 s"],
    [59_600, "1 min 0 s"],
    [185_000, "3 min 5 s"],
    [7_800_000, "2 u 10 min"],
    [-5, "0 s"],
  ])("%i ms lasts %s", (ms, words) => {
    const start = Date.parse("2026-01-01T00:00:00.000Z");
    expect(duration(new Date(start).toISOString(), new Date(start + ms).toISOString())).toBe(words);
  });

  it("know no duration of what has no time", () => {
    expect(duration("", "2026-01-01T00:00:00Z")).toBeUndefined();
  });
});

it("pages of a list hold every item once, in order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (all, size) => {
      const { pages } = slice(all, 1, size);
      const shown = Array.from({ length: pages }, (_, i) => slice(all, i + 1, size));
      expect(shown.flatMap((page) => page.items)).toEqual(all);
      expect(slice(all, pages + 5, size)).toEqual(shown.at(-1));
      for (const { from, to, items } of shown) expect(to - from + 1).toBe(items.length || 1);
    }),
  );
});
