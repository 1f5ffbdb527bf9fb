import type { Rule } from "./rule.ts";

/** Themes are kept with the packed report, which is one item of the table: 200 of 100 characters are at most 70 of its 400 kB. */
export const MAX_TRENDS = 200;

export const reportTrendsTooMany: Rule = { code: "REPORT_TRENDS_TOO_MANY", severity: "error", about: "trend" };
