/**
 * Writes XLSX workbooks in a stream: rows go in one by one, pieces of the file come out, and memory does not grow with the rows.
 * The same content gives the same bytes (no clock in the archive, no order that depends on time).
 * Source: ECMA-376 part 1 (SpreadsheetML) and part 2 (packaging). Why our own: docs/decisions/0005-writing-workbooks.md.
 */
import { BrokenInvariant } from "../faults.ts";
import { type CellValue, columnLetters, createCellWriter, LINE_HEIGHT, MAX_COLUMNS, MAX_ROWS } from "./cells.ts";
import { createPackage, type PackageWriter } from "./package.ts";
import { createSharedStrings, type SharedStrings } from "./shared-strings.ts";
import { usableSheetName } from "./sheet-name.ts";
import { type CellStyle, type Format, style } from "./styles.ts";
import { type Validation, validationsXml } from "./validations.ts";

export type { CellValue } from "./cells.ts";
export type { CellStyle, Fill, Format } from "./styles.ts";
export { style, unlocked } from "./styles.ts";
export type { Validation } from "./validations.ts";

/** A column of a sheet: `width` in characters, `style` of cells that are still empty (so that what people type keeps its form). */
export interface ColumnLayout {
  readonly width?: number;
  readonly style?: CellStyle;
}

export interface SheetLayout {
  /** What Excel cannot use as a name is replaced, and a second sheet of the same name gets a number. */
  readonly name: string;
  readonly columns?: readonly ColumnLayout[];
  /** Rows at the top that stay in sight. */
  readonly frozenRows?: number;
  /** Row of the header on which a filter is set, over `columns`. */
  readonly filterRow?: number;
  /** The sheet that is in front when the workbook opens; the first one when no sheet says so. */
  readonly inFront?: boolean;
  /** There, but not shown: lists to choose from. */
  readonly hidden?: boolean;
  /**
   * Cells cannot be changed, save those whose style is `unlocked`; rows and widths can. Without a password: against slips, not against people.
   */
  readonly locked?: boolean;
  readonly validations?: readonly Validation[];
}

export interface SheetWriter {
  /**
   * Writes a row: cell i in column i + 1, `null` for no value. A string is never a formula. `styles` holds for all cells, or one
   * for each. `at` is the row number (1-based) and must increase; without it the next row. `lines` is how many lines high the row is:
   * Excel finds that out for itself, LibreOffice does not.
   */
  row(values: readonly CellValue[], styles?: CellStyle | readonly CellStyle[], at?: number, lines?: number): void;
}

export interface WorkbookWriter {
  /** Ends the sheet before and begins a new one. */
  sheet(layout: SheetLayout): SheetWriter;
  /** Ends the workbook; nothing may be written after it. A workbook without a sheet throws `BrokenInvariant`. */
  end(): void;
}

/** A workbook whose pieces go to `write` as they come. Throws `BrokenInvariant` when used against the rules above. */
export function createWorkbook(options: { write(chunk: Uint8Array): void }): WorkbookWriter {
  const archive = createPackage(options.write);
  const strings = createSharedStrings();
  const names: string[] = [];
  const filters: (string | null)[] = [];
  const hidden: boolean[] = [];
  let inFront = 0;
  let open: OpenSheet | undefined;

  function close(): void {
    if (!open) return;
    filters.push(open.close());
    open = undefined;
  }

  return {
    sheet(layout) {
      close();
      const name = usableSheetName(layout.name, names);
      if (layout.inFront) inFront = names.length;
      names.push(name);
      hidden.push(layout.hidden ?? false);
      open = openSheet({ archive, strings }, names.length, layout);
      return open;
    },
    end() {
      close();
      if (names.length === 0) throw new BrokenInvariant("a workbook needs at least one sheet");
      archive.end({ names, filters, hidden, inFront, sharedStrings: strings.xml() });
    },
  };
}

/** How many lines a text takes in a cell that wraps, `width` characters wide; an estimate on the roomy side. */
export function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split("\n")) lines += Math.max(1, Math.ceil(line.length / width));
  return lines;
}

/** A column of a table: what its cells look like when nothing else is said. */
export interface TableColumn {
  readonly header: string;
  /** In characters; by default wide enough for the header. */
  readonly width?: number;
  /** `text` keeps codes as they are, also when people edit them. */
  readonly format?: Format;
  readonly wrap?: boolean;
}

/** A sheet with one table: header in row 1 (frozen, with a filter), then the rows. */
export interface SheetContent {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: Iterable<readonly CellValue[]>;
}

