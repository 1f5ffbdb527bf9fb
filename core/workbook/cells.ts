import { BrokenInvariant } from "../faults.ts";
import type { SharedStrings } from "./shared-strings.ts";
import type { CellStyle } from "./styles.ts";
import { escaped, fitting, hasEdgeSpace, MAX_CHARACTERS } from "./text.ts";

/** What a cell holds. A string is text, whatever it begins with; `null` is an empty cell. */
export type CellValue = string | number | null;

/** The size of a sheet in Excel (Microsoft, "Excel specifications and limits"). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Gathers the XML of a sheet as bytes and hands it on in pieces, which may be reused after the call. */
export interface CellWriter {
  /** XML as it is. */
  xml(text: string): void;
  /** One row. `styles`: one for all cells, or one for each. */
  row(values: readonly CellValue[], styles: CellStyle | readonly CellStyle[], row: number, lines: number): void;
  /** Hands on what is left. */
  flush(): void;
}

/**
 * Bytes instead of strings, as this is where the time goes: joining and encoding strings took half as long again on the
 * 100 000 cells of a receipt that has to be there within a second.
 */
export function createCellWriter(strings: SharedStrings, handOn: (bytes: Uint8Array) => void): CellWriter {
  let buffer = new Uint8Array(PIECE * 2);
  let at = 0;

  function flush(): void {
    if (at > 0) handOn(buffer.subarray(0, at));
    at = 0;
  }

  function room(bytes: number): void {
    if (at + bytes <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, at + bytes));
    larger.set(buffer);
    buffer = larger;
  }

  function copy(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i += 1) buffer[at + i] = bytes[i]!;
    at += bytes.length;
  }

  function encode(text: string): void {
    room(text.length * 3);
    at += encoder.encodeInto(text, buffer.subarray(at)).written;
  }

  /** A small whole number, digit by digit. */
  function whole(value: number): void {
    let divisor = 1;
    while (value >= divisor * 10) divisor *= 10;
    for (let rest = value; divisor >= 1; divisor = Math.floor(divisor / 10)) {
      const digit = Math.floor(rest / divisor);
      buffer[at] = 48 + digit;
      at += 1;
      rest -= digit * divisor;
    }
  }

  function text(value: string): void {
    room(value.length);
    const start = at;
    for (let i = 0; i < value.length; i += 1) {
      const code = value.charCodeAt(i);
      if (code >= 128 || special[code] === 1 || i >= MAX_CHARACTERS) {
        at = start;
        encode(escaped(fitting(value)));
        return;
      }
      buffer[at] = code;
      at += 1;
    }
  }

  function textCell(value: string, style: CellStyle): void {
    const index = strings.indexOf(value);
    if (index >= 0) {
      copy(sharedStart(style));
      whole(index);
      copy(VALUE_END);
      return;
    }
    copy(hasEdgeSpace(value) ? spacedText(style) : plainText(style));
    text(value);
    room(CELL_ROOM);
    copy(TEXT_END);
  }

  function cell(value: CellValue, style: CellStyle, column: number, rowDigits: Uint8Array): void {
    room(CELL_ROOM);
    copy(cellStart(column));
    copy(rowDigits);
    if (typeof value === "string") textCell(value, style);
    else if (value === null) copy(emptyCell(style));
    else {
      if (!Number.isFinite(value)) throw new BrokenInvariant(`${value} cannot stand in a cell`);
      copy(numberStart(style));
      copy(encoder.encode(String(value)));
      copy(VALUE_END);
    }
  }

  return {
    xml: encode,
    row(values, styles, row, lines) {
      const rowDigits = encoder.encode(String(row));
      room(CELL_ROOM);
      copy(ROW_START);
      copy(rowDigits);
      copy(lines > 1 ? rowOpen(Math.min(lines, MOST_LINES)) : ROW_OPEN);
      for (let i = 0; i < values.length; i += 1) {
        const value = values[i] ?? null;
        const style = typeof styles === "number" ? styles : (styles[i] ?? 0);
        // An empty cell without a look of its own need not be written: the column's own look shows through.
        if (value !== null || style !== 0) cell(value, style, i, rowDigits);
      }
      room(CELL_ROOM);
      copy(ROW_END);
      if (at >= PIECE) flush();
    },
    flush,
  };
}

const encoder = new TextEncoder();

/** Of one line of text, in points; a row is at most 409 points high (Microsoft, as above). */
export const LINE_HEIGHT = 15;
const MOST_LINES = 27;

/** Bytes that are gathered before they are compressed: fewer calls, and still little memory. */
const PIECE = 1 << 16;

/** More than the tags around one value take, with its reference, style and number. */
const CELL_ROOM = 256;

/** ASCII characters that need care in XML. The underscore, because Excel reads `_x000D_` in text as a carriage return. */
const special = Uint8Array.from({ length: 128 }, (_, code) => (code < 32 || '&<>"_'.includes(String.fromCharCode(code)) ? 1 : 0));

const ROW_START = encoder.encode('<row r="');
const ROW_OPEN = encoder.encode('">');
const ROW_END = encoder.encode("</row>");
const TEXT_END = encoder.encode("</t></is></c>");
const VALUE_END = encoder.encode("</v></c>");

/** Without `customHeight`: the height stays automatic when people edit the row. */
const rowOpen = remembered((lines) => `" ht="${lines * LINE_HEIGHT}">`);
const cellStart = remembered((column) => `<c r="${columnLetters(column)}`);
const emptyCell = remembered((style) => `"${styleAttribute(style)}/>`);
const numberStart = remembered((style) => `"${styleAttribute(style)}><v>`);
const sharedStart = remembered((style) => `"${styleAttribute(style)} t="s"><v>`);
const plainText = remembered((style) => `"${styleAttribute(style)} t="inlineStr"><is><t>`);
const spacedText = remembered((style) => `"${styleAttribute(style)} t="inlineStr"><is><t xml:space="preserve">`);

const styleAttribute = (style: CellStyle) => (style === 0 ? "" : ` s="${style}"`);

/** Excel's letters of column `index` (0 is A). */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** Tags by column or by style are few, and needed for every cell. */
function remembered(make: (index: number) => string): (index: number) => Uint8Array {
  const known: Uint8Array[] = [];
  return (index) => {
    const bytes = known[index];
    if (bytes) return bytes;
    const made = encoder.encode(make(index));
    known[index] = made;
    return made;
  };
}
