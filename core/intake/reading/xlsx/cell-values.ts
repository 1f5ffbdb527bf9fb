import { isoDay } from "../../../calendar.ts";

/** A number as Excel shows it when there is room: 15 digits, so without the noise of binary fractions (1.1000000000000001). */
export function numberText(stored: string): string {
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(15)));
}

/**
 * The day of a date cell as `jjjj-mm-dd`, without its time; null if it is no day that Excel can show. Source: ECMA-376 part 1, 18.17.4.1.
 * Counted from 1900, day 60 is 29 February 1900, which never was: Excel shows it all the same.
 */
export function dateText(stored: string, from1904: boolean): string | null {
  const days = Math.floor(Number(stored));
  if (!Number.isFinite(days)) return null;
  if (from1904) return days >= 0 && days <= LAST_DAY - 1462 ? isoDay(days + 1462 - DAYS_TO_1970) : null;
  if (days < 1 || days > LAST_DAY) return null;
  if (days === 60) return "1900-02-29";
  return isoDay(days - DAYS_TO_1970 + (days < 60 ? 1 : 0));
}

/** The characters that XML cannot hold stand as `_x000D_`; an underscore that would look like that stands as `_x005F_`. ECMA-376 part 1, 22.9.2.19. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** 31-12-9999 counted from 1900. */
const LAST_DAY = 2_958_465;
const DAYS_TO_1970 = 25_569;
