import type { Day } from "../calendar.ts";

/**
 * Reports of one reference under two labels are one audit when their last days lie at most so far apart. An audit takes one to three days,
 * in steps that may lie weeks apart (an exploratory day, the main days later), and the labels may end on different ones of them: a month
 * covers that. A next test of the same organisation comes a year later at the earliest, so a reference that was used again does not.
 */
export const COMBINED_WITHIN_DAYS = 31;

/** May two reports of one body, reference and organisation under two labels be one audit, as far as their last days go? */
export const isOneAudit = (day: Day, otherDay: Day): boolean => Math.abs(day - otherDay) <= COMBINED_WITHIN_DAYS;
