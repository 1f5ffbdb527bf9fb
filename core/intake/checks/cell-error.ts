import { columnNames } from "../columns.ts";
import { ERROR } from "../types.ts";
import type { CellRule } from "./rule.ts";

/** A cell in which the spreadsheet itself shows an error, also when it was saved as text. */
export const cellError: CellRule = {
  code: "CELL_ERROR",
  severity: "error",
  about: "cell",
  columns: columnNames,
  check: ({ text, kind }) => (kind === ERROR || errorTexts.has(text.toUpperCase()) ? {} : undefined),
};

const errorTexts = new Set([
  "#N/B",
  "#N/A",
  "#VERW!",
  "#REF!",
  "#WAARDE!",
  "#VALUE!",
  "#NAAM?",
  "#NAME?",
  "#DEEL/0!",
  "#DIV/0!",
  "#GETAL!",
  "#NUM!",
  "#LEEG!",
  "#NULL!",
]);
