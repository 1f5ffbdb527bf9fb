import type { CellRule } from "./rule.ts";

/**
 * Control characters and halves of characters: such a reference cannot be written down, nor typed again in a correction. A lone point, or two, is
 * what browsers take for "this folder" and "the one above": its report would have no page.
 */
export const referenceMalformed: CellRule = {
  code: "REFERENCE_MALFORMED",
  severity: "error",
  about: "cell",
  columns: ["rapportkenmerk"],
  check: ({ text }) => (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFD]|^\s*\.{1,2}\s*$/u.test(text) ? {} : undefined),
};