/** A whole workbook in memory, for small tables. */
export const writeWorkbook = (sheets: readonly SheetContent[]): Uint8Array =>
  workbookBytes((workbook) => {
    for (const content of sheets) writeTable(workbook, content);
  });

/** A whole workbook in memory, sheet by sheet. */
export function workbookBytes(fill: (workbook: WorkbookWriter) => void): Uint8Array {
  const chunks: Uint8Array[] = [];
  const workbook = createWorkbook({ write: (chunk) => chunks.push(chunk) });
  fill(workbook);
  workbook.end();
  return concatenated(chunks);
}

/** Adds a sheet with one table to a workbook. */
export function writeTable(workbook: WorkbookWriter, content: SheetContent): void {
  const styles = content.columns.map((column) => style(column.format ?? "general", "none", column.wrap ?? false));
  const sheet = workbook.sheet({
    name: content.name,
    columns: content.columns.map((column, i) => ({ width: column.width ?? Math.max(8, column.header.length + 4), style: styles[i] })),
    frozenRows: 1,
    filterRow: 1,
  });
  sheet.row(
    content.columns.map((column) => column.header),
    style("text", "header"),
  );
  for (const row of content.rows) sheet.row(row, styles);
}

interface OpenSheet extends SheetWriter {
  /** Returns the range of the filter, if there is one. */
  close(): string | null;
}

/** What the sheets of a workbook share. */
interface Shared {
  readonly archive: PackageWriter;
  readonly strings: SharedStrings;
}

function openSheet({ archive, strings }: Shared, number: number, layout: SheetLayout): OpenSheet {
  const part = archive.part(`xl/worksheets/sheet${number}.xml`);
  const cells = createCellWriter(strings, (bytes) => part.write(bytes));
  cells.xml(sheetStart(layout));
  let last = 0;
  let closed = false;

  return {
    row(values, styles = 0, at = last + 1, lines = 1) {
      if (closed) throw new BrokenInvariant("a row was written to a sheet that had ended");
      if (at <= last || at > MAX_ROWS) throw new BrokenInvariant(`row ${at} cannot follow row ${last}`);
      if (values.length > MAX_COLUMNS) throw new BrokenInvariant(`a row of ${values.length} cells does not fit in a sheet`);
      last = at;
      cells.row(values, styles, at, lines);
    },
    close() {
      closed = true;
      const filter = filterRange(layout, last);
      cells.xml(sheetEnd(layout, filter));
      cells.flush();
      part.end();
      return filter;
    },
  };
}

function sheetStart(layout: SheetLayout): string {
  const columns = layout.columns ?? [];
  const frozen = layout.frozenRows ?? 0;
  const pane = frozen > 0 ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` : "";
  const selection = frozen > 0 ? `<selection pane="bottomLeft" activeCell="A${frozen + 1}" sqref="A${frozen + 1}"/>` : "";
  // No `tabSelected`: the workbook says which sheet is in front, and two selected sheets would be edited together.
  const view = `<sheetView workbookViewId="0">${pane}${selection}</sheetView>`;
  const cols = columns.map(({ width = 12, style: columnStyle = 0 }, i) => {
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${columnStyle}" customWidth="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>` +
    `${cols.length > 0 ? `<cols>${cols.join("")}</cols>` : ""}<sheetData>`
  );
}

function sheetEnd(layout: SheetLayout, filter: string | null): string {
  const width = layout.columns?.length ?? 0;
  const everything = `A1:${columnLetters(Math.max(1, width) - 1)}${MAX_ROWS}`;
  // Codes are text on purpose: without this Excel puts a green warning triangle in every cell with a KvK number.
  const ignored = `<ignoredErrors><ignoredError sqref="${everything}" numberStoredAsText="1"/></ignoredErrors>`;
  const filterXml = filter ? `<autoFilter ref="${filter}"/>` : "";
  return `</sheetData>${layout.locked ? LOCKED : ""}${filterXml}${validationsXml(layout.validations ?? [])}${PAGE}${ignored}</worksheet>`;
}

/** In this element 0 means: may be done all the same. */
const LOCKED =
  '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>';

/** On paper: A4 on its side, all columns on one page wide. */
const PAGE = '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';

function filterRange(layout: SheetLayout, last: number): string | null {
  const width = layout.columns?.length ?? 0;
  if (!layout.filterRow || width === 0) return null;
  return `A${layout.filterRow}:${columnLetters(width - 1)}${Math.max(last, layout.filterRow)}`;
}

function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
