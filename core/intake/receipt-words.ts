/** The sentences of a receipt, in Dutch; `receipt-words-en.ts` says the same in English. */
import { amsterdamClock, amsterdamDay, dutchDay } from "../calendar.ts";
import { count, number } from "../numbers.ts";
import { type Counts, countsOf } from "./receipt-counts.ts";
import { type CheckedDelivery, type DeliveryStatus, MAX_PLACES_PER_CODE, type ReadAs } from "./types.ts";
import { isWithheld } from "./withheld.ts";

/** The status as a person reads it first. */
export function statusText(status: Exclude<DeliveryStatus, "unchanged">, counts: Counts): string {
  if (status === "accepted") return "Aangenomen";
  if (status === "rejected") return "Niet aangenomen. Er is niets verwerkt.";
  return `Deels aangenomen: ${number(counts.reports - counts.rejected)} van de ${number(counts.reports)} rapporten`;
}

/** Same bytes again. */
export function unchangedText(earlier: { delivery: string; receivedAt: string }): string {
  return `Dit bestand is al aangeleverd op ${moment(earlier.receivedAt)} (aanlevering ${earlier.delivery}); er verandert niets.`;
}

/** A report of the file may have been corrected or withdrawn since: the same bytes do not undo that, so the way to do so is named. */
export const unchangedAdvice =
  "Is een rapport uit dit bestand daarna gewijzigd of ingetrokken en wilt u het weer zo aanleveren? Zet dan in de kolom status per rapport " +
  '"gewijzigd", of "nieuw" als het rapport is ingetrokken. Ontbreekt die kolom, voeg hem dan toe.';

/** What became of the delivery and what to do next; then what does not stand in the way; then which file, and how it was read. */
export function summary(delivery: { file: string; receivedAt: string }, checked: CheckedDelivery, counts: Counts): string[] {
  const sentences = [outcome(checked, counts)];
  if (counts.warnings > 0) sentences.push(warnings(counts.warnings));
  if (isTruncated(checked)) {
    sentences.push(
      `Van elke soort bevinding staan de eerste ${number(MAX_PLACES_PER_CODE)} plaatsen op de lijst; de aantallen zijn volledig.`,
    );
  }
  sentences.push(`Bestand "${delivery.file}", ontvangen op ${moment(delivery.receivedAt)}. ${reading(checked)}`);
  return sentences;
}

/** What became of the delivery and what to do next, in one line. */
export function outcomeText(checked: CheckedDelivery): string {
  if (checked.read.format === "unknown" && checked.groups.length === 0) {
    return "Dit bestand was al eerder aangeleverd en is niet opnieuw gelezen. Er zijn geen bevindingen.";
  }
  return outcome(checked, countsOf(checked));
}

/** `14-03-2026 om 10:58 uur`, in Dutch time. */
export function moment(iso: string): string {
  return `${dutchDay(amsterdamDay(iso))} om ${amsterdamClock(iso)} uur`;
}

function outcome(checked: CheckedDelivery, counts: Counts): string {
  if (checked.status === "accepted") return accepted(counts);
  if (isWithheld(checked)) return "Er is niets verwerkt. U hoeft niets in te trekken. Bij de bevinding staat wat u kunt doen.";
  const faults = `${count(counts.errors, "fout", "fouten")}${inRows(checked)}`;
  if (checked.status === "rejected") {
    return `${faults}. Er is niets verwerkt. Herstel het bestand en lever het opnieuw aan; u hoeft niets in te trekken.`;
  }
  const rejected = counts.rejected === 1 ? "1 rapport is" : `${number(counts.rejected)} rapporten zijn`;
  const them = counts.rejected === 1 ? "Herstel dit rapport en lever het" : "Herstel deze rapporten en lever ze";
  return `${accepted(counts)} ${rejected} niet aangenomen: ${faults}. ${them} opnieuw aan; wat is aangenomen, hoeft u niet opnieuw aan te leveren.`;
}

function accepted(counts: Counts): string {
  const kinds = [
    [counts.new, "nieuw"],
    [counts.replaced, "vervangen"],
    [counts.withdrawn, "ingetrokken"],
    [counts.unchanged, "ongewijzigd"],
  ] as const;
  const named = kinds.filter(([reports]) => reports > 0).map(([reports, word]) => `${number(reports)} ${word}`);
  const total = counts.reports - counts.rejected;
  return `${total === 1 ? "1 rapport is" : `${number(total)} rapporten zijn`} aangenomen${named.length > 0 ? `: ${named.join(", ")}` : ""}.`;
}

function warnings(all: number): string {
  return all === 1
    ? "1 waarschuwing; die houdt de verwerking niet tegen."
    : `${number(all)} waarschuwingen; die houden de verwerking niet tegen.`;
}

function inRows(checked: CheckedDelivery): string {
  const rows = rowsWithErrors(checked);
  return rows === 0 ? "" : ` in ${isTruncated(checked) ? "ten minste " : ""}${count(rows, "rij", "rijen")}`;
}

/** As far as places are listed. */
export function rowsWithErrors({ findings }: CheckedDelivery): number {
  const rows = new Set<string>();
  for (const { severity, sheet, row } of findings) {
    if (severity === "error" && row !== null) rows.add(`${row} ${sheet ?? ""}`);
  }
  return rows.size;
}

/** Are there more places than are listed? */
export const isTruncated = (checked: CheckedDelivery): boolean => checked.groups.some((group) => group.count > MAX_PLACES_PER_CODE);

function reading(checked: CheckedDelivery): string {
  if (isWithheld(checked)) return "Het bestand is niet geopend.";
  const { read } = checked;
  if (read.format === "unknown") return "Het bestand kon niet als tabel worden gelezen.";
  const details = [encodingName(read.encoding), delimiterWords(read.delimiter)].filter((detail) => detail !== null);
  const format = read.format === "csv" ? "CSV" : "Excel-werkmap (XLSX)";
  return `Gelezen als ${format}${details.length > 0 ? ` (${details.join(", ")})` : ""}; ${count(read.rows, "rij", "rijen")}${layouts[read.layout]}.`;
}

const layouts: Record<ReadAs["layout"], string> = {
  long: ", met per rij één norm",
  wide: ", met per rij één rapport",
  trends: " met trends",
  unknown: "",
};

/** `UTF-8 met BOM`, `Windows-1252`. */
export function encodingName(encoding: string | null): string | null {
  if (encoding === null) return null;
  return encoding
    .replace(/^utf-/, "UTF-")
    .replace(/^windows/, "Windows")
    .replace(/le\b/, "LE")
    .replace(/be\b/, "BE");
}

function delimiterWords(delimiter: string | null): string | null {
  if (delimiter === null) return null;
  return `scheidingsteken ${delimiter === "\t" ? "tab" : `"${delimiter}"`}`;
}
