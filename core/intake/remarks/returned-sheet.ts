import { MAX_COLUMNS } from "../../workbook/cells.ts";
import {
  type CellValue,
  type ColumnLayout,
  type Fill,
  linesOf,
  type SheetWriter,
  style,
  type WorkbookWriter,
} from "../../workbook/write.ts";
import { columnByHeader, foldHeader } from "../columns.ts";
import { isRemarksHeader, REMARKS_HEADER } from "../returned.ts";
import { DATE, type Finding, TEXT } from "../types.ts";
import { isPersonal, personalColumns } from "./personal-cells.ts";
import type { SheetFindings } from "./placed-findings.ts";
import type { RejectedRows } from "./rejected-rows.ts";
import { remarkText } from "./remark-text.ts";
import { cellFormat, cellValue, styleOf } from "./returned-cells.ts";

/** One sheet of the sender's file on its way back. */
export interface ReturnedSheet {
  row(cells: readonly string[], row: number, kinds?: Uint8Array): void;
  /** "full": rows were left out. */
  end(): "whole" | "full";
}

interface Options {
  readonly workbook: WorkbookWriter;
  readonly name: string;
  readonly findings: SheetFindings;
  /** A sheet that the checks do not read goes back without remarks. */
  readonly isRead: boolean;
  /** Only these rows go back; null for all. */
  readonly rejected: RejectedRows | null;
  /** What comes after this row is left out. */
  readonly maxRows: number;
  /** Gathers the findings that are said in a remark. */
  readonly shown: Set<Finding>;
}

export function createReturnedSheet(options: Options): ReturnedSheet {
  const { workbook, findings, isRead, rejected, shown } = options;
  const personal = personalColumns(findings.all, !isRead);
  /** The first rows wait, as the widths of the columns stand before the rows. */
  let waiting: Waiting[] | null = [];
  let header: Header | null = null;
  let sheet: SheetWriter | null = null;
  let next = 1;
  let full = false;
  // Used again for every row: a row is written before the next one comes.
  const values: CellValue[] = [];
  const styles: number[] = [];

  function open(): SheetWriter {
    const columns = header ? columnLayouts(header, waiting ?? []) : [];
    // The header stays in sight unless much stands above it.
    const top = rejected ? 1 : (header?.row ?? 0);
    const frozen = top <= 10 ? { frozenRows: top } : {};
    sheet = workbook.sheet({ name: options.name, columns, ...frozen, ...(isRead ? { filterRow: top } : {}) });
    const rows = waiting ?? [];
    waiting = null;
    for (const { cells, row, kinds } of rows) write(sheet, cells, row, kinds);
    return sheet;
  }

  function write(to: SheetWriter, cells: readonly string[], row: number, kinds: Uint8Array | undefined): void {
    const at = rejected ? next : row;
    if (at > options.maxRows) {
      full = true;
      return;
    }
    fill(cells, row, kinds);
    const said = header?.row === row ? null : values[header?.remarksAt ?? -1];
    to.row(values, styles, at, typeof said === "string" ? linesOf(said, REMARKS_WIDTH) : 1);
    next = at + 1;
  }

  function fill(cells: readonly string[], row: number, kinds: Uint8Array | undefined): void {
    const found = findings.at(row);
    const isHeader = header?.row === row;
    const remarksAt = header?.remarksAt ?? -1;
    const width = placeOf(Math.max(cells.length, header?.width ?? 0) - 1, header) + 1;
    const base: Fill = isHeader ? "header" : found.some((finding) => finding.severity === "error") ? "marked" : "none";
    values.length = 0;
    styles.length = 0;
    for (let i = 0; i < cells.length; i += 1) {
      const place = placeOf(i, header);
      while (values.length < place) add(null, "none", TEXT, base);
      const text = cells[i] ?? "";
      const kind = kinds === undefined ? TEXT : (kinds[i] ?? TEXT);
      const own = found.length > 0 ? found.filter((finding) => finding.column === i + 1) : nothing;
      const cleaned = personal.any && !isHeader ? personal.clean(text, i, own.some(isPersonal)) : text;
      const asText = kind === DATE && own.length > 0 && !header?.dates.has(i);
      add(cellValue(cleaned, kind, asText), "text", kind, fillOf(own) ?? base);
    }
    while (values.length < width) {
      const column = values.length + 1;
      add(null, "text", TEXT, fillOf(found.filter((finding) => finding.column === column)) ?? base);
    }
    if (remarksAt < 0) return;
    if (isHeader) setRemark(remarksAt, REMARKS_HEADER, style("text", "header", true));
    else if (found.length > 0) remark(remarksAt, found, row);
    else clearRemark(remarksAt);
  }

  function add(value: CellValue, format: "none" | "text", kind: number, fillName: Fill): void {
    values.push(value);
    if (value === null && fillName === "none") styles.push(0);
    else styles.push(styleOf[format === "none" ? "text" : cellFormat(value, kind)][fillName]);
  }

  function remark(at: number, found: readonly Finding[], row: number): void {
    for (const finding of found) shown.add(finding);
    const where = rejected ? `Rij ${row} van uw bestand.\n` : "";
    const worst = found.some((finding) => finding.severity === "error") ? "error" : "warning";
    setRemark(at, where + found.map(remarkText).join("\n"), style("text", worst, true));
  }

  function setRemark(at: number, text: string, looks: number): void {
    while (values.length <= at) add(null, "none", TEXT, "none");
    values[at] = text;
    styles[at] = looks;
  }

  /** What an earlier round said is over. */
  function clearRemark(at: number): void {
    if (values.length <= at) return;
    values[at] = null;
    styles[at] = 0;
  }

  return {
    row(cells, row, kinds) {
      if (!header) {
        header = headerOf(cells, row, findings, isRead);
        rejected?.header(cells);
      } else if (rejected && !isReturned(rejected, findings, cells, row)) return;
      if (waiting && waiting.length < ROWS_FOR_WIDTHS) {
        waiting.push({ cells: [...cells], row, ...(kinds ? { kinds: kinds.slice() } : {}) });
        return;
      }
      write(sheet ?? open(), cells, row, kinds);
    },
    end() {
      if (!sheet) open();
      return full ? "full" : "whole";
    },
  };
}

