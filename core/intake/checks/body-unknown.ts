import type { Rule } from "./rule.ts";

/** The sender is not in the catalogue of certifying bodies: nobody knows its terms, and its scores must not count. */
export const bodyUnknown: Rule = { code: "BODY_UNKNOWN", severity: "error", about: "file" };
