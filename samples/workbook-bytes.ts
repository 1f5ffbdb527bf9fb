/** Workbooks whose bytes depend on their content only. */
import { unzipSync, zipSync } from "fflate";
import writeExcelFile, { type Row } from "write-excel-file/node";
import type { Cell, Table } from "./table.ts";

/** A zip has a time per part, in local time: one fixed time, made in local time, gives the same bytes everywhere. */
const fixedTime = (): Date => new Date(2026, 0, 1);

export async function workbookBytes(sheets: readonly { readonly name: string; readonly rows: Table }[]): Promise<Uint8Array> {
  const content = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row, place) => row.map((cell) => excelCell(cell, place === 0))),
    stickyRowsCount: 1,
  }));
  const parts = unzipSync(new Uint8Array(await writeExcelFile(content).toBuffer()));
  const names = Object.keys(parts).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, [parts[name]!, { mtime: fixedTime(), level: 9 }]])));
}

function excelCell(cell: Cell, header: boolean): Row[number] {
  if (typeof cell === "string")
    return cell === "" ? null : { value: cell, type: String, ...(header ? { fontWeight: "bold" as const } : {}) };
  if ("day" in cell) return { value: new Date(cell.day * 86_400_000), type: Date, format: "dd-mm-yyyy" };
  return { value: cell.number, type: Number };
}
