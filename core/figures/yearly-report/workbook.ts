import { type SheetContent, type TableColumn, writeWorkbook } from "../../workbook/write.ts";
import type { Cells, Table } from "../tables/table.ts";
import type { YearlyReport } from "./report.ts";
import {
  aboutReport,
  figureRowsOf,
  groupRowsOf,
  meanRowsOf,
  normRowsOf,
  organisationRowsOf,
  testRowsOf,
  themeRowsOf,
} from "./table-rows.ts";
import { figuresTable, groupsTable, meansTable, normsTable, organisationsTable, testsTable, themesTable } from "./tables.ts";

/** The tables of the report as one workbook: a sheet each, and one that says what they are. */
export const reportWorkbook = (report: YearlyReport): Uint8Array =>
  writeWorkbook([
    {
      name: "Verantwoording",
      columns: [
        { header: "onderwerp", format: "text", width: 24 },
        { header: "toelichting", format: "text", width: 100, wrap: true },
      ],
      rows: [
        ...aboutReport(report),
        [
          "Verborgen",
          "Een aantal van 1 tot en met 4 organisaties is verborgen, met wat nodig is om het uit te rekenen. Van en tot zijn dan de grenzen.",
        ],
        ...[figuresTable, groupsTable, meansTable, testsTable, organisationsTable, themesTable, normsTable].map(
          ({ title, description }): [string, string] => [title, description],
        ),
      ],
    },
    sheet(figuresTable, figureRowsOf(report)),
    sheet(groupsTable, groupRowsOf(report)),
    sheet(meansTable, meanRowsOf(report)),
    sheet(testsTable, testRowsOf(report)),
    sheet(organisationsTable, organisationRowsOf(report)),
    sheet(themesTable, themeRowsOf(report)),
    sheet(normsTable, normRowsOf(report)),
  ]);

const formats = { text: "text", count: "general", number: "general", fraction: "share" } as const;

const sheet = <Row extends Cells<Row>>({ title, columns }: Table<Row>, rows: readonly Row[]): SheetContent => ({
  name: title,
  columns: columns.map(
    ({ name, kind }): TableColumn => ({ header: name, format: formats[kind], ...(name === "titel" ? { width: 60 } : {}) }),
  ),
  rows: rows.map((row) => columns.map(({ name }) => row[name])),
});
