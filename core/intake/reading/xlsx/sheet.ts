import { BOOLEAN, DATE, ERROR, FORMULA, NUMBER, TEXT } from "../../types.ts";
import type { ReadingLimits } from "../limits.ts";
import { readingProblem, Unreadable } from "../problems.ts";
import { dateText, numberText, unescapeText } from "./cell-values.ts";
import { createTextRuns } from "./text-runs.ts";
import { type Attributes, endless, readXml } from "./xml.ts";
import { damaged, partName, type ZipEntry } from "./zip.ts";

export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
  readonly limits: ReadingLimits;
}

/**
 * Reads the rows of a sheet that have something in them. Cells that the file leaves out are empty; a row is as long as the header (the first
 * row with two or more filled cells), or as far as its last filled cell if that is further: what only has a style does not count.
 * `cells` and `kinds` are reused. Source: ECMA-376 part 1, 18.3.1.4 (c) and 18.18.11 (cell types).
 */
export function readSheet(entry: ZipEntry, context: SheetContext, onRow: (cells: string[], row: number, kinds: Uint8Array) => void): void {
  const { limits } = context;
  const runs = createTextRuns(entry, limits);
  const cells: string[] = [];
  const kinds = new Uint8Array(limits.columns);
  let row = 0;
  let column = 0;
  let headerWidth = 0;
  let filled = 0;
  let gaps = 0;
  let type = "n";
  let isDate = false;
  let isFormula = false;
  let inValue = false;
  let value = "";

  function openRow(attributes: Attributes): void {
    const stated = attributes["r"];
    const next = stated === undefined ? row + 1 : Number(stated);
    if (!Number.isInteger(next) || next <= row || next > LAST_ROW) throw damaged(entry.name);
    row = next;
    column = 0;
    filled = 0;
    cells.length = 0;
  }

  function openCell(attributes: Attributes): void {
    const reference = attributes["r"];
    const next = reference === undefined ? column + 1 : columnOf(reference);
    if (next <= column || next > LAST_COLUMN) throw damaged(entry.name);
    column = next;
    type = attributes["t"] ?? "n";
    isDate = context.dateStyles[Number(attributes["s"] ?? -1)] ?? false;
    isFormula = false;
    value = "";
    runs.begin();
  }

  function closeCell(): void {
    let kind = NUMBER;
    let text = value;
    if (type === "s") {
      kind = TEXT;
      text = value === "" ? "" : sharedString(value);
    } else if (type === "inlineStr") {
      kind = TEXT;
      text = runs.end();
    } else if (type === "str") {
      kind = TEXT;
      text = unescapeText(value);
    } else if (type === "b") {
      kind = BOOLEAN;
      text = value.trim() === "1" || value.trim() === "true" ? "WAAR" : "ONWAAR";
    } else if (type === "e") {
      kind = ERROR;
    } else if (type === "d") {
      kind = DATE;
      text = value.slice(0, 10);
    } else if (value !== "") {
      const date = isDate ? dateText(value, context.from1904) : null;
      if (date !== null) kind = DATE;
      text = date ?? numberText(value);
    }
    if (isFormula) kind = FORMULA;
    if (text === "" && !isFormula) return;
    place(text, kind);
  }

  function sharedString(index: string): string {
    const text = context.sharedStrings[Number(index)];
    if (text === undefined) throw damaged(entry.name);
    return text;
  }

  function place(text: string, kind: number): void {
    if (column > limits.columns) {
      throw new Unreadable(readingProblem("FILE_TOO_MANY_COLUMNS", { count: column, limit: limits.columns }, { row }));
    }
    // Cells far to the right cost a few bytes in the file, and a whole row of empty ones here.
    gaps += Math.max(0, column - 1 - Math.max(cells.length, headerWidth));
    if (gaps > GAPS) throw new Unreadable(readingProblem("WORKBOOK_BOMB", { limit: GAPS, part: partName(entry.name) }));
    fillTo(column - 1);
    cells[column - 1] = text;
    kinds[column - 1] = kind;
    if (text.trim() !== "") filled++;
  }

  function fillTo(width: number): void {
    while (cells.length < width) {
      kinds[cells.length] = TEXT;
      cells.push("");
    }
  }

  function closeRow(): void {
    if (filled === 0) return;
    if (headerWidth === 0 && filled > 1) headerWidth = cells.length;
    fillTo(headerWidth);
    onRow(cells, row, kinds.subarray(0, cells.length));
  }

  let inRow = false;
  let inCell = false;
  readXml(entry, limits, {
    open(name, attributes) {
      if (inCell) {
        if (name === "v") inValue = true;
        else if (name === "f") isFormula = true;
        else runs.open(name, attributes);
      } else if (inRow && name === "c") {
        inCell = true;
        openCell(attributes);
      } else if (name === "row") {
        inRow = true;
        openRow(attributes);
      }
    },
    text(text) {
      if (inValue) {
        value += text;
        if (value.length > limits.cellCharacters) throw endless(entry, limits);
      } else if (inCell) {
        runs.text(text);
      }
    },
    close(name) {
      if (name === "v") inValue = false;
      else if (name === "c" && inCell) {
        inCell = false;
        closeCell();
      } else if (name === "row" && inRow) {
        inRow = false;
        closeRow();
      } else if (inCell) runs.close(name);
    },
  });
}

/** Empty cells beyond the header that are made up for: an honest sheet has some remarks beside its table, not a million. */
const GAPS = 1_000_000;

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** `AB12` → 28; 0 for what is no reference. */
function columnOf(reference: string): number {
  let column = 0;
  for (let k = 0; k < reference.length && k < 4; k++) {
    const letter = reference.charCodeAt(k) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column;
}
