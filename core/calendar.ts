import { once } from "./once.ts";

/** Dates without a clock: a day is a whole number of days since 1970-01-01, written `jjjj-mm-dd` in data and `dd-mm-jjjj` for people. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** The day of year, month (1-12) and day of the month; undefined when the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists ? Math.floor(date.getTime() / MS_PER_DAY) : undefined;
}

/** Reads `jjjj-mm-dd`; undefined for anything else. */
export function parseIsoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** `jjjj-mm-dd` */
export const isoDay = (day: Day): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** `dd-mm-jjjj` */
export function dutchDay(day: Day): string {
  const [year, month, dayOfMonth] = isoDay(day).split("-");
  return `${dayOfMonth}-${month}-${year}`;
}

/** Calendar year of a day. */
export const yearOf = (day: Day): number => new Date(day * MS_PER_DAY).getUTCFullYear();

/** Whole months from one day to a later one; negative, and rounded down, to an earlier one. The 31st to the 30th of a month is not whole. */
export function monthsBetween(from: Day, until: Day): number {
  const [year, month, dayOfMonth] = partsOf(from);
  const [untilYear, untilMonth, untilDayOfMonth] = partsOf(until);
  return (untilYear - year) * 12 + untilMonth - month - (untilDayOfMonth < dayOfMonth ? 1 : 0);
}

/** The week of a day as ISO 8601 counts: `2026-W48`. Weeks begin on Monday; the week with the first Thursday of a year is its first. */
export function isoWeek(day: Day): string {
  // Day 0 was a Thursday, 3 days after the Monday of its week.
  const thursday = Math.floor((day + 3) / 7) * 7;
  const year = yearOf(thursday);
  const week = Math.floor((thursday - dayOf(year, 1, 1)!) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

const partsOf = (day: Day) => isoDay(day).split("-").map(Number) as [year: number, month: number, dayOfMonth: number];

/** The day that it is in the Netherlands at an instant (ISO 8601): deliveries, deadlines and reference dates go by Dutch time. */
export function amsterdamDay(instant: string): Day {
  const at = new Date(instant);
  const day = parseIsoDay(dutchDays().format(at));
  if (day === undefined) throw new RangeError(`not an instant: ${instant}`);
  return day;
}

/** The time of day in the Netherlands at an instant (ISO 8601): `10:58`. Throws RangeError for what is no instant. */
export const amsterdamClock = (instant: string): string => dutchClock().format(new Date(instant));

/*
 * When Dutch summer time begins and ends is asked of the runtime: the one thing that the core takes from the machine it runs on
 * (docs/decisions/0013-dutch-time.md). The zone is named, so that the clock setting of the machine does not matter. `sv-SE` writes
 * `jjjj-mm-dd`, and hours from 00 to 23.
 */
const inDutchTime = (parts: Intl.DateTimeFormatOptions) =>
  // Made when first asked: a time zone takes 10 ms of CPU to read, of which a function that starts has 150.
  once(() => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", ...parts }));
const dutchDays = inDutchTime({ year: "numeric", month: "2-digit", day: "2-digit" });
const dutchClock = inDutchTime({ hour: "2-digit", minute: "2-digit" });
