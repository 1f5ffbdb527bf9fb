import { type Day, dayOf, yearOf } from "../../calendar.ts";
import { halfYearName, halfYearOf } from "../../scoring/half-year.ts";

export const spans = ["jaar", "halfjaar"] as const;
export type Span = (typeof spans)[number];

/** A stretch of time as a number that counts on: years, or half-years (`HalfYear`). */
export const periodOf = (day: Day, span: Span): number => (span === "jaar" ? yearOf(day) : halfYearOf(day));

/** `2024`, `2024-H1` */
export const periodName = (period: number, span: Span): string => (span === "jaar" ? String(period) : halfYearName(period));

export function lastDayOf(period: number, span: Span): Day {
  const year = span === "jaar" ? period : Math.floor(period / 2);
  return span === "jaar" || period % 2 === 1 ? dayOf(year, 12, 31)! : dayOf(year, 6, 30)!;
}
