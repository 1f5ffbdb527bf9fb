/** Takes personal data out of what goes back, so that it is stored nowhere and the file can be delivered again. */
import { textRules } from "../checks/index.ts";
import { maskPersonal } from "../personal.ts";
import type { Finding } from "../types.ts";

/** Which columns (0-based) of a sheet are treated how. */
export interface PersonalColumns {
  clean(text: string, column: number, isMarked: boolean): string;
  readonly any: boolean;
}

/**
 * - Free text in which something was found keeps all but that: "[bsn verwijderd]" stands in its place, and the check passes over it.
 *   This goes for the whole column, as of many findings not every place is listed.
 * - A column of citizen service numbers is emptied.
 * - Columns that are not read at all (`unread`) are not checked either: what looks personal there is masked.
 */
export function personalColumns(findings: readonly Finding[], allUnread: boolean): PersonalColumns {
  const columnsOf = (belongs: (code: string) => boolean) =>
    new Set(findings.flatMap(({ code, column }) => (column !== null && belongs(code) ? [column - 1] : [])));
  const texts = columnsOf((code) => inText.has(code));
  const numbers = columnsOf((code) => code === "COLUMN_PERSONAL");
  const unread = columnsOf((code) => code === "COLUMN_UNKNOWN" || code === "COLUMN_WITHOUT_HEADER");

  return {
    any: allUnread || texts.size + numbers.size + unread.size > 0,
    clean(text, column, isMarked) {
      if (text === "") return text;
      if (numbers.has(column)) return REMOVED;
      if (texts.has(column)) return cleaned(text, isMarked);
      return allUnread || unread.has(column) ? maskPersonal(text) : text;
    },
  };
}

/** Is it a finding of personal data in the cell that it points at? */
export const isPersonal = (finding: Finding): boolean => inText.has(finding.code);

const REMOVED = "[verwijderd]";

const masking = textRules.filter((rule) => rule.mask !== undefined);
const inText = new Set(masking.map((rule) => rule.code));

/** A text in which something was found but nothing can be pointed out goes altogether. */
function cleaned(text: string, isMarked: boolean): string {
  const rest = masking.reduce((left, rule) => rule.mask?.(left) ?? left, text);
  return isMarked && rest === text ? "[tekst verwijderd: persoonsgegevens]" : rest;
}
