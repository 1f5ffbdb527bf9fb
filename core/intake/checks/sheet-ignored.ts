import type { Rule } from "./rule.ts";

/** A sheet beside the data that has no header we know: explanations, totals, hidden lists. */
export const sheetIgnored: Rule = { code: "SHEET_IGNORED", severity: "warning", about: "file" };
