import type { TableReceiver } from "../../types.ts";
import { withoutControls } from "../control-characters.ts";
import { type ReadFormat, unknownFormat, workbookFormat } from "../format.ts";
import type { ReadingLimits } from "../limits.ts";
import { readingProblem, Unreadable } from "../problems.ts";
import { openWorkbook } from "./package.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readSheet, type SheetContext } from "./sheet.ts";
import { readDateStyles } from "./styles.ts";
import { readDirectory } from "./zip.ts";

/**
 * Reads all sheets of an XLSX file, hidden ones too, in the order of the workbook. Blocks until it is done, and what a hostile file asks of
 * memory and time is bounded but not small: run it in a worker. Nothing that the sender wrote makes it throw; the receiver may.
 */
export function readWorkbook(bytes: Uint8Array, receiver: TableReceiver, limits: ReadingLimits): ReadFormat {
  let sheetName: string | null = null;
  let delivered = 0;
  const controls = { sheet: "", row: 0, count: 0 };
  try {
    const workbook = openWorkbook(readDirectory(bytes, limits), limits);
    const context: SheetContext = {
      sharedStrings: readSharedStrings(workbook.sharedStrings, limits),
      dateStyles: readDateStyles(workbook.styles, limits),
      from1904: workbook.from1904,
      limits,
    };
    for (const { name, entry } of workbook.sheets) {
      sheetName = name;
      receiver.sheet(name);
      readSheet(entry, context, (cells, row, kinds) => {
        delivered++;
        clean(cells, name, row);
        receiver.row(cells, row, kinds);
      });
    }
    if (delivered === 0) receiver.problem(readingProblem("FILE_EMPTY"));
    reportControls();
    return workbookFormat;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    reportControls();
    receiver.problem(error.problem.row === undefined ? error.problem : { ...error.problem, sheet: sheetName });
    return error.problem.code === "FILE_NOT_A_TABLE" ? unknownFormat : workbookFormat;
  }

  function clean(cells: string[], sheet: string, row: number): void {
    for (let k = 0; k < cells.length; k++) {
      const cell = withoutControls(cells[k]!);
      if (cell === cells[k]) continue;
      cells[k] = cell;
      if (controls.count === 0) Object.assign(controls, { sheet, row });
      controls.count++;
    }
  }

  function reportControls(): void {
    const { sheet, row, count } = controls;
    if (count > 0) receiver.problem(readingProblem("FILE_CONTROL_CHARACTERS", { row, count }, { sheet, row }));
  }
}
