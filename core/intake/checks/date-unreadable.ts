import { dayOf, dutchDay } from "../../calendar.ts";
import { DATE, NUMBER } from "../types.ts";
import { dateParts } from "../values.ts";
import type { CellRule } from "./rule.ts";

/** Days between 30-12-1899, Excel's day zero, and 1-1-1970. */
const EXCEL_EPOCH = 25_569;
const months = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

export const dateUnreadable: CellRule = {
  code: "DATE_UNREADABLE",
  severity: "error",
  about: "cell",
  columns: ["toetsdatum"],
  check: ({ text, kind }, given) => {
    if (kind === DATE || dateParts(text, given.today) !== undefined) return undefined;
    return { params: { suggestions: likelyDate(text, kind) } };
  },
};

/** 45292 without a date format is a day of Excel; "1 maart 2024" speaks for itself. */
function likelyDate(text: string, kind: number): readonly string[] {
  const serial = Number(text);
  if (/^\d{5}(\.\d+)?$/.test(text) && serial > 36_000 && serial < 60_000) return [dutchDay(Math.floor(serial) - EXCEL_EPOCH)];
  if (kind === NUMBER) return [];
  const words = /^(\d{1,2})[ -]([a-z]{3,})\.?[ -](\d{4}|\d{2})$/i.exec(text);
  if (!words) return [];
  const name = (words[2] as string).toLowerCase();
  const month = name.startsWith("maa") ? 3 : months.indexOf(name.slice(0, 3)) + 1;
  const year = Number(words[3]) + ((words[3] as string).length === 2 ? 2000 : 0);
  const day = month > 0 ? dayOf(year, month, Number(words[1])) : undefined;
  return day === undefined ? [] : [dutchDay(day)];
}
