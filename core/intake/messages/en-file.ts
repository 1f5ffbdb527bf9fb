/** English: findings about the file as a whole. */
import type { Sentence, Told } from "./told.ts";

const EXPORT = "Open the file in Excel, save it as an Excel workbook (.xlsx) or as CSV UTF-8, and deliver that file.";
const SPLIT = "Spread the reports over two or more files and deliver them one by one.";
const VALUES = "Copy the data as values into a new workbook or spread the reports over more files, and deliver those.";

const kinds: Readonly<Record<string, string>> = {
  pdf: "a PDF document",
  image: "an image",
  program: "a program",
  archive: "a compressed archive",
  zip: "a zip file without a workbook",
  word: "a Word document",
  presentation: "a presentation",
  opendocument: "an OpenDocument file (LibreOffice)",
  binaryWorkbook: "a binary Excel workbook (.xlsb)",
  mail: "an e-mail message",
  html: "a web page",
  xml: "an XML file",
  json: "a JSON file",
  rtf: "an RTF document",
  oneColumn: "text without columns: the first row has no semicolon, comma or tab",
  binary: "a file that is neither text nor a workbook",
};

const inRow = (told: Told) => (told.number("row") > 0 ? ` in row ${told.count("row")}` : "");
const inPart = (told: Told) => (told.text("part") === "" ? "" : ` (part ${told.text("part")})`);

