import { openDataTables, openDataZip } from "../core/figures/open-data/open-data.ts";
import type { Terms } from "../core/figures/open-data/terms.ts";
import { type ReportContents, type ReportFile, reportContentTypes } from "../core/figures/yearly-report/published.ts";
import type { YearlyReport } from "../core/figures/yearly-report/report.ts";
import { reportWorkbook } from "../core/figures/yearly-report/workbook.ts";
import type { NamedFile } from "./data.ts";
import { type ReportEdition, yearlyReportFile } from "./yearly-report-file.tsx";

/** All files of a report. The same report, edition and terms give the same bytes. */
export const reportContents = (report: YearlyReport, edition: ReportEdition, terms: Terms): ReportContents => ({
  "jaarrapport.html": bytes(yearlyReportFile(report, edition)),
  "jaarrapport.xlsx": reportWorkbook(report),
  "jaarrapport.csv": bytes(figuresCsv(report)),
  "open-data.zip": openDataZip(report, edition.version, terms),
  "report.json": bytes(JSON.stringify(report)),
});

/** One of the files under a name that says what is in it. */
export const namedReportFile = (
  { label, year }: Pick<YearlyReport, "label" | "year">,
  name: ReportFile,
  content: Uint8Array,
): NamedFile => ({
  name: `${name.replace(/\..*$/, "")}-${label}-${year}${name.replace(/^[^.]*/, "")}`,
  contentType: reportContentTypes[name],
  content,
});

const figuresCsv = (report: YearlyReport): string => openDataTables(report).find(({ resource }) => resource.name === "cijfers")!.csv;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
