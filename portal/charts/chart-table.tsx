import { useLanguage } from "../language.tsx";
import { type Column, Table } from "../table.tsx";
import { plain } from "./plain-text.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** How the values of a column are written. Shares are fractions. */
export type ColumnKind = "text" | "count" | "share" | "day";

export interface ChartColumn {
  readonly header: string;
  readonly kind: ColumnKind;
}

export type Cell = string | number | null;

/** The numbers that a chart draws, as plain values: shown beneath it, and written to CSV and XLSX. Rows are as long as `columns`. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A value as a reader sees it. */
export function cellText(value: Cell, kind: ColumnKind, wording: Wording): string {
  if (value === null || value === "") return "–";
  if (typeof value === "string") return kind === "day" ? wording.day(plain(value)) : plain(value);
  return kind === "share" ? wording.percent(value) : wording.number(value);
}

export function ChartTableView({ table, caption }: { readonly table: ChartTable; readonly caption: string }) {
  const wording = wordingOf(useLanguage());
  const columns = table.columns.map(
    ({ header, kind }, i): Column<readonly Cell[]> => ({
      header: plain(header),
      numeric: kind === "count" || kind === "share",
      cell: (row) => cellText(row[i] ?? null, kind, wording),
    }),
  );
  return <Table caption={plain(caption)} columns={columns} rows={table.rows} />;
}
