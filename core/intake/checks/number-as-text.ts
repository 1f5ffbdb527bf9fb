import { TEXT } from "../types.ts";
import type { CellRule } from "./rule.ts";

/**
 * A number wrapped so that Excel takes it for text: `'01234567` or `="01234567"`. The wrapping is not part of the value; it is taken
 * off and said. (Cells of a workbook that simply hold digits as text are what our own template asks for.)
 */
export const numberAsText: CellRule = {
  code: "NUMBER_AS_TEXT",
  severity: "warning",
  about: "cell",
  columns: ["rapportkenmerk", "kvk_nummer", "normenkader", "toetsdatum", "fte", "gemeente", "auditdagen", "aantal_gesprekken", "norm"],
  check: ({ raw, text, kind }) =>
    kind === TEXT && raw.trim() !== text && isWrapped(raw.trim()) ? { params: { mended: text } } : undefined,
};

export const isWrapped = (raw: string): boolean => /^'[^']*$/.test(raw) || /^="[^"]*"$/.test(raw);

/** The text inside `'…` or `="…"`. */
export const unwrapped = (raw: string): string => (raw.startsWith("=") ? raw.slice(2, -1) : raw.slice(1)).trim();
