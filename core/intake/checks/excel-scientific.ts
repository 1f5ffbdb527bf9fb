import type { CellRule } from "./rule.ts";

/** Excel writes long numbers as 2,026E+10: the last digits are gone, so different references have become one. */
export const excelScientific: CellRule = {
  code: "EXCEL_SCIENTIFIC",
  severity: "error",
  about: "cell",
  columns: ["rapportkenmerk", "kvk_nummer"],
  check: ({ text }) => (isScientific(text) ? {} : undefined),
};

export const isScientific = (text: string): boolean => /^\d([.,]\d+)?E\+?\d{1,3}$/i.test(text);
