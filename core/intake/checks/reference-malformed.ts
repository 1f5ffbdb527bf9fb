import type { CellRule } from "./rule.ts";

/** Control characters and halves of characters: such a reference cannot be written down, nor typed again in a correction. */
export const referenceMalformed: CellRule = {
  code: "REFERENCE_MALFORMED",
  severity: "error",
  about: "cell",
  columns: ["rapportkenmerk"],
  check: ({ text }) => (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/u.test(text) ? {} : undefined),
};
