import type { Rule } from "./rule.ts";

/** Cells with content under an empty header, or to the right of the table: they are not read. Said once per column. */
export const columnWithoutHeader: Rule = { code: "COLUMN_WITHOUT_HEADER", severity: "warning", about: "header" };
