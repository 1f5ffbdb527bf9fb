import { dutchDay } from "../../calendar.ts";
import { readDate } from "../values.ts";
import type { CellRule } from "./rule.ts";

export const dateFuture: CellRule = {
  code: "DATE_FUTURE",
  severity: "error",
  about: "cell",
  columns: ["toetsdatum"],
  check: ({ text }, given) => {
    const day = readDate(text, given.today);
    return day !== undefined && day > given.today ? { params: { date: dutchDay(day), today: dutchDay(given.today) } } : undefined;
  },
};
