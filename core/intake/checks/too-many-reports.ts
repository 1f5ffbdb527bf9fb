import type { Rule } from "./rule.ts";

/** A bound on memory: no real delivery comes near it (tens of reports a year). */
export const tooManyReports: Rule = { code: "TOO_MANY_REPORTS", severity: "error", about: "file" };
