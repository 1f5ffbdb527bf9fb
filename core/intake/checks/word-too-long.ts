import type { ColumnName } from "../columns.ts";
import type { CellRule } from "./rule.ts";

/** Short fields that are kept with the report: a text in them is a shifted column or a mistake. */
const limits: ReadonlyMap<ColumnName, number> = new Map<ColumnName, number>([
  ["organisatie", 200],
  ["discipline", 64],
  ["thema", 100],
]);

export const wordTooLong: CellRule = {
  code: "WORD_TOO_LONG",
  severity: "error",
  about: "cell",
  columns: [...limits.keys()],
  check: ({ text, column }) => {
    const limit = limits.get(column) ?? Number.POSITIVE_INFINITY;
    return text.length > limit ? { params: { length: text.length, limit } } : undefined;
  },
};
