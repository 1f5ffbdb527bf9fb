import type { Rule } from "./rule.ts";

/** A trend belongs to a report; this one is neither in the file nor known. */
export const trendReportUnknown: Rule = { code: "TREND_REPORT_UNKNOWN", severity: "error", about: "trend" };
