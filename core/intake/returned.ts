/**
 * What is added to a sender's own file when it goes back with remarks. The file can be delivered again with it: the checks pass over
 * this column and this sheet without a finding.
 */
import { foldHeader } from "./columns.ts";

export const REMARKS_HEADER = "opmerkingen (deze kolom mag blijven staan)";
export const FINDINGS_SHEET = "Bevindingen (normenmonitor)";
/** A CSV file has no sheet name: this is the name it gets in the workbook. */
export const CSV_SHEET = "Aanlevering";

const remarks = foldHeader(REMARKS_HEADER);

/** Whole: a column `opmerkingen` of the sender himself is his own. */
export const isRemarksHeader = (header: string): boolean => foldHeader(header) === remarks;
/** Also when a second one came about by copying: Excel then adds a number. */
export const isFindingsSheet = (name: string | null): boolean => name?.trim().startsWith(FINDINGS_SHEET) === true;
