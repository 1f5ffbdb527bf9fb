/** The sentences of a receipt in English, one for one those of `receipt-words.ts`. */
import { amsterdamClock, amsterdamDay, dutchDay } from "../calendar.ts";
import { count as countIn, number as numberIn } from "../numbers.ts";
import type { Counts } from "./receipt-counts.ts";
import { encodingName, isTruncated, rowsWithErrors } from "./receipt-words.ts";
import { type CheckedDelivery, type DeliveryStatus, MAX_PLACES_PER_CODE, type ReadAs } from "./types.ts";
import { isWithheld } from "./withheld.ts";

export function englishStatus(status: Exclude<DeliveryStatus, "unchanged">, counts: Counts): string {
  if (status === "accepted") return "Accepted";
  if (status === "rejected") return "Not accepted. Nothing was processed.";
  return `Partly accepted: ${number(counts.reports - counts.rejected)} of the ${number(counts.reports)} reports`;
}

export const englishUnchanged = (earlier: { delivery: string; receivedAt: string }): string =>
  `This file was delivered before, on ${moment(earlier.receivedAt)} (delivery ${earlier.delivery}); nothing changes.`;

export const englishAdvice =
  "Was a report of this file changed or withdrawn since, and do you want to deliver it like this again? Then write in the column status, per report, " +
  '"gewijzigd", or "nieuw" when the report was withdrawn. If that column is missing, add it.';

export function englishSummary(delivery: { file: string; receivedAt: string }, checked: CheckedDelivery, counts: Counts): string[] {
  const sentences = [outcome(checked, counts)];
  if (counts.warnings > 0) sentences.push(warnings(counts.warnings));
  if (isTruncated(checked)) {
    sentences.push(`Of each kind of finding the first ${number(MAX_PLACES_PER_CODE)} places are listed; the numbers are complete.`);
  }
  sentences.push(`File "${delivery.file}", received on ${moment(delivery.receivedAt)}. ${reading(checked)}`);
  return sentences;
}

/** In Dutch time; days as they stand in deliveries. */
const moment = (iso: string): string => `${dutchDay(amsterdamDay(iso))} at ${amsterdamClock(iso)}`;

const number = (value: number): string => numberIn(value, "en");
const count = (value: number, one: string, many: string): string => countIn(value, one, many, "en");

function outcome(checked: CheckedDelivery, counts: Counts): string {
  if (checked.status === "accepted") return accepted(counts);
  if (isWithheld(checked)) return "Nothing was processed. You do not have to withdraw anything. The finding says what you can do.";
  const faults = `${count(counts.errors, "error", "errors")}${inRows(checked)}`;
  if (checked.status === "rejected") {
    return `${faults}. Nothing was processed. Mend the file and deliver it again; you do not have to withdraw anything.`;
  }
  const rejected = counts.rejected === 1 ? "1 report was" : `${number(counts.rejected)} reports were`;
  const them = counts.rejected === 1 ? "Mend this report and deliver it" : "Mend these reports and deliver them";
  return `${accepted(counts)} ${rejected} not accepted: ${faults}. ${them} again; what was accepted you do not have to deliver again.`;
}

function accepted(counts: Counts): string {
  const kinds = [
    [counts.new, "new"],
    [counts.replaced, "replaced"],
    [counts.withdrawn, "withdrawn"],
    [counts.unchanged, "unchanged"],
  ] as const;
  const named = kinds.filter(([reports]) => reports > 0).map(([reports, word]) => `${number(reports)} ${word}`);
  const total = counts.reports - counts.rejected;
  return `${total === 1 ? "1 report was" : `${number(total)} reports were`} accepted${named.length > 0 ? `: ${named.join(", ")}` : ""}.`;
}

const warnings = (all: number): string =>
  all === 1 ? "1 warning; it does not hold processing back." : `${number(all)} warnings; they do not hold processing back.`;

function inRows(checked: CheckedDelivery): string {
  const rows = rowsWithErrors(checked);
  return rows === 0 ? "" : ` in ${isTruncated(checked) ? "at least " : ""}${count(rows, "row", "rows")}`;
}

function reading(checked: CheckedDelivery): string {
  if (isWithheld(checked)) return "The file was not opened.";
  const { read } = checked;
  if (read.format === "unknown") return "The file could not be read as a table.";
  const details = [encodingName(read.encoding)?.replace("met BOM", "with BOM"), delimiterWords(read.delimiter)].filter(Boolean);
  const format = read.format === "csv" ? "CSV" : "Excel workbook (XLSX)";
  return `Read as ${format}${details.length > 0 ? ` (${details.join(", ")})` : ""}; ${count(read.rows, "row", "rows")}${layouts[read.layout]}.`;
}

const layouts: Record<ReadAs["layout"], string> = {
  long: ", one norm per row",
  wide: ", one report per row",
  trends: " of trends",
  unknown: "",
};

const delimiterWords = (delimiter: string | null): string | null =>
  delimiter === null ? null : `separator ${delimiter === "\t" ? "tab" : `"${delimiter}"`}`;
