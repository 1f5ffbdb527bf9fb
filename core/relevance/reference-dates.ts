import { type Day, dayOf, isoDay } from "../calendar.ts";

/** The same day so many years earlier: yearly reference dates and windows. 29 February becomes 28 February. */
export function yearsBefore(day: Day, years: number): Day {
  const [year, month, dayOfMonth] = isoDay(day).split("-").map(Number) as [number, number, number];
  return dayOf(year - years, month, dayOfMonth) ?? dayOf(year - years, month, dayOfMonth - 1)!;
}

/** The same day so many months earlier (later, below 0); where that month is shorter, its last day. */
export function monthsBefore(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = isoDay(day).split("-").map(Number) as [number, number, number];
  const counted = year * 12 + month - 1 - months;
  const [inYear, inMonth] = [Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1];
  const found = [0, 1, 2, 3].map((shorter) => dayOf(inYear, inMonth, dayOfMonth - shorter)).find((one) => one !== undefined);
  return found!;
}
