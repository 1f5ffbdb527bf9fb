import type { Rule } from "./rule.ts";

/** The same norm comes twice in a report (and discipline). */
export const normDouble: Rule = { code: "NORM_DOUBLE", severity: "error", about: "row" };
