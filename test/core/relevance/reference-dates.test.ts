import { expect, test } from "vitest";
import { monthsBefore } from "../../../core/relevance/reference-dates.ts";
import { day } from "./made-up-view.ts";

test("a month before is the same day, or the last of a shorter month", () => {
  expect(monthsBefore(day("2024-03-31"), 1)).toBe(day("2024-02-29"));
  expect(monthsBefore(day("2023-03-31"), 1)).toBe(day("2023-02-28"));
  expect(monthsBefore(day("2024-01-15"), 1)).toBe(day("2023-12-15"));
  expect(monthsBefore(day("2024-08-31"), -6)).toBe(day("2025-02-28"));
  expect(monthsBefore(day("2024-05-31"), 12)).toBe(day("2023-05-31"));
});
