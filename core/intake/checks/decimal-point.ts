import { isStoredNumber, numberColumnNames } from "../number-columns.ts";
import { isAmbiguousDecimal, readDecimal } from "../values.ts";
import type { CellRule } from "./rule.ts";

/** A decimal point where the specification has a comma: read, and said. */
export const decimalPoint: CellRule = {
  code: "DECIMAL_POINT",
  severity: "warning",
  about: "cell",
  columns: numberColumnNames,
  check: ({ text, kind }) => {
    if (isStoredNumber(kind) || !/^-?\d+\.\d+$/.test(text) || isAmbiguousDecimal(text)) return undefined;
    return readDecimal(text, false) === undefined ? undefined : { params: { mended: text.replace(".", ",") } };
  },
};
