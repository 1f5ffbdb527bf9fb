import type { Rule } from "./rule.ts";

/** A CSV row with more or fewer cells than the header: from some cell on everything may stand one column off. */
export const rowRagged: Rule = { code: "ROW_RAGGED", severity: "error", about: "row" };
