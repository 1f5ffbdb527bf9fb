import type { Rule } from "./rule.ts";

/** In the wide layout a report is one row; here is a second one. */
export const reportDouble: Rule = { code: "REPORT_DOUBLE", severity: "error", about: "row" };
