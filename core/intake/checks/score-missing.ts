import type { Rule } from "./rule.ts";

/** A blank is never "voldoet niet" (domain: scores), so a blank score cannot be guessed. */
export const scoreMissing: Rule = { code: "SCORE_MISSING", severity: "error", about: "row" };
