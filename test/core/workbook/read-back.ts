import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { defaultLimits } from "../../../core/intake/reading/limits.ts";
import { readWorkbook } from "../../../core/intake/reading/xlsx/workbook.ts";
import type { ReadingProblem } from "../../../core/intake/types.ts";

export interface ReadRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly string[];
  readonly kinds: readonly number[];
}

/** The workbook as our own intake reads it. */
export function readBack(bytes: Uint8Array): { rows: ReadRow[]; sheets: string[]; problems: ReadingProblem[] } {
  const rows: ReadRow[] = [];
  const sheets: string[] = [];
  const problems: ReadingProblem[] = [];
  const receiver = {
    sheet: (name: string | null) => void sheets.push(name ?? ""),
    row: (cells: readonly string[], row: number, kinds?: Uint8Array) => {
      rows.push({ sheet: sheets.at(-1) ?? "", row, cells: [...cells], kinds: cells.map((_, i) => kinds?.[i] ?? 0) });
    },
    problem: (problem: ReadingProblem) => void problems.push(problem),
  };
  readWorkbook(bytes, receiver, defaultLimits);
  return { rows, sheets, problems };
}

/** Every part by its name, as text; throws when one is not well-formed XML. */
export function xmlParts(bytes: Uint8Array): Record<string, string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, decoder.decode(content)] as const);
  for (const [name, xml] of parts) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(xml).close();
  }
  return Object.fromEntries(parts);
}

/** The style (fill, format) of a cell, from the style table of the workbook. */
export function looksOf(bytes: Uint8Array, sheet: number, cell: string): { fill: string | null; format: string; wrap: boolean } {
  const parts = xmlParts(bytes);
  const styles = parts["xl/styles.xml"] ?? "";
  const index = Number(new RegExp(`<c r="${cell}"(?: s="(\\d+)")?`).exec(parts[`xl/worksheets/sheet${sheet}.xml`] ?? "")?.[1] ?? 0);
  const xf = [...(styles.split("<cellXfs")[1] ?? "").matchAll(/<xf ([^>]*)>(.*?)<\/xf>/g)][index];
  const fill = Number(/fillId="(\d+)"/.exec(xf?.[1] ?? "")?.[1]);
  const fills = [...styles.matchAll(/<fill>(.*?)<\/fill>/g)].map((match) => /fgColor rgb="FF(\w+)"/.exec(match[1] ?? "")?.[1] ?? null);
  return {
    fill: fills[fill] ?? null,
    format: /numFmtId="(\d+)"/.exec(xf?.[1] ?? "")?.[1] ?? "",
    wrap: (xf?.[2] ?? "").includes("wrapText"),
  };
}
