/**
 * The sender's own file back as a workbook, with what is wrong coloured and said beside it, so that it can be mended and delivered
 * again as it is: same sheets, same columns, same rows. Decisions: docs/decisions/0005-writing-workbooks.md.
 */
import { MAX_ROWS } from "../workbook/cells.ts";
import { createWorkbook } from "../workbook/write.ts";
import { headerNotFound } from "./checks/header-not-found.ts";
import { sheetIgnored } from "./checks/sheet-ignored.ts";
import { readingRules } from "./reading/problems.ts";
import { writeFindingsSheet } from "./remarks/findings-sheet.ts";
import { findingsBySheet } from "./remarks/placed-findings.ts";
import { createRejectedRows } from "./remarks/rejected-rows.ts";
import { createReturnedSheet, type ReturnedSheet } from "./remarks/returned-sheet.ts";
import { CSV_SHEET, isFindingsSheet } from "./returned.ts";
import { isTemplateSheet } from "./template-parts.ts";
import type { CheckedDelivery, Finding, TableReceiver } from "./types.ts";

/** A table with more rows than this goes back without the rows that need no attention: nobody mends it row by row in Excel. */
export const MAX_ROWS_RETURNED_WHOLE = 100_000;

/**
 * Takes the delivered file a second time, and writes the workbook in pieces; memory does not grow with the rows. `end` finishes it.
 * - A file that could not be read gives only the sheet with findings.
 * - Of more than 100 000 rows only the headers and the rows of rejected reports go back, one after the other; each remark then names
 *   its row in the file.
 * - Personal data that was found is taken out, and so is what looks like it in columns and sheets that are not read at all.
 */
export function createRemarks(options: { checked: CheckedDelivery; write(chunk: Uint8Array): void }): TableReceiver & { end(): void } {
  const { checked } = options;
  const workbook = createWorkbook({ write: options.write });
  const withRows = isReadable(checked);
  const large = checked.read.rows > MAX_ROWS_RETURNED_WHOLE;
  const placed = findingsBySheet(checked.findings);
  const rejected = large ? createRejectedRows(checked.reports) : null;
  const unread = new Set(checked.findings.filter(({ code }) => withoutHeader.has(code)).map((finding) => finding.sheet));
  const shown = new Set<Finding>();
  let sheet: ReturnedSheet | null = null;
  let full = false;
  /** Begins the sheet that was announced: its first row says whether it is one of the template, which does not go back. */
  let begin: (() => void) | null = null;

  function close(): void {
    begin?.();
    begin = null;
    if (sheet?.end() === "full") full = true;
    sheet = null;
  }

  return {
    sheet(name) {
      close();
      const isRead = !unread.has(name);
      if (!withRows || isFindingsSheet(name) || (large && !isRead)) return;
      begin = () => {
        rejected?.sheet(name);
        sheet = createReturnedSheet({
          workbook,
          name: name ?? CSV_SHEET,
          findings: placed(name),
          isRead,
          rejected,
          maxRows: isRead ? MAX_ROWS : MAX_ROWS_RETURNED_WHOLE,
          shown,
        });
      };
    },
    row(cells, row, kinds) {
      if (begin !== null && !isTemplateSheet(cells)) begin();
      begin = null;
      sheet?.row(cells, row, kinds);
    },
    // What was wrong with the file as such was found the first time.
    problem() {},
    end() {
      close();
      writeFindingsSheet(workbook, { checked, shown, withRows, large, full });
      workbook.end();
    },
  };
}

/** Was there a table, and was it read to its end? */
function isReadable(checked: CheckedDelivery): boolean {
  if (checked.read.format === "unknown") return false;
  return !checked.findings.some((finding) => fatal.has(finding.code));
}

/** Sheets without a header that we know are not read: which column is what, and so where the table ends, is not known. */
const withoutHeader = new Set([headerNotFound.code, sheetIgnored.code]);

const fatal = new Set(Object.entries(readingRules).flatMap(([code, rule]) => (rule.fatal ? [code] : [])));
