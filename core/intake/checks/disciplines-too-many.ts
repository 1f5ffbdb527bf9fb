import type { Rule } from "./rule.ts";

/** A bound on memory, and a sign that something else stands in the column. */
export const disciplinesTooMany: Rule = { code: "DISCIPLINES_TOO_MANY", severity: "error", about: "row" };
