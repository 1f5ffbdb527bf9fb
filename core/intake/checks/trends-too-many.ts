import type { Rule } from "./rule.ts";

/** A bound on memory: texts of trends are kept until the file has been read. */
export const trendsTooMany: Rule = { code: "TRENDS_TOO_MANY", severity: "error", about: "trend" };
