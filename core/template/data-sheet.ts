import { columnLetters, MAX_ROWS } from "../workbook/cells.ts";
import { type SheetWriter, style, unlocked, type WorkbookWriter } from "../workbook/write.ts";
import type { TemplateColumn } from "./template-columns.ts";

/** A sheet to be filled in: the header stays as it is, every cell below it can be filled in. Gives its writer, at row 2. */
export function writeDataSheet(workbook: WorkbookWriter, name: string, columns: readonly TemplateColumn[]): SheetWriter {
  const styles = columns.map(({ format }) => unlocked(style(format)));
  const sheet = workbook.sheet({
    name,
    columns: columns.map(({ width }, i) => ({ width, style: styles[i] })),
    frozenRows: 1,
    locked: true,
    validations: columns.map(({ allow, prompt, refusal }, i) => {
      const letter = columnLetters(i);
      return { cells: `${letter}2:${letter}${MAX_ROWS}`, allow, prompt, refusal };
    }),
  });
  sheet.row(
    columns.map(({ header }) => header),
    style("text", "header"),
  );
  return sheet;
}

/** The example, in a colour of its own: it is to be removed. */
export function writeExample(sheet: SheetWriter, columns: readonly TemplateColumn[]): void {
  sheet.row(
    columns.map(({ example }) => example),
    columns.map(({ format }) => unlocked(style(format, "warning"))),
  );
}
