/**
 * Numbers and times as readers of the page's language write them: nl-NL, or en-GB; always Dutch time. Days are dd-mm-jjjj in both, as they
 * stand in the deliveries.
 */
import { amsterdamDay, dutchDay, parseIsoDay } from "../core/calendar.ts";
import { useLanguage } from "./language.tsx";

const locales = { nl: "nl-NL", en: "en-GB" } as const;
const inBoth = (digits: number) => {
  const format = (locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  return { nl: format(locales.nl), en: format(locales.en) };
};
const wholes = inBoth(0);
const oneDecimals = inBoth(1);
const clock = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit" });

/** 1240 → "1.240"; in English "1,240". */
export const number = (value: number): string => wholes[useLanguage()].format(value);

/** 8.19 → "8,2"; in English "8.2". */
export const decimal = (value: number): string => oneDecimals[useLanguage()].format(value);

/** "1 norm", "3 normen". */
export const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;

/**
 * A fraction as a percentage: 0.28 → "28%", 0.0819 → "8,2%". Below 10% and above 90% one decimal tells things apart that matter;
 * what is not nought never reads as 0%, and what is not everything never as 100%.
 */
export function percent(fraction: number): string {
  const value = fraction * 100;
  if (value > 0 && value < 0.05) return `<${decimal(0.1)}%`;
  if (value < 100 && value > 99.95) return `>${decimal(99.9)}%`;
  return `${value < 9.95 || value > 90.05 ? decimal(value) : number(value)}%`;
}

/** `jjjj-mm-dd` → "31-12-2025". Text that is no day is shown as it is. */
export function day(iso: string): string {
  const parsed = parseIsoDay(iso);
  return parsed === undefined ? iso : dutchDay(parsed);
}

/** ISO 8601 → "14-03-2026, 10:58" in Dutch time. Text that is no instant is shown as it is. */
export function moment(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : `${dutchDay(amsterdamDay(iso))}, ${clock.format(at)}`;
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
