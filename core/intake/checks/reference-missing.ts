import type { Rule } from "./rule.ts";

/** A row without rapportkenmerk belongs to no report. */
export const referenceMissing: Rule = { code: "REFERENCE_MISSING", severity: "error", about: "row" };
