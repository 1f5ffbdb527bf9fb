import type { ReadingLimits } from "../../intake/reading/limits.ts";
import { defaultLimits } from "../../intake/reading/limits.ts";
import { oleProblem } from "../../intake/reading/ole.ts";
import { recognise, SIGNATURE_BYTES } from "../../intake/reading/signature.ts";
import { readWorkbook } from "../../intake/reading/xlsx/workbook.ts";
import { NUMBER, type ReadingProblem, TEXT } from "../../intake/types.ts";
import { ABOUT_DRAFT, ABOUT_REVISION, ABOUT_SHEET, NORMS_SHEET } from "./columns.ts";

/** A cell as it was read: `plain` when it is text or a number, and not a date, a formula, an error or yes and no. */
export interface ReadCell {
  readonly text: string;
  readonly plain: boolean;
}

export interface ReadRow {
  /** As Excel shows it. */
  readonly row: number;
  readonly cells: readonly ReadCell[];
}

/** A workbook as it was sent back. */
export interface ReadDraftWorkbook {
  /** Of sheet Normen, the header first; empty when there is no such sheet. */
  readonly rows: readonly ReadRow[];
  /** What sheet Uitleg says; undefined when that is not there any more. */
  readonly draft: string | undefined;
  readonly revision: number | undefined;
}

/** Why a file could not be read at all. */
export type UnreadableFile = "empty" | "tooLarge" | "oldWorkbook" | "encrypted" | "macros" | "noWorkbook" | "damaged";

/**
 * Far below what a delivery may be: a draft of 500 norms is a workbook of 0.2 MB that unpacks to 1 MB. What stays below these limits is read in well under
 * a second and some tens of megabytes, so that it needs no worker of its own.
 */
const limits: ReadingLimits = {
  ...defaultLimits,
  columns: 100,
  workbookBytes: 700_000,
  unpackedBytes: 12 * 1024 * 1024,
  ratioFromBytes: 4 * 1024 * 1024,
  cellCharacters: 32_767,
  sharedCharacters: 4 * 1024 * 1024,
  sharedStrings: 100_000,
  sheets: 20,
};

/** Bytes of a workbook that is sent back, at most: with the other fields of its form it stays below what a form may be. */
export const MAX_WORKBOOK_BYTES = limits.workbookBytes;

/** Rows that are kept: far more than a framework has norms. What comes after them is refused with the file. */
const MOST_ROWS = 5_000;

/** Reads a workbook that was sent back, or says why it is none. */
export function readDraftWorkbook(bytes: Uint8Array): ReadDraftWorkbook | { readonly unreadable: UnreadableFile } {
  const foreign = foreignFile(bytes);
  if (foreign) return { unreadable: foreign };
  const rows: ReadRow[] = [];
  const about = new Map<string, string>();
  let sheet = "";
  let fatal: ReadingProblem | undefined;
  readWorkbook(
    bytes,
    {
      sheet: (name) => {
        sheet = name ?? "";
      },
      row: (cells, row, kinds) => {
        if (sheet === ABOUT_SHEET) about.set(cells[0] ?? "", cells[1] ?? "");
        if (sheet === NORMS_SHEET && rows.length <= MOST_ROWS)
          rows.push({ row, cells: cells.map((text, i) => ({ text, plain: isPlain(kinds?.[i]) })) });
      },
      problem: (problem) => {
        if (problem.fatal) fatal ??= problem;
      },
    },
    limits,
  );
  if (fatal) return { unreadable: reasonOf(fatal) };
  if (rows.length > MOST_ROWS) return { unreadable: "tooLarge" };
  const revision = Number(about.get(ABOUT_REVISION) ?? Number.NaN);
  return { rows, draft: about.get(ABOUT_DRAFT), revision: Number.isInteger(revision) ? revision : undefined };
}

const isPlain = (kind: number | undefined): boolean => kind === undefined || kind === TEXT || kind === NUMBER;

function foreignFile(bytes: Uint8Array): UnreadableFile | undefined {
  if (bytes.length === 0) return "empty";
  if (bytes.length > limits.workbookBytes) return "tooLarge";
  const signature = recognise(bytes.subarray(0, SIGNATURE_BYTES));
  if (signature === "zip") return undefined;
  return signature === "ole" ? reasonOf(oleProblem(bytes)) : "noWorkbook";
}

const reasons: Readonly<Record<string, UnreadableFile>> = {
  FILE_EMPTY: "empty",
  FILE_NOT_A_TABLE: "noWorkbook",
  FILE_TOO_MANY_COLUMNS: "tooLarge",
  WORKBOOK_OLD_FORMAT: "oldWorkbook",
  WORKBOOK_ENCRYPTED: "encrypted",
  WORKBOOK_MACROS: "macros",
  WORKBOOK_BOMB: "tooLarge",
  WORKBOOK_TOO_LARGE: "tooLarge",
};

const reasonOf = ({ code }: ReadingProblem): UnreadableFile => reasons[code] ?? "damaged";
