import { isStoredNumber, numberColumnNames } from "../number-columns.ts";
import { isAmbiguousDecimal } from "../values.ts";
import type { CellRule } from "./rule.ts";

/** `1.250` is twelve hundred and fifty, or one and a quarter: only the sender knows. */
export const numberAmbiguous: CellRule = {
  code: "NUMBER_AMBIGUOUS",
  severity: "error",
  about: "cell",
  columns: numberColumnNames,
  check: ({ text, kind }) => {
    if (isStoredNumber(kind) || !isAmbiguousDecimal(text)) return undefined;
    return { params: { thousands: text.replaceAll(".", ""), decimal: text.replace(".", ",") } };
  },
};
