import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDay, monthsBetween, parseIsoDay } from "../../core/calendar.ts";

const months = (from: string, until: string) => monthsBetween(parseIsoDay(from)!, parseIsoDay(until)!);

test("months are whole ones: the last has to be over", () => {
  expect(months("2024-01-15", "2024-02-14")).toBe(0);
  expect(months("2024-01-15", "2024-02-15")).toBe(1);
  expect(months("2023-12-31", "2024-02-29")).toBe(1);
  expect(months("2020-02-29", "2024-02-29")).toBe(48);
  expect(months("2024-02-15", "2024-01-15")).toBe(-1);
});

test("a day later is never fewer months, and the same day so many months on is so many months", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 5_000 }), (from, days) => {
      expect(monthsBetween(from, from + days + 1)).toBeGreaterThanOrEqual(monthsBetween(from, from + days));
      const [year, month, dayOfMonth] = isoDay(from).split("-");
      const nextYear = parseIsoDay(`${Number(year) + 1}-${month}-${dayOfMonth}`);
      if (nextYear !== undefined) expect(monthsBetween(from, nextYear)).toBe(12);
    }),
  );
});
