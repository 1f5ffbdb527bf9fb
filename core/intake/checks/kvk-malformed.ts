import { kvkDigits, readKvk } from "../values.ts";
import { isScientific } from "./excel-scientific.ts";
import type { CellRule } from "./rule.ts";

export const kvkMalformed: CellRule = {
  code: "KVK_MALFORMED",
  severity: "error",
  about: "cell",
  columns: ["kvk_nummer"],
  check: ({ text }, given) => {
    if (readKvk(text, given.catalogue) !== undefined || isScientific(text)) return undefined;
    const digits = kvkDigits(text);
    if (digits?.length === 12) return undefined;
    return { params: { digits: digits === undefined ? "" : digits.length } };
  },
};
