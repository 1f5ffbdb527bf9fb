import { type Day, dayOf, isoDay } from "../calendar.ts";

/** The same day so many years earlier: yearly reference dates and windows. 29 February becomes 28 February. */
export function yearsBefore(day: Day, years: number): Day {
  const [year, month, dayOfMonth] = isoDay(day).split("-").map(Number) as [number, number, number];
  return dayOf(year - years, month, dayOfMonth) ?? dayOf(year - years, month, dayOfMonth - 1)!;
}
