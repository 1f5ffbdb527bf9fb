import { defaultLimits, type ReadingLimits } from "../../../../../core/intake/reading/limits.ts";
import { readWorkbook } from "../../../../../core/intake/reading/xlsx/workbook.ts";
import { createRecorder } from "../recorder.ts";
import { archive, type SheetPart, workbookParts } from "./archive.ts";

export function read(bytes: Uint8Array, limits: Partial<ReadingLimits> = {}) {
  const recorder = createRecorder();
  const format = readWorkbook(bytes, recorder, { ...defaultLimits, ...limits });
  return { ...recorder, format };
}

export function readSheets(sheets: readonly SheetPart[], more: Parameters<typeof workbookParts>[1] = {}) {
  return read(archive(workbookParts(sheets, more)));
}

export const readRows = (xml: string, more: Parameters<typeof workbookParts>[1] = {}) => readSheets([{ name: "Blad1", xml }], more);

/** Cells and kinds of the first row. */
export const readCells = (xml: string, more: Parameters<typeof workbookParts>[1] = {}) => {
  const { cells, kinds } = readRows(`<row r="1">${xml}</row>`, more).rows[0]!;
  return cells.map((cell, k) => [cell, kinds![k]]);
};
