/**
 * The charts of a page as files: the address of the page itself with `figuur` and `als` more, so that a filter in the address holds for the
 * file too.
 */

import { dutchDay, parseIsoDay } from "../core/calendar.ts";
import { fraction, writeCsv } from "../core/figures/csv.ts";
import { writeWorkbook } from "../core/workbook/write.ts";
import { type Chart, type ChartDownloads, fileName } from "./charts/chart-figure.tsx";
import type { Cell, ChartTable, ColumnKind } from "./charts/chart-table.tsx";
import { standaloneSvg } from "./charts/standalone.ts";
import type { NamedFile } from "./data.ts";

const endings = ["svg", "csv", "xlsx"] as const;
type Ending = (typeof endings)[number];

/** Where the files of a chart are, for `ChartFigure`. `address`: path and query of the page. */
export function chartDownloads(address: string, { id }: Pick<Chart, "id">): ChartDownloads {
  const as = (ending: Ending) => {
    const url = new URL(address, "http://page");
    url.searchParams.set("figuur", id);
    url.searchParams.set("als", ending);
    return url.pathname + url.search;
  };
  return { svg: as("svg"), csv: as("csv"), xlsx: as("xlsx") };
}

/** The same for a table without a drawing. */
export function tableDownloads(address: string, id: string): ChartDownloads {
  const { csv, xlsx } = chartDownloads(address, { id });
  return { csv, xlsx };
}

/** A table that a page hands out without drawing it. */
export interface FileTable extends Pick<Chart, "id" | "heading" | "table"> {}

/**
 * The file that an address asks for among the charts and tables of its page; undefined when it asks for the page. Must be called in the language
 * of the page (`inLanguage`). `source`: where the figures come from, and of which day; it is in every file.
 */
export function askedFile(
  query: (name: string) => string | undefined,
  charts: readonly (Chart | FileTable)[],
  source: string,
): NamedFile | undefined {
  const chart = charts.find(({ id }) => id === query("figuur"));
  const ending = endings.find((one) => one === query("als"));
  if (!chart || !ending) return undefined;
  const name = `${fileName(chart)}.${ending}`;
  if (ending === "csv") return { name, contentType: "text/csv; charset=utf-8", content: bytes(csvOf(chart.table)) };
  if (ending === "xlsx") return { name, contentType: XLSX, content: workbookOf(chart, source) };
  return "draw" in chart
    ? { name, contentType: "image/svg+xml; charset=utf-8", content: bytes(standaloneSvg({ chart, source })) }
    : undefined;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As the published CSV files: Dutch, shares as fractions of six decimals. */
function csvOf({ columns, rows }: ChartTable): string {
  const value = (cell: Cell, kind: ColumnKind) => {
    if (cell === null || typeof cell === "number") return kind === "share" ? fraction(cell) : cell;
    return kind === "day" ? dayText(cell) : cell;
  };
  return writeCsv(
    columns.map(({ header }) => header),
    rows.map((row) => row.map((cell, i) => value(cell, columns[i]?.kind ?? "text"))),
  );
}

const formats = { text: "text", count: "general", share: "share", day: "text" } as const;

function workbookOf({ heading, table: { columns, rows } }: FileTable, source: string): Uint8Array {
  return writeWorkbook([
    {
      name: "Cijfers",
      columns: columns.map(({ header, kind }) => ({ header, format: formats[kind], width: kind === "text" ? 28 : 14 })),
      rows: rows.map((row) => row.map((cell, i) => (columns[i]?.kind === "day" && typeof cell === "string" ? dayText(cell) : cell))),
    },
    {
      name: "Verantwoording",
      columns: [{ header: heading, format: "text", width: 100, wrap: true }],
      rows: [[source]],
    },
  ]);
}

function dayText(iso: string): string {
  const day = parseIsoDay(iso);
  return day === undefined ? iso : dutchDay(day);
}
