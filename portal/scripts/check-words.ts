/** The words around the result of a check in the browser, in both languages. */
import type { CheckResult } from "../../core/intake/check-result.ts";
import { count, number } from "../../core/numbers.ts";
import type { CheckProgress } from "./check-messages.ts";
import type { CheckFailure } from "./start-check.ts";

export type Language = "nl" | "en";

export const words = {
  nl: {
    checking: "Uw bestand wordt gecontroleerd.",
    verdicts: { accepted: "Geen fouten gevonden", partlyAccepted: "Een deel is in orde", rejected: "Het bestand is niet in orde" },
    errors: "Wat u moet herstellen",
    warnings: "Waarschuwingen",
    error: "fout",
    warning: "waarschuwing",
    reports: "Rapporten",
    reference: "Rapportkenmerk",
    label: "Label",
    verdict: "Controle",
    passes: "in orde",
    fails: "niet in orde",
    withdraws: "wordt ingetrokken",
    cell: "Cel",
    column: "Kolom",
    value: "Uw waarde",
    message: "Wat is er mis",
    fix: "Hoe te herstellen",
    empty: "(leeg)",
    none: "–",
    instance: "Bijvoorbeeld:",
    file: "het bestand",
    row: "rij",
    sheet: "blad",
    outcomes: {
      new: "in orde, nieuw",
      replaced: "in orde, vervangt de eerdere versie",
      withdrawn: "wordt ingetrokken",
      unchanged: "al bekend, er verandert niets",
      rejected: "niet in orde",
    },
    history: {
      nothing:
        "Er is nog niet gekeken naar wat u eerder hebt aangeleverd. Dat gebeurt pas als u het bestand aanlevert: bijvoorbeeld of een rapport al bekend is.",
      ownReports:
        "Er is ook gekeken naar wat u eerder hebt aangeleverd. Of een organisatie al eerder is getoetst, ook door een ander, kijken we na als u het bestand aanlevert.",
    },
  },
  en: {
    checking: "Your file is being checked.",
    verdicts: { accepted: "No errors found", partlyAccepted: "Part of the file is in order", rejected: "The file is not in order" },
    errors: "What you have to mend",
    warnings: "Warnings",
    error: "error",
    warning: "warning",
    reports: "Reports",
    reference: "Report reference",
    label: "Label",
    verdict: "Check",
    passes: "in order",
    fails: "not in order",
    withdraws: "will be withdrawn",
    cell: "Cell",
    column: "Column",
    value: "Your value",
    message: "What is wrong",
    fix: "How to mend it",
    empty: "(empty)",
    none: "–",
    instance: "For instance:",
    file: "the file",
    row: "row",
    sheet: "sheet",
    outcomes: {
      new: "in order, new",
      replaced: "in order, replaces the earlier version",
      withdrawn: "will be withdrawn",
      unchanged: "known already, nothing changes",
      rejected: "not in order",
    },
    history: {
      nothing:
        "What you delivered before has not been looked at. That is done only when you deliver the file: for instance whether a report is known already.",
      ownReports:
        "What you delivered before has been looked at too. Whether an organisation was tested before, by others too, is looked at when you deliver the file.",
    },
  },
} as const;

const failures: Readonly<Record<Language, Readonly<Record<CheckFailure, string>>>> = {
  nl: {
    stopped: "De controle is gestopt.",
    unreadable: "Het bestand kon niet worden gelezen. Is het verplaatst, of staat het nog open in Excel? Sluit het en kies het opnieuw.",
    stuck: "De controle duurt te lang op deze computer. U kunt het bestand wel aanleveren; dan wordt het ook gecontroleerd.",
    failed: "De controle is misgegaan. Dat ligt niet aan uw bestand. U kunt het wel aanleveren; dan wordt het ook gecontroleerd.",
  },
  en: {
    stopped: "The check was stopped.",
    unreadable: "The file could not be read. Was it moved, or is it still open in Excel? Close it and choose it again.",
    stuck: "The check takes too long on this computer. You can still deliver the file; it is checked then as well.",
    failed: "The check went wrong. That is not the fault of your file. You can still deliver it; it is checked then as well.",
  },
};

export const failureText = (reason: CheckFailure, language: Language): string => failures[language][reason];

export function progressText({ read, total, rows }: CheckProgress, language: Language): string {
  const share = total === 0 ? 100 : Math.floor((read / total) * 100);
  const counted = rows === 0 ? "" : `, ${count(rows, ...rowWords[language], language)}`;
  return `${share}%${counted}`;
}

