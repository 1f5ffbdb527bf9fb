import type { Rule } from "./rule.ts";

/** The same theme twice for one report: both are kept, but is it meant? */
export const trendDouble: Rule = { code: "TREND_DOUBLE", severity: "warning", about: "trend" };
