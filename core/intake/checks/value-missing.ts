import type { Rule } from "./rule.ts";

/** A needed cell is empty. */
export const valueMissing: Rule = { code: "VALUE_MISSING", severity: "error", about: "row" };
