/** Fills a template in as Excel would: rows below the header, each cell with the look of its column; everything else stays as it is. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { columnLetters } from "../../../core/workbook/cells.ts";
import { escaped } from "../../../core/workbook/text.ts";

/** Text, a day of the sheet, or an empty cell. */
export type Typed = string | number | null;

export interface FilledIn {
  /** Sheets by their place in the workbook (1 is `Toetsen`, 2 is `Trends`): rows of cells. The example row goes, unless it is kept. */
  readonly rows: Readonly<Record<number, readonly (readonly Typed[])[]>>;
  readonly keepExample?: boolean;
}

export function fillIn(template: Uint8Array, { rows, keepExample = false }: FilledIn): Uint8Array {
  const parts = unzipSync(template);
  for (const [number, typed] of Object.entries(rows)) {
    const name = `xl/worksheets/sheet${number}.xml`;
    const xml = strFromU8(parts[name]!);
    const styles = [...xml.matchAll(/<col min="\d+" max="\d+" width="[\d.]+" style="(\d+)"/g)].map((match) => match[1]!);
    const first = keepExample ? 3 : 2;
    const added = typed.map((cells, i) => rowXml(cells, first + i, styles)).join("");
    const kept = keepExample ? xml : xml.replace(/<row r="2">.*?<\/row>/s, "");
    parts[name] = strToU8(kept.replace("</sheetData>", () => `${added}</sheetData>`));
  }
  return zipSync(parts);
}

function rowXml(cells: readonly Typed[], row: number, styles: readonly string[]): string {
  const xml = cells.map((value, i) => {
    const at = `r="${columnLetters(i)}${row}" s="${styles[i]}"`;
    if (value === null) return "";
    if (typeof value === "number") return `<c ${at}><v>${value}</v></c>`;
    return `<c ${at} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  });
  return `<row r="${row}">${xml.join("")}</row>`;
}
