/** Yearly reports that were made public: what they were then, they stay. */
import type { User } from "../../access.ts";
import type { YearlyReport } from "./report.ts";

/** Of every version these, and no others; `report.json` is what later reports are held against. */
export const reportFiles = ["jaarrapport.html", "jaarrapport.xlsx", "jaarrapport.csv", "open-data.zip", "report.json"] as const;
export type ReportFile = (typeof reportFiles)[number];

export const reportContentTypes: Readonly<Record<ReportFile, string>> = {
  "jaarrapport.html": "text/html; charset=utf-8",
  "jaarrapport.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "jaarrapport.csv": "text/csv; charset=utf-8",
  "open-data.zip": "application/zip",
  "report.json": "application/json",
};

export interface PublishedReport {
  readonly label: string;
  /** 1 is the first report of this label that was published, of whatever year. */
  readonly number: number;
  readonly year: number;
  /** 1 is the first of this year; the newest replaces the others. */
  readonly version: number;
  /** `jjjj-mm-dd` */
  readonly referenceDate: string;
  readonly provisional: boolean;
  readonly run: string;
  /** Shown to policy staff only. */
  readonly by: Pick<User, "id" | "name">;
  /** ISO 8601 */
  readonly at: string;
  /** SHA-256 of the bytes of each file. */
  readonly files: Readonly<Record<ReportFile, string>>;
}

export type ReportContents = Readonly<Record<ReportFile, Uint8Array>>;

export interface PublishedReports {
  /** Of all labels: by label, and then by number. */
  list(): Promise<readonly PublishedReport[]>;
  /**
   * Keeps the files, which are never changed, and then lists the report under its number. False when that number is taken: somebody else published
   * meanwhile, and nothing is listed.
   */
  publish(report: Omit<PublishedReport, "files">, contents: ReportContents): Promise<boolean>;
  /** The bytes as they were published. */
  file(report: PublishedReport, name: ReportFile): Promise<Uint8Array>;
  /** The reports of a label as data, in the order in which they were published. */
  reportsOf(label: string): Promise<readonly YearlyReport[]>;
}

export const ofLabel = (reports: readonly PublishedReport[], label: string): readonly PublishedReport[] =>
  reports.filter((report) => report.label === label);
