import { numberColumnNames, numberColumns } from "../number-columns.ts";
import { NUMBER } from "../types.ts";
import { isAmbiguousDecimal, readDecimal } from "../values.ts";
import type { CellRule } from "./rule.ts";

export const numberMalformed: CellRule = {
  code: "NUMBER_MALFORMED",
  severity: "error",
  about: "cell",
  columns: numberColumnNames,
  check: ({ text, kind, column }) => {
    const whole = numberColumns.get(column)?.whole === true;
    if (kind !== NUMBER && isAmbiguousDecimal(text)) return undefined;
    const value = readDecimal(text, kind === NUMBER);
    if (value !== undefined && (!whole || Number.isInteger(value))) return undefined;
    return { params: { whole: whole ? 1 : 0 } };
  },
};
