import { isStoredNumber, numberColumnNames, numberColumns } from "../number-columns.ts";
import { readDecimal } from "../values.ts";
import type { CellRule } from "./rule.ts";

export const numberOutOfRange: CellRule = {
  code: "NUMBER_OUT_OF_RANGE",
  severity: "error",
  about: "cell",
  columns: numberColumnNames,
  check: ({ text, kind, column }) => {
    const range = numberColumns.get(column);
    const value = readDecimal(text, isStoredNumber(kind));
    if (range === undefined || value === undefined || (value >= range.min && value <= range.max)) return undefined;
    return { params: { min: range.min, max: range.max } };
  },
};
