import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDay, isoWeek, monthsBetween, parseIsoDay } from "../../core/calendar.ts";

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

test.each([
  ["2026-11-25", "2026-W48"],
  ["2026-11-29", "2026-W48"],
  ["2026-11-30", "2026-W49"],
  // ISO 8601: the last days of a year can be in the first week of the next, and the first in the last of the one before.
  ["2024-12-30", "2025-W01"],
  ["2027-01-03", "2026-W53"],
  ["2021-01-01", "2020-W53"],
  ["1969-12-31", "1970-W01"],
])("%s is in week %s", (day, week) => {
  expect(isoWeek(parseIsoDay(day)!)).toBe(week);
});

test("a week has seven days, and days seven apart are never in the same one", () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 40_000 }), (day) => {
      const week = Array.from({ length: 14 }, (_, i) => isoWeek(day + i));
      expect(week[0]).not.toBe(week[7]);
      expect(new Set(week).size).toBe(day % 7 === 4 || day % 7 === -3 ? 2 : 3);
    }),
  );
});