interface Waiting {
  readonly cells: readonly string[];
  readonly row: number;
  readonly kinds?: Uint8Array;
}

/** The first row of a sheet. */
interface Header {
  readonly row: number;
  readonly cells: readonly string[];
  /** Columns of the sender, also those that only turn up in findings. */
  readonly width: number;
  /** Column (0-based) of the remarks; -1 for none. */
  readonly remarksAt: number;
  /** Did the sender's own file have the remarks of an earlier round? Then they are replaced in their place. */
  readonly hadRemarks: boolean;
  /** Columns (0-based) in which a date is meant to be one. */
  readonly dates: ReadonlySet<number>;
}

const nothing: readonly Finding[] = [];

const ROWS_FOR_WIDTHS = 50;

/** In characters: a remark of two sentences fits in two lines. */
const REMARKS_WIDTH = 70;

function headerOf(cells: readonly string[], row: number, findings: SheetFindings, isRead: boolean): Header {
  const earlier = cells.findIndex(isRemarksHeader);
  const named = cells.length - [...cells].reverse().findIndex((cell) => cell.trim() !== "");
  const width = findings.all.reduce((most, finding) => Math.max(most, finding.column ?? 0), named);
  const free = Math.min(width, MAX_COLUMNS - 1);
  const dates = cells.flatMap((cell, i) => (columnByHeader.report.get(foldHeader(cell)) === "toetsdatum" ? [i] : []));
  return {
    row,
    cells: [...cells],
    width,
    remarksAt: !isRead ? -1 : earlier >= 0 ? earlier : free,
    hadRemarks: earlier >= 0,
    dates: new Set(dates),
  };
}

/** Cells that stick out on the right make room for the remarks. */
function placeOf(index: number, header: Header | null): number {
  if (!header || header.remarksAt < 0 || header.hadRemarks) return index;
  return index < header.remarksAt ? index : index + 1;
}

function isReturned(rejected: RejectedRows, findings: SheetFindings, cells: readonly string[], row: number): boolean {
  return rejected.has(cells, row) || findings.at(row).some((finding) => finding.severity === "error");
}

/** The colour of a cell with these findings. */
function fillOf(own: readonly Finding[]): Fill | undefined {
  if (own.length === 0) return undefined;
  return own.some((finding) => finding.severity === "error") ? "error" : "warning";
}

/** As wide as the header and the first rows ask for, within reason; the remarks wide enough to read. */
function columnLayouts(header: Header, first: readonly Waiting[]): ColumnLayout[] {
  const text = style("text");
  const layouts: ColumnLayout[] = [];
  for (let i = 0; i < header.width; i += 1) {
    const longest = first.reduce((most, { cells }) => Math.max(most, cells[i]?.length ?? 0), 0);
    layouts[placeOf(i, header)] = { width: Math.min(40, Math.max(8, longest + 2)), style: text };
  }
  if (header.remarksAt >= 0) layouts[header.remarksAt] = { width: REMARKS_WIDTH, style: text };
  return layouts;
}