/** What was found, in a few sentences: reports, then errors, then warnings, then how the file was read. */
export function summaryOf(result: CheckResult, language: Language): readonly string[] {
  return (language === "nl" ? [reportsNl, faultsNl, warningsNl, readingNl] : [reportsEn, faultsEn, warningsEn, readingEn])
    .map((sentence) => sentence(result))
    .filter((sentence) => sentence !== "");
}

const rowWords: Readonly<Record<Language, readonly [one: string, several: string]>> = { nl: ["rij", "rijen"], en: ["row", "rows"] };

function reportsNl({ counts: { reports, rejected } }: CheckResult): string {
  if (reports === 0) return "";
  if (rejected === 0) return reports === 1 ? "1 rapport is in orde." : `${number(reports, "nl")} rapporten zijn in orde.`;
  if (rejected === reports)
    return reports === 1 ? "Het rapport is niet in orde." : `Geen van de ${number(reports, "nl")} rapporten is in orde.`;
  return `Van de ${number(reports, "nl")} rapporten ${reports - rejected === 1 ? "is" : "zijn"} er ${number(reports - rejected, "nl")} in orde.`;
}

function reportsEn({ counts: { reports, rejected } }: CheckResult): string {
  if (reports === 0) return "";
  if (rejected === 0) return `${count(reports, "report is", "reports are", "en")} in order.`;
  if (rejected === reports)
    return reports === 1 ? "The report is not in order." : `None of the ${number(reports, "en")} reports is in order.`;
  return `Of ${number(reports, "en")} reports ${number(reports - rejected, "en")} ${reports - rejected === 1 ? "is" : "are"} in order.`;
}

function faultsNl({ counts, status }: CheckResult): string {
  if (counts.errors === 0) return "";
  const mend = status === "rejected" ? "Herstel het bestand en controleer het opnieuw." : "Wat in orde is, kunt u nu al aanleveren.";
  return `Er ${counts.errors === 1 ? "is" : "zijn"} ${count(counts.errors, "fout", "fouten", "nl")}. ${mend}`;
}

function faultsEn({ counts, status }: CheckResult): string {
  if (counts.errors === 0) return "";
  const mend = status === "rejected" ? "Mend the file and check it again." : "What is in order can be delivered already.";
  return `There ${counts.errors === 1 ? "is" : "are"} ${count(counts.errors, "error", "errors", "en")}. ${mend}`;
}

const warningsNl = ({ counts: { warnings } }: CheckResult): string =>
  warnings === 0
    ? ""
    : `${count(warnings, "waarschuwing; die houdt", "waarschuwingen; die houden", "nl")} de verwerking van uw bestand niet tegen.`;

const warningsEn = ({ counts: { warnings } }: CheckResult): string =>
  warnings === 0
    ? ""
    : `${count(warnings, "warning, which does", "warnings, which do", "en")} not stand in the way of your file being processed.`;

function readingNl({ read }: CheckResult): string {
  if (read.format === "unknown") return "Het bestand kon niet als tabel worden gelezen.";
  const layout = { long: ", met per rij één norm", wide: ", met per rij één rapport", trends: " met trends", unknown: "" }[read.layout];
  const format = read.format === "csv" ? `CSV${csvDetails(encodingOf(read), "scheidingsteken", read)}` : "Excel-werkmap (XLSX)";
  return `Gelezen als ${format}; ${count(read.rows, "rij", "rijen", "nl")}${layout}.`;
}

function readingEn({ read }: CheckResult): string {
  if (read.format === "unknown") return "The file could not be read as a table.";
  const layout = { long: ", one norm in each", wide: ", one report in each", trends: " of trends", unknown: "" }[read.layout];
  const format =
    read.format === "csv" ? `CSV${csvDetails(encodingOf(read)?.replace(" met ", " with "), "separator", read)}` : "Excel workbook (XLSX)";
  return `Read as ${format}; ${count(read.rows, "row", "rows", "en")}${layout}.`;
}

/** ` (UTF-8, scheidingsteken ";")`; a file that was refused half-way has no certain encoding or separator, and nothing is said of it. */
function csvDetails(encoding: string | undefined, separator: string, { delimiter }: CheckResult["read"]): string {
  const known = [encoding, delimiter && `${separator} ${delimiter === "\t" ? "tab" : `"${delimiter}"`}`].filter(Boolean);
  return known.length === 0 ? "" : ` (${known.join(", ")})`;
}

/** `utf-8 met BOM` → `UTF-8 met BOM` */
const encodingOf = ({ encoding }: CheckResult["read"]): string | undefined =>
  encoding
    ?.replace(/^utf-(\d+)/, "UTF-$1")
    .replace(/^windows/, "Windows")
    .replace(/(le|be)$/, (end) => end.toUpperCase());
