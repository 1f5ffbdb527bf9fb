import type { ColumnName } from "../intake/columns.ts";
import { templateSheetTitle } from "../intake/template-parts.ts";
import { columnLetters } from "../workbook/cells.ts";
import { style, type WorkbookWriter } from "../workbook/write.ts";
import type { Choices } from "./choices.ts";

const SHEET = "Keuzelijsten";
/** Below the title and the names of the columns. */
const FIRST_ROW = 3;

/**
 * The lists stand on a sheet and not in the cells' own rules: those take 255 characters, and no comma in a word (ECMA-376, 18.3.1.32).
 */
export function writeChoices(workbook: WorkbookWriter, choices: ReadonlyMap<ColumnName, Choices>): void {
  const lists = [...choices.values()].map(({ words }) => words);
  const sheet = workbook.sheet({ name: SHEET, columns: lists.map(() => ({ width: 24 })), hidden: true });
  sheet.row([templateSheetTitle("Keuzelijsten")], style("text", "header"));
  sheet.row([...choices.keys()], style("text"));
  const longest = Math.max(...lists.map((words) => words.length));
  for (let i = 0; i < longest; i++) {
    sheet.row(
      lists.map((words) => words[i] ?? null),
      style("text"),
    );
  }
}

/** Where the choices of a column stand, e.g. `'Keuzelijsten'!$C$3:$C$9`; undefined when it has none. */
export function choicesRange(choices: ReadonlyMap<ColumnName, Choices>, column: ColumnName): string | undefined {
  const own = choices.get(column);
  if (own === undefined) return undefined;
  const letter = columnLetters([...choices.keys()].indexOf(column));
  return `'${SHEET}'!$${letter}$${FIRST_ROW}:$${letter}$${FIRST_ROW + own.words.length - 1}`;
}
