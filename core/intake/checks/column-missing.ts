import type { Rule } from "./rule.ts";

/** A column is missing that the rows of the sheet need. Said after reading: a sheet of withdrawals needs fewer columns. */
export const columnMissing: Rule = { code: "COLUMN_MISSING", severity: "error", about: "header" };
