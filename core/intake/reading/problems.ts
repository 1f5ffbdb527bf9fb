/**
 * Everything that can be wrong with a file as such, in one place. The words are made from code and params by `intake/messages/`.
 * `fatal`: nothing that was read may be accepted, and the reader stops there.
 */
import type { FindingParams, ReadingProblem, Severity } from "../types.ts";

interface ReadingRule {
  readonly severity: Severity;
  readonly fatal: boolean;
}

const fatal: ReadingRule = { severity: "error", fatal: true };
const warning: ReadingRule = { severity: "warning", fatal: false };

export const readingRules = {
  /** No bytes, or only a byte order mark, blanks and separators. */
  FILE_EMPTY: fatal,
  /** `kind`: what it is instead, see `notATableKinds`. */
  FILE_NOT_A_TABLE: fatal,
  /** `limit` in bytes. */
  FILE_TOO_LARGE: fatal,
  /** UTF-8 and Windows-1252 in one file; `row` is the first row that differs from what came before. All characters were read. */
  FILE_ENCODING_MIXED: warning,
  /** A NUL byte in the text; `row`. */
  FILE_NUL_BYTES: fatal,
  /** A quote that is never closed; `row` where the row with it begins. */
  FILE_UNCLOSED_QUOTE: fatal,
  /** `row`, `limit` in characters. */
  FILE_LINE_TOO_LONG: fatal,
  /** `count` columns, `limit`. In CSV and in workbooks. */
  FILE_TOO_MANY_COLUMNS: fatal,
  /** Text that is broken as UTF-16; `row`. */
  FILE_DAMAGED_CSV: fatal,
  /** Quotes inside a quoted cell that were not doubled, and were taken literally; `row` of the first, `count` of rows. */
  FILE_QUOTES_MENDED: warning,
  /** Control characters, replaced by a blank; `row` of the first, `count` of cells. In CSV and in workbooks. */
  FILE_CONTROL_CHARACTERS: warning,
  /** Not a whole, sound zip file with a whole, sound workbook in it; `part`, where one part is to blame. */
  WORKBOOK_DAMAGED: fatal,
  WORKBOOK_ENCRYPTED: fatal,
  /** Excel 97-2003 (.xls). */
  WORKBOOK_OLD_FORMAT: fatal,
  WORKBOOK_MACROS: fatal,
  /** Unpacks to more than it says, or out of all proportion; `limit` in bytes (a cell: in characters). */
  WORKBOOK_BOMB: fatal,
  /** `limit`, `what`: "bytes", "text" (characters of shared strings), "strings", "sheets". */
  WORKBOOK_TOO_LARGE: fatal,
  /** A document type declaration, which no workbook has; `part`. */
  WORKBOOK_DOCTYPE: fatal,
  WORKBOOK_NO_SHEETS: fatal,
  /** `seconds`. */
  WORKBOOK_TIMEOUT: fatal,
  WORKBOOK_OUT_OF_MEMORY: fatal,
} as const satisfies Record<string, ReadingRule>;

export type ReadingCode = keyof typeof readingRules;

/** What a file is that is not a table: `kind` of FILE_NOT_A_TABLE. `oneColumn`: text without any separator; `binary`: none of the others. */
export const notATableKinds = [
  "pdf",
  "image",
  "program",
  "archive",
  "zip",
  "word",
  "presentation",
  "opendocument",
  "binaryWorkbook",
  "mail",
  "html",
  "xml",
  "json",
  "rtf",
  "oneColumn",
  "binary",
] as const;
export type NotATableKind = (typeof notATableKinds)[number];

export function readingProblem(
  code: ReadingCode,
  params: FindingParams = {},
  at: { sheet?: string | null; row?: number } = {},
): ReadingProblem {
  return { code, params, fatal: readingRules[code].fatal, ...at };
}

/** Carries a fatal problem out of nested readers; never leaves this folder's exported functions. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
  readonly problem: ReadingProblem;
  constructor(problem: ReadingProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
