import { kvkDigits, readKvk } from "../values.ts";
import type { CellRule } from "./rule.ts";

/** Excel drops leading zeros: seven digits are read with their zero, fewer only if the register knows the number. */
export const kvkLostZero: CellRule = {
  code: "KVK_LOST_ZERO",
  severity: "warning",
  about: "cell",
  columns: ["kvk_nummer"],
  check: ({ text }, given) => {
    const digits = kvkDigits(text);
    if (digits === undefined || digits.length >= 8) return undefined;
    const mended = readKvk(text, given.catalogue);
    return mended === undefined ? undefined : { params: { mended, digits: digits.length } };
  },
};
