import type { Finding } from "../types.ts";

/** The findings of one sheet, by row. */
export interface SheetFindings {
  at(row: number): readonly Finding[];
  readonly all: readonly Finding[];
}

/** Findings by the sheet (null: CSV) and the row they point at. Those that point at no row belong to no sheet here. */
export function findingsBySheet(findings: readonly Finding[]): (sheet: string | null) => SheetFindings {
  const sheets = new Map<string | null, { all: Finding[]; rows: Map<number, Finding[]> }>();
  for (const finding of findings) {
    if (finding.row === null) continue;
    const sheet = sheets.get(finding.sheet) ?? { all: [], rows: new Map<number, Finding[]>() };
    sheets.set(finding.sheet, sheet);
    sheet.all.push(finding);
    const row = sheet.rows.get(finding.row);
    if (row) row.push(finding);
    else sheet.rows.set(finding.row, [finding]);
  }
  return (name) => {
    const sheet = sheets.get(name);
    return { all: sheet?.all ?? [], at: (row) => sheet?.rows.get(row) ?? none };
  };
}

const none: readonly Finding[] = [];