export const enFile: Readonly<Record<string, Sentence>> = {
  MALWARE_FOUND: () => [
    "The virus scanner found malicious software in this file. We did not open it and nothing was processed.",
    "Do not deliver this file again. Have the computer on which it was made checked for viruses. Then make the file anew and deliver the new file.",
  ],
  NOT_SCANNABLE: () => [
    "The virus scanner could not look inside this file, for example because it has a password. We did not open it and nothing was processed.",
    "Remove the password (in Excel: File > Info > Protect Workbook), save the file as an Excel workbook (.xlsx) or as CSV UTF-8 and deliver it. Does the file have no password? Then deliver it once more. If that fails too, contact the administrator of the deliveries.",
  ],
  LEAVE_USED: (t) => [
    `You got leave to send one file, and delivery ${t.text("delivery")} came by it before. We did not open this second file and nothing of it was processed.`,
    "Do you want to deliver this file too? Then begin anew on the page Deliver. Did you not send it yourself? Tell the administrator of the deliveries.",
  ],
  FILE_EMPTY: () => ["The file is empty.", "Check that you chose the right file and deliver it again."],
  FILE_NOT_A_TABLE: (t) => [
    `This is not a table but ${kinds[t.text("kind")] ?? kinds["binary"]}.`,
    t.text("kind") === "oneColumn"
      ? "Save the file in Excel as CSV UTF-8 (semicolon delimited) or as an Excel workbook (.xlsx)."
      : "Deliver an Excel workbook (.xlsx) or a CSV file.",
  ],
  FILE_TOO_LARGE: (t) => [`The file is too large: more than ${t.size("limit")}.`, SPLIT],
  FILE_ENCODING_MIXED: (t) => [
    `The file mixes two character encodings; it begins${inRow(t) || " somewhere in the file"}. All characters were read.`,
    "Check letters with accents in the texts. Save the file as CSV UTF-8 next time.",
  ],
  FILE_NUL_BYTES: (t) => [
    `There are characters${inRow(t)} that do not occur in a CSV file (NUL bytes); the file is probably damaged.`,
    EXPORT,
  ],
  FILE_UNCLOSED_QUOTE: (t) => [
    `A quotation mark${inRow(t)} is never closed, so the rest of the file is one cell.`,
    "Put a second quotation mark at the end of that cell, or remove the first. Write a quotation mark within a text twice.",
  ],
  FILE_LINE_TOO_LONG: (t) => [
    `${t.number("row") > 0 ? `Row ${t.count("row")}` : "A row"} is longer than ${t.count("limit")} characters.`,
    "Check that every row is on a line of its own and that no quotation mark is missing.",
  ],
  FILE_TOO_MANY_COLUMNS: (t) => [
    `The file has ${t.count("count")} columns; more than ${t.count("limit")} is not possible.`,
    "Remove the columns that do not belong to the delivery. In Excel, clear empty columns to the right of the table too.",
  ],
  FILE_DAMAGED_CSV: (t) => [`The text${inRow(t)} is damaged and cannot be read.`, EXPORT],
  FILE_QUOTES_MENDED: (t) => [
    `${t.count("count")} ${t.number("count") === 1 ? "row has" : "rows have"} a loose quotation mark in a text (the first${inRow(t)}). It was read as an ordinary character.`,
    "Check those texts. Write a quotation mark within a text twice.",
  ],
  FILE_CONTROL_CHARACTERS: (t) => [
    `${t.count("count")} ${t.number("count") === 1 ? "cell has" : "cells have"} invisible control characters (the first${inRow(t)}). They were replaced by a space.`,
    "Remove the control characters, for instance with the function CLEAN in Excel.",
  ],
  WORKBOOK_DAMAGED: (t) => [
    `The workbook is damaged or incomplete${inPart(t)}.`,
    "Open the file in Excel, let it repair the file if it asks, save it as .xlsx again and deliver that file.",
  ],
  WORKBOOK_ENCRYPTED: () => [
    "The workbook is protected by a password and cannot be read.",
    "Remove the password (File > Info > Protect Workbook) and save the file as .xlsx without a password.",
  ],
  WORKBOOK_OLD_FORMAT: () => [
    "This is a workbook in the old Excel format (.xls).",
    "Save the file in Excel as an Excel workbook (.xlsx) and deliver that file.",
  ],
  WORKBOOK_MACROS: () => [
    "The workbook contains macros, which are not accepted.",
    "Save the file as an Excel workbook (.xlsx), so without macros, and deliver that file.",
  ],
  WORKBOOK_BOMB: () => [
    "The workbook becomes excessively large when unpacked; for safety it was not read.",
    "Copy the data as values into a new workbook, save that as .xlsx and deliver it.",
  ],
  WORKBOOK_TOO_LARGE: (t) => [
    t.text("what") === "sheets"
      ? `The workbook has too many sheets: more than ${t.count("limit")}.`
      : "The workbook is too large to be read.",
    t.text("what") === "sheets" ? "Remove the sheets that do not belong to the delivery." : SPLIT,
  ],
  WORKBOOK_DOCTYPE: (t) => [
    `The workbook contains a document type declaration (DOCTYPE)${inPart(t)}, which an ordinary workbook does not have; for safety it was not read.`,
    "Copy the data as values into a new workbook in Excel, save that as .xlsx and deliver it.",
  ],
  WORKBOOK_NO_SHEETS: () => ["The workbook has no sheets with data.", "Check that you chose the right file and deliver it again."],
  WORKBOOK_TIMEOUT: (t) => [
    t.number("seconds") > 0
      ? `The workbook could not be read within ${t.count("seconds")} seconds.`
      : "Reading the workbook took too long.",
    VALUES,
  ],
  WORKBOOK_OUT_OF_MEMORY: () => ["The workbook needs too much memory to be read.", VALUES],

  BODY_UNKNOWN: (t) => [
    `We do not know the sender "${t.text("body")}" as a certifying body. Therefore nothing was accepted.`,
    "Ask the administrator of the deliveries to have your body added.",
  ],
  HEADER_NOT_FOUND: (t) => [
    `The first row${t.text("sheet") === "" ? "" : ` of sheet "${t.text("sheet")}"`} has no column headers that we know${t.text("cells") === "" ? "" : ` (it says: ${t.text("cells")})`}.`,
    t.number("headerRow") > 0
      ? `The headers seem to be in row ${t.count("headerRow")}. Remove all rows above it, so that the headers are in row 1.`
      : "Put the headers of the delivery in row 1: rapportkenmerk, kvk_nummer, organisatie, label, normenkader, soort_toets, toetsdatum, norm and score.",
  ],
  NO_ROWS: () => ["The file has column headers but no rows with data.", "Fill in the rows below the headers and deliver the file again."],
  SHEET_IGNORED: (t) => [
    `Sheet "${t.text("sheet")}" has no column headers that we know and was not read.`,
    "There is nothing to do if it holds no data for the delivery. Otherwise put the headers in its first row.",
  ],
  TOO_MANY_REPORTS: (t) => [`The file contains more than ${t.count("limit")} reports; it was read no further.`, SPLIT],
};
