import { foldWord } from "../../catalogue/codes.ts";
import { isWrapped, unwrapped } from "../checks/number-as-text.ts";
import { type ColumnName, columnByHeader, foldHeader } from "../columns.ts";
import type { JudgedReport } from "../types.ts";

/** Tells which rows of a file belong to a rejected report. */
export interface RejectedRows {
  sheet(name: string | null): void;
  header(cells: readonly string[]): void;
  /** Also true when in doubt: a row too many does no harm, a row too few would make a report incomplete. */
  has(cells: readonly string[], row: number): boolean;
}

/**
 * Reports are known by reference and label. Where a body calls these columns by a name of its own they are found by what stands in
 * them: the first row of a report holds its reference and its label. In a sheet without labels (trends) the reference decides.
 */
export function createRejectedRows(reports: readonly JudgedReport[]): RejectedRows {
  const fold = rememberingFold();
  const rejected = reports.filter((report) => report.outcome === "rejected");
  const references = new Set(rejected.map((report) => fold(report.reference)));
  const keys = new Set(rejected.map((report) => key(fold(report.reference), fold(report.label))));
  const firstRows = new Map(reports.map((report) => [place(report.sheet, report.row), report]));
  let sheet: string | null = null;
  let referenceAt = -1;
  let labelAt = -1;
  const holding = (cells: readonly string[], text: string) => cells.findIndex((cell) => fold(cell) === fold(text));

  return {
    sheet(name) {
      sheet = name;
    },
    header(cells) {
      referenceAt = columnAt(cells, "rapportkenmerk");
      labelAt = columnAt(cells, "label");
    },
    has(cells, row) {
      const first = referenceAt < 0 || labelAt < 0 ? firstRows.get(place(sheet, row)) : undefined;
      if (first && referenceAt < 0) referenceAt = holding(cells, first.reference);
      if (first && labelAt < 0) labelAt = holding(cells, first.label);
      if (referenceAt < 0) return true;
      const reference = fold(cells[referenceAt] ?? "");
      if (labelAt < 0) return references.has(reference);
      return keys.has(key(reference, fold(cells[labelAt] ?? "")));
    },
  };
}

const columnAt = (cells: readonly string[], column: ColumnName): number =>
  cells.findIndex((cell) => columnByHeader.report.get(foldHeader(cell)) === column);

const MOST_REMEMBERED = 10_000;

/** Most rows of a file repeat the same few texts: they are folded once. */
function rememberingFold(): (text: string) => string {
  const folded = new Map<string, string>();
  return (text) => {
    const known = folded.get(text);
    if (known !== undefined) return known;
    const bare = text.trim();
    const made = foldWord(isWrapped(bare) ? unwrapped(bare) : bare);
    if (folded.size >= MOST_REMEMBERED) folded.clear();
    folded.set(text, made);
    return made;
  };
}

const key = (reference: string, label: string): string => `${label}\n${reference}`;
const place = (sheet: string | null, row: number): string => `${row} ${sheet ?? ""}`;
