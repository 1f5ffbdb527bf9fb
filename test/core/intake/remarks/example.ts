import { bodyCode } from "../../../../core/ids.ts";
import { createRemarks } from "../../../../core/intake/remarks.ts";
import type { CheckedDelivery, Finding, JudgedReport, TableReceiver } from "../../../../core/intake/types.ts";

export const finding = (code: string, row: number | null, column: number | null, more: Partial<Finding> = {}): Finding => ({
  code,
  severity: "error",
  sheet: null,
  row,
  column,
  columnName: null,
  value: "",
  params: {},
  ...more,
});

export const report = (
  reference: string,
  row: number,
  outcome: JudgedReport["outcome"],
  more: Partial<JudgedReport> = {},
): JudgedReport => ({
  body: bodyCode("ciio"),
  reference,
  label: "KSW",
  status: "new",
  row,
  sheet: null,
  organisationName: "Welzijn",
  hasErrors: outcome === "rejected",
  trends: [],
  outcome,
  contentHash: "",
  knownRevision: 0,
  ...more,
});

export function checked(findings: readonly Finding[], more: Partial<CheckedDelivery> = {}): CheckedDelivery {
  const codes = [...new Set(findings.map(({ code }) => code))];
  return {
    status: findings.some(({ severity }) => severity === "error") ? "rejected" : "accepted",
    read: { format: "csv", encoding: "utf-8", delimiter: ";", layout: "long", rows: 10 },
    reports: [],
    findings,
    groups: codes.map((code) => {
      const own = findings.filter((one) => one.code === code);
      return { code, severity: own[0]?.severity ?? "error", count: own.length, firstRow: own[0]?.row ?? null };
    }),
    ...more,
  };
}

/** The workbook that goes back, after `feed` gave the file a second time. */
export function remarksOf(delivery: CheckedDelivery, feed: (receiver: TableReceiver) => void): Uint8Array {
  const chunks: Uint8Array[] = [];
  const remarks = createRemarks({ checked: delivery, write: (chunk) => chunks.push(chunk) });
  feed(remarks);
  remarks.end();
  return Buffer.concat(chunks);
}

/** A CSV table whose rows follow one another. */
export const csv =
  (...rows: readonly (readonly string[])[]) =>
  (receiver: TableReceiver): void => {
    receiver.sheet(null);
    rows.forEach((cells, i) => {
      if (cells.length > 0) receiver.row(cells, i + 1);
    });
  };
