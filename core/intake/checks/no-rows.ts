import type { Rule } from "./rule.ts";

/** The file has a header, but nothing below it. */
export const noRows: Rule = { code: "NO_ROWS", severity: "error", about: "file" };
