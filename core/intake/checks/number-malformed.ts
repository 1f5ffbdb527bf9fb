import { isStoredNumber, numberColumnNames, numberColumns } from "../number-columns.ts";
import { isAmbiguousDecimal, readDecimal } from "../values.ts";
import type { CellRule } from "./rule.ts";

export const numberMalformed: CellRule = {
  code: "NUMBER_MALFORMED",
  severity: "error",
  about: "cell",
  columns: numberColumnNames,
  check: ({ text, kind, column }) => {
    const whole = numberColumns.get(column)?.whole === true;
    if (!isStoredNumber(kind) && isAmbiguousDecimal(text)) return undefined;
    const value = readDecimal(text, isStoredNumber(kind));
    if (value !== undefined && (!whole || Number.isInteger(value))) return undefined;
    return { params: { whole: whole ? 1 : 0 } };
  },
};
