/** From the cells of a row as they were read to cells of the workbook that are read as the same again. */
import { parseIsoDay } from "../../calendar.ts";
import { type CellValue, type Fill, type Format, style } from "../../workbook/write.ts";
import { DATE, NUMBER } from "../types.ts";

/** Day 0 of a sheet is 30-12-1899; before 1 March 1900 Excel counts a day that never was. */
const DAYS_BEFORE_1970 = 25_569;
const FIRST_SAFE_SERIAL = 61;

/**
 * A number stays a number and a date a date, so that the same is read again; all other kinds (text, what a formula or an error showed)
 * are text. `asText`: a date that is not meant to be one, such as norm 1.2 that became 1 February, must not turn into a date again.
 */
export function cellValue(text: string, kind: number, asText: boolean): CellValue {
  if (text === "") return null;
  if (kind === NUMBER && isPlainNumber(text)) return Number(text);
  if (kind === DATE && !asText) return serial(text) ?? text;
  return text;
}

/** Text format for all that is no date: who mends a number to "01234567" or "1.10" gets just that. */
export function cellFormat(value: CellValue, kind: number): Format {
  return kind === DATE && typeof value === "number" ? "date" : "text";
}

/** Style of a cell by its format and fill, looked up once. */
export const styleOf: Record<Format, Record<Fill, number>> = {
  general: byFill("general"),
  text: byFill("text"),
  date: byFill("date"),
  share: byFill("share"),
};

function byFill(format: Format): Record<Fill, number> {
  const of = (fill: Fill) => style(format, fill);
  return { none: of("none"), header: of("header"), error: of("error"), warning: of("warning"), marked: of("marked") };
}

const isPlainNumber = (text: string): boolean => Number.isFinite(Number(text)) && String(Number(text)) === text;

function serial(text: string): number | undefined {
  const day = parseIsoDay(text);
  if (day === undefined || day + DAYS_BEFORE_1970 < FIRST_SAFE_SERIAL) return undefined;
  return day + DAYS_BEFORE_1970;
}
