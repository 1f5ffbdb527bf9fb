import { BrokenInvariant } from "../faults.ts";
import type { CellStyle } from "./styles.ts";

/** What a cell holds. A string is text, whatever it begins with; `null` is an empty cell. */
export type CellValue = string | number | null;

/** The size of a sheet and of a cell in Excel (Microsoft, "Excel specifications and limits"). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const MAX_CHARACTERS = 32_767;

/** XML of one row. `styles`: one for all cells, or one for each. */
export function rowXml(values: readonly CellValue[], styles: CellStyle | readonly CellStyle[], row: number): string {
  let xml = `<row r="${row}">`;
  for (let i = 0; i < values.length; i += 1) {
    const style = typeof styles === "number" ? styles : (styles[i] ?? 0);
    const value = values[i] ?? null;
    // An empty cell without a look of its own need not be written: the column's own style shows through.
    if (value === null && style === 0) continue;
    xml += cellXml(value, style, columnLetters(i) + row);
  }
  return `${xml}</row>`;
}

function cellXml(value: CellValue, style: CellStyle, reference: string): string {
  const start = style === 0 ? `<c r="${reference}"` : `<c r="${reference}" s="${style}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === "string") return `${start} t="inlineStr"><is>${textXml(value)}</is></c>`;
  if (!Number.isFinite(value)) throw new BrokenInvariant(`${value} cannot stand in cell ${reference}`);
  return `${start}><v>${value}</v></c>`;
}

/** `<t>` with text: characters that XML cannot hold are left out, and text longer than Excel holds ends in an ellipsis. */
function textXml(text: string): string {
  const short = text.length > MAX_CHARACTERS ? cut(text) : text;
  const content = special.test(short) ? escaped(short) : short;
  return edgeSpace.test(short) ? `<t xml:space="preserve">${content}</t>` : `<t>${content}</t>`;
}

/** Anything that may need care; nearly no cell has it. `_x` because Excel reads `_x000D_` in text as a carriage return. */
const special = /[&<>\p{Cc}\uD800-\uDFFF\uFFFE\uFFFF]|_x/u;

/** Without `xml:space` white space at the edges is lost. */
const edgeSpace = /^\s|\s$/;

/** Exported for other parts of the workbook: text as it stands between tags or in an attribute. */
export function escaped(text: string): string {
  return text.replace(unholdable, "").replace(/[&<>"\r]|_(?=x[0-9A-Fa-f]{4}_)/g, (character) => entities[character]!);
}

/**
 * Characters that XML 1.0 cannot hold (production 2): control characters but tab, line feed and carriage return, halves of
 * surrogate pairs, U+FFFE and U+FFFF.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const unholdable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\uFFFE\uFFFF]/gu;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A bare carriage return would be read as a line feed (XML 1.0, 2.11).
  "\r": "&#13;",
  // ECMA-376 22.9.2.19 (ST_Xstring): an underscore that would begin an escape is itself escaped.
  _: "_x005F_",
};

function cut(text: string): string {
  const end = MAX_CHARACTERS - 1;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}

const letters: string[] = [];

/** Excel's letters of column `index` (0 is A). */
export function columnLetters(index: number): string {
  const known = letters[index];
  if (known !== undefined) return known;
  const made = (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
  letters[index] = made;
  return made;
}
