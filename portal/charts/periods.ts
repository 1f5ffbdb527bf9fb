import { parseIsoDay } from "../../core/calendar.ts";
import { inSentence, plain } from "./plain-text.ts";
import type { Wording } from "./wording.ts";

/** A stretch of the time axis: what it is called, its first and its last day (`jjjj-mm-dd`). */
export interface Period {
  readonly label: string;
  readonly from: string;
  readonly until: string;
}

/** Something that happened on a day (`jjjj-mm-dd`): a framework that came into force, a decision about the norm. */
export interface DatedMark {
  readonly date: string;
  readonly label: string;
}

/** A mark in words, as it stands in the drawing and in the table. */
export const markText = ({ label, date }: DatedMark, wording: Wording): string => `${inSentence(label)} (${plain(wording.day(date))})`;

/** Which period a day lies in, and how far (0 its beginning, 1 its end); undefined outside all of them and for what is no day. */
export function placeOf(date: string, periods: readonly Period[]): { readonly period: number; readonly within: number } | undefined {
  const day = parseIsoDay(date);
  if (day === undefined) return undefined;
  for (const [period, { from, until }] of periods.entries()) {
    const [first, last] = [parseIsoDay(from), parseIsoDay(until)];
    if (first === undefined || last === undefined || day < first || day > last) continue;
    return { period, within: (day - first) / (last - first + 1) };
  }
  return undefined;
}

/** Equal columns from `left` to `right`, one per period. */
export function periodColumns(periods: readonly Period[], left: number, right: number) {
  const slot = (right - left) / Math.max(1, periods.length);
  return {
    slot,
    left,
    right,
    middle: (period: number): number => left + (period + 0.5) * slot,
    /** Where a day lies; undefined outside the axis. */
    of(date: string): number | undefined {
      const place = placeOf(date, periods);
      return place && left + (place.period + place.within) * slot;
    },
  };
}
export type PeriodColumns = ReturnType<typeof periodColumns>;
