/** The findings as a table for a spreadsheet, `<file>.findings.csv`. */
import { writeCsv } from "../figures/csv.ts";
import { receiptFinding } from "./receipt.ts";
import type { Finding, Severity } from "./types.ts";

/** One line per place, in the order of the file; row and column as Excel shows them (14 and C), empty when it concerns the file. */
export function findingsCsv(findings: readonly Finding[]): string {
  return writeCsv(header, rows(findings));
}

const header = ["code", "ernst", "blad", "rij", "kolom", "kolomnaam", "waarde", "melding", "herstel"];

/** How a severity is called in files for people. */
export const severityWord: Record<Severity, string> = { error: "fout", warning: "waarschuwing" };

function* rows(findings: readonly Finding[]) {
  for (const finding of findings) {
    const { code, severity, sheet, row, column, columnName, value, message, fix } = receiptFinding(finding);
    yield [code, severityWord[severity], sheet, row, column, columnName, value, message, fix];
  }
}
