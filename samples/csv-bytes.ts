/** CSV in the encodings and separators that bodies use. */
export type Encoding = "utf-8 met BOM" | "utf-8" | "windows-1252" | "utf-16le";

export interface CsvManner {
  readonly encoding: Encoding;
  readonly delimiter: ";" | "," | "\t";
  readonly lineEnd: "\r\n" | "\n";
  /** First line `sep=;`, as some exports write it for Excel. */
  readonly sepLine?: boolean;
}

export function csvBytes(rows: readonly (readonly string[])[], manner: CsvManner): Uint8Array {
  const { delimiter, lineEnd } = manner;
  const lines = rows.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineEnd);
  const text = (manner.sepLine ? `sep=${delimiter}${lineEnd}` : "") + lines.join("");
  return encoded(text, manner.encoding);
}

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-8 met BOM") return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === "utf-16le") return Uint8Array.from([0xfeff, ...codeUnits(text)].flatMap((unit) => [unit & 0xff, unit >> 8]));
  return Uint8Array.from(codeUnits(text), (unit) => {
    // The samples use no character that Windows-1252 has elsewhere than Latin-1.
    if (unit > 0xff) throw new RangeError(`no Windows-1252 for U+${unit.toString(16)}`);
    return unit;
  });
}

const codeUnits = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
