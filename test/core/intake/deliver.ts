/** Feeds a file or a table to the check, as a delivery of CIIO on 1 June 2026. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseIsoDay } from "../../../core/calendar.ts";
import { bodyCode } from "../../../core/ids.ts";
import { type CheckContext, createCheck, type PendingDelivery } from "../../../core/intake/check.ts";
import { columnLetter } from "../../../core/intake/columns.ts";
import { createCsvReader } from "../../../core/intake/reading/csv.ts";
import { defaultLimits } from "../../../core/intake/reading/limits.ts";
import {
  type CheckedDelivery,
  cellKinds,
  type Finding,
  type History,
  type KnownReport,
  type KnownTest,
  TEXT,
} from "../../../core/intake/types.ts";
import { catalogue } from "../../fixtures/catalogue.ts";

export interface Sheet {
  readonly name: string | null;
  readonly rows: readonly (readonly string[])[];
  /** Kind per column (`A`) or cell (`A2`), for the rows below the header. */
  readonly kinds?: Readonly<Record<string, string>>;
}

export const today = parseIsoDay("2026-06-01") as number;
export const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
export const noHistory: History = { report: () => undefined, tests: () => [] };

const fixtures = join(import.meta.dirname, "../../fixtures/deliveries");
const CSV = { format: "csv", encoding: "utf-8", delimiter: ";" } as const;
const XLSX = { format: "xlsx", encoding: null, delimiter: null } as const;

export const context = (over: Partial<CheckContext> = {}): CheckContext => ({ catalogue, body: bodyCode("ciio"), today, digest, ...over });

/** A file of `test/fixtures/deliveries`: `<name>.csv`, or `<name>.table.json` for a workbook. */
export function deliverFixture(name: string, over: Partial<CheckContext> = {}): PendingDelivery {
  const path = join(fixtures, name);
  if (name.endsWith(".csv")) return deliverCsv(readFileSync(path, "utf8"), over);
  return deliverSheets(JSON.parse(readFileSync(path, "utf8")) as Sheet[], over);
}

export function deliverCsv(text: string, over: Partial<CheckContext> = {}): PendingDelivery {
  const check = createCheck(context(over));
  const reader = createCsvReader(check, defaultLimits);
  reader.write(new TextEncoder().encode(text));
  return check.finish(reader.end());
}

/** Cells as they are: what Excel would have stored is not looked at, `kinds` says it. */
export function deliverSheets(sheets: readonly Sheet[], over: Partial<CheckContext> = {}): PendingDelivery {
  const check = createCheck(context(over));
  for (const { name, rows, kinds = {} } of sheets) {
    check.sheet(name);
    rows.forEach((cells, index) => {
      const row = index + 1;
      const kindAt = (column: number) =>
        row === 1 ? undefined : (kinds[`${columnLetter(column + 1)}${row}`] ?? kinds[columnLetter(column + 1)]);
      const codes = cells.map((_, column) => {
        const kind = (cellKinds as readonly string[]).indexOf(kindAt(column) ?? "text");
        return kind < 0 ? TEXT : kind;
      });
      check.row(cells, row, codes.some((code) => code !== TEXT) ? Uint8Array.from(codes) : undefined);
    });
  }
  return check.finish(sheets.every((sheet) => sheet.name === null) ? CSV : XLSX);
}

/** `C3 12345` for a cell, `3` for a row, `blad!C3` on a sheet, `bestand` for the file. */
export function placeOf(finding: Finding): string {
  if (finding.row === null) return "bestand";
  const cell = `${finding.column === null ? "" : columnLetter(finding.column)}${finding.row}`;
  return finding.sheet === null ? cell : `${finding.sheet}!${cell}`;
}

export const codesOf = (checked: CheckedDelivery): readonly string[] => checked.groups.map((group) => group.code).sort();

export const outcomes = (checked: CheckedDelivery): readonly string[] =>
  checked.reports.map(({ reference, label, outcome }) => `${reference} ${label} ${outcome}`);

export const known = (over: Partial<KnownReport> = {}): KnownReport => ({
  state: "active",
  revision: 1,
  contentHash: "a".repeat(64),
  organisation: "baken" as KnownReport["organisation"],
  framework: "KSW/basis/2019" as KnownReport["framework"],
  deliveryNumber: "A-2026-0007",
  receivedDay: parseIsoDay("2026-05-01") as number,
  ...over,
});

/** A report that an organisation has under a label: a first test by another body, when not said. */
export const knownTest = (day: string, over: Partial<KnownTest> = {}): KnownTest => ({
  body: bodyCode("dnv"),
  reference: "D-1",
  day: parseIsoDay(day) as number,
  kind: "initial",
  ...over,
});

/** A history of reports by reference and label (`R-1 KSW`), and of the tests of every organisation. */
export const historyOf = (reports: Readonly<Record<string, KnownReport>>, tests: readonly KnownTest[] = []): History => ({
  report: (reference, label) => reports[`${reference} ${label}`],
  tests: () => tests,
});
