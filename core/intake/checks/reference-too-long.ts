import type { CellRule } from "./rule.ts";

export const MAX_REFERENCE = 64;

export const referenceTooLong: CellRule = {
  code: "REFERENCE_TOO_LONG",
  severity: "error",
  about: "cell",
  columns: ["rapportkenmerk"],
  check: ({ text }) => (text.length > MAX_REFERENCE ? { params: { length: text.length, limit: MAX_REFERENCE } } : undefined),
};
