/**
 * Numbers and times as readers of the page's language write them (`core/numbers.ts`); always Dutch time. Days are dd-mm-jjjj in both, as they
 * stand in the deliveries.
 */
import { amsterdamClock, amsterdamDay, dutchDay, parseIsoDay } from "../core/calendar.ts";
import * as numbers from "../core/numbers.ts";
import { useLanguage } from "./language.tsx";

/** 1240 → "1.240"; in English "1,240". */
export const number = (value: number): string => numbers.number(value, useLanguage());

/** 8.19 → "8,2"; in English "8.2". */
export const decimal = (value: number): string => numbers.decimal(value, useLanguage());

/** 0.932 → "0,93"; in English "0.93". */
export const hundredths = (value: number): string => numbers.hundredths(value, useLanguage());

/** "1 norm", "3 normen". */
export const count = (value: number, one: string, many: string): string => numbers.count(value, one, many, useLanguage());

/** A fraction as a percentage: 0.28 → "28%", 0.0819 → "8,2%"; in English "8.2%". */
export const percent = (fraction: number): string => numbers.percent(fraction, useLanguage());

/** `jjjj-mm-dd` → "31-12-2025". Text that is no day is shown as it is. */
export function day(iso: string): string {
  const parsed = parseIsoDay(iso);
  return parsed === undefined ? iso : dutchDay(parsed);
}

/** ISO 8601 → "14-03-2026, 10:58" in Dutch time. Text that is no instant is shown as it is. */
export function moment(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : `${dutchDay(amsterdamDay(iso))}, ${amsterdamClock(iso)}`;
}

/** Time between two instants (ISO 8601): "0,4 s", "12 s", "3 min 5 s", "2 u 10 min". Undefined when either is no instant. */
export function duration(from: string, to: string): string | undefined {
  const ms = Date.parse(to) - Date.parse(from);
  if (Number.isNaN(ms)) return undefined;
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return `${decimal(seconds)} s`;
  const rounded = Math.round(seconds);
  if (rounded < 60) return `${rounded} s`;
  if (rounded < 3600) return `${Math.floor(rounded / 60)} min ${rounded % 60} s`;
  return `${Math.floor(rounded / 3600)} u ${Math.floor((rounded % 3600) / 60)} min`;
}
