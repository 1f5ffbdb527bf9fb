import { dayOf, dutchDay } from "../../calendar.ts";
import { dateParts } from "../values.ts";
import type { CellRule } from "./rule.ts";

/** Looks like a date, but the calendar has no such day. `03/25/2024` was written month first: the mended date is offered. */
export const dateImpossible: CellRule = {
  code: "DATE_IMPOSSIBLE",
  severity: "error",
  about: "cell",
  columns: ["toetsdatum"],
  check: ({ text }, given) => {
    const parts = dateParts(text, given.today);
    if (parts === undefined || dayOf(parts.year, parts.month, parts.day) !== undefined) return undefined;
    const swapped = dayOf(parts.year, parts.day, parts.month);
    return { params: { suggestions: swapped === undefined ? [] : [dutchDay(swapped)] } };
  },
};
