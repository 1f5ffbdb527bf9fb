import { type Day, isoDay, yearOf } from "../calendar.ts";

/** The period of a tally: a half-year as a number that counts on, 2 × year for January to June and one more for July to December. */
export type HalfYear = number;

export const halfYearOf = (day: Day): HalfYear => yearOf(day) * 2 + (Number(isoDay(day).slice(5, 7)) > 6 ? 1 : 0);

/** `2024-H1`, `2024-H2` */
export const halfYearName = (period: HalfYear): string => `${Math.floor(period / 2)}-H${(period % 2) + 1}`;
