import { columnNames } from "../columns.ts";
import { TEXT } from "../types.ts";
import { isWrapped } from "./number-as-text.ts";
import type { CellRule } from "./rule.ts";

/** Text that a spreadsheet would run as a formula (OWASP: CSV injection). It is read as text. */
export const formulaLike: CellRule = {
  code: "FORMULA_LIKE",
  severity: "warning",
  about: "cell",
  columns: columnNames,
  check: ({ raw, kind }) => (kind === TEXT && looksLikeFormula(raw) ? {} : undefined),
};

/**
 * Starts with `=` or `@`, or with `+` or `-` directly followed by something that is no number: "-5", "+31 6…" and the list "- goed" are
 * no formulas.
 */
export function looksLikeFormula(raw: string): boolean {
  const first = raw.charCodeAt(0);
  if (first === 0x09 || first === 0x0d) return raw.trim() !== "";
  const text = raw.trim();
  if (text.length < 2) return false;
  if (/^[=@]\S/.test(text)) return !isWrapped(text);
  return /^[+-][^\s\d-]/.test(text) || /^[+-][\d.,]+[^\d.,\s-]/.test(text);
}
