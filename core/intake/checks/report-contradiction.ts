import type { Rule } from "./rule.ts";

/** A column of the report itself says something else than an earlier row of the same report. */
export const reportContradiction: Rule = { code: "REPORT_CONTRADICTION", severity: "error", about: "row" };
