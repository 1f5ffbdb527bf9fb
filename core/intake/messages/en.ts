/** English: findings about columns, rows, cells and reports. Words of the delivery itself stay Dutch. */
import type { Sentence, Told } from "./told.ts";

const asText = "First format the column as Text in Excel, then type the value again.";
const choose = (t: Told, otherwise: string) => (t.certain === "" ? otherwise : `Fill in "${t.certain}" if you mean that.`);
const chooseScore = (t: Told) =>
  t.certain === ""
    ? `Fill in one of these scores: ${SCORES}.`
    : `Fill in "${t.certain}" if you mean that, and otherwise one of these scores: ${SCORES}.`;
const where = (t: Told) => (t.text("row") === "" ? `delivery ${t.text("delivery")}` : `row ${t.text("row")}`);
const norm = (t: Told) => `"${t.text("norm")}"`;
const SCORES = '"voldoet", "voldoet deels", "voldoet niet", "niet van toepassing" or "niet beoordeeld"';
const times = (t: Told, one: string, several: string) => (t.number("count") === 1 ? one : `${t.count("count")} ${several}`);

export const en: Readonly<Record<string, Sentence>> = {
  COLUMN_MISSING: (t) => [
    `Column "${t.text("column")}" is missing.${t.list("suggestions").length > 0 ? ` Is it the column ${t.either(t.list("suggestions"))}?` : ""}`,
    t.certain === ""
      ? `Add a column "${t.text("column")}" and fill it in for every row.`
      : `Change the header "${t.certain}" to "${t.text("column")}".`,
  ],
  COLUMN_DOUBLE: (t) => [
    t.text("firstName") === ""
      ? `The header ${t.value} also stands above column ${t.text("first")}.`
      : `Column ${t.value} means the same as column ${t.text("first")} ("${t.text("firstName")}"): both are "${t.text("column")}".`,
    "Remove one of the two columns.",
  ],
  COLUMN_UNKNOWN: (t) => [
    `We do not know column ${t.value}; it was not read.${t.meant}`,
    t.certain === ""
      ? "There is nothing to do if the column does not belong to the delivery."
      : `Change the header to "${t.certain}" if you mean that column.`,
  ],
  COLUMN_LIKE_NORM: (t) => [
    t.number("asDate") === 1
      ? `Column header ${t.value} is a date; Excel probably changed the norm code into a date.${t.meant}`
      : `Column header ${t.value} looks like a norm code, but no norm framework has it.${t.meant}`,
    t.number("asDate") === 1
      ? `Format the row of headers as Text in Excel and ${t.certain === "" ? "type the norm code again" : `fill in "${t.certain}"`}.`
      : choose(t, "Correct the norm code in the header, or remove the column."),
  ],
  COLUMN_PERSONAL: (t) => [
    `Column ${t.value} is one of citizen service numbers (BSN). They must never be in a delivery.`,
    "Remove this column with all that is in it and deliver the file again.",
  ],
  COLUMN_WITHOUT_HEADER: (t) => [
    `Column ${t.text("column")} has data without a header; they were not read.`,
    "Put a header above the column if the data belong to the delivery; otherwise clear the cells.",
  ],

  ROW_RAGGED: (t) => [
    `This row has ${t.count("cells")} ${t.number("cells") === 1 ? "cell" : "cells"}, the header has ${t.count("expected")}. The cells may have shifted; the row was not read.`,
    "Check for a separator too many or too few. Put a text with a separator in it between quotation marks.",
  ],
  EXAMPLE_ROW: () => [
    "This is the example row of the template; it was not read.",
    "There is nothing to do. Remove the row if you do not want to see this again.",
  ],
  REFERENCE_MISSING: () => [
    "This row has no rapportkenmerk, so it is not known to which report it belongs.",
    "Fill in the rapportkenmerk, or remove the row if it does not belong to the delivery.",
  ],
  VALUE_MISSING: (t) => [`The cell in column ${t.column} is empty, but it is needed.`, `Fill in ${t.column}.`],
  SCORE_MISSING: () => ['The score is empty. An empty score is not read as "voldoet niet".', `Fill in the score: ${SCORES}.`],
  VARIANT_UNKNOWN: (t) => [
    `Label ${t.text("label")} has no variant ${t.value}.${t.meant}`,
    choose(t, `Choose one of these variants: ${t.either(t.list("known"))}.`),
  ],
  FRAMEWORK_UNKNOWN: (t) => [
    `Label ${t.text("label")}, variant ${t.text("variant")}, has no norm framework ${t.value}.`,
    t.list("known").length === 1
      ? `Fill in "${t.text("known")}" if that is the framework of the test.`
      : `Choose the framework of the test: ${t.either(t.list("known"))}.`,
  ],
  NORM_DOUBLE: (t) => [
    `Norm ${norm(t)} is already in row ${t.text("row")} of this report${t.text("discipline") === "" ? "" : `, for discipline "${t.text("discipline")}"`}.`,
    "Keep the row with the right score and remove the other. If they are scores per discipline, fill in the column discipline.",
  ],
  REPORT_DOUBLE: (t) => [
    `Report "${t.text("reference")}" (${t.text("label")}) is already in row ${t.text("row")}; in this layout a report has one row.`,
    "Keep the right row and remove the other, or give this report its own rapportkenmerk.",
  ],
  REPORT_CONTRADICTION: (t) => [
    `Column ${t.column} says ${t.value}, but earlier in report "${t.text("reference")}" (row ${t.text("row")}) it says "${t.text("other")}".`,
    "Let all rows of the report say the same here. If it is another report, give that its own rapportkenmerk.",
  ],
  DISCIPLINES_TOO_MANY: (t) => [
    `This report has more than ${t.text("limit")} different disciplines.`,
    "Check that the column discipline holds only disciplines, always written in the same way.",
  ],

  REFERENCE_TOO_LONG: (t) => [
    `The rapportkenmerk is ${t.count("length")} characters long; more than ${t.text("limit")} is not possible.`,
    `Use a reference of at most ${t.text("limit")} characters.`,
  ],
  REFERENCE_MALFORMED: (t) => [
    `The rapportkenmerk ${t.value} cannot be: it is a point alone, or has unreadable characters or a line break in it.`,
    "Type the reference again, with plain letters, digits and punctuation on one line.",
  ],
  REFERENCE_AS_DATE: (t) => [`The rapportkenmerk ${t.value} is a date in the workbook; Excel probably changed the reference.`, asText],
  EXCEL_SCIENTIFIC: (t) => [`In column ${t.column} Excel changed a long number into ${t.value}; its last digits are lost.`, asText],
  EXAMPLE_LEFT: (t) => [
    `Column ${t.column} still says ${t.value}, from the example row of the template.`,
    "Fill in what your own report says, or remove the row.",
  ],
  STATUS_UNKNOWN: (t) => [
    `Status ${t.value} is not known.${t.meant}`,
    choose(t, 'Fill in "nieuw", "gewijzigd" or "verwijderd", or leave the cell empty (which means "nieuw").'),
  ],
  KVK_MALFORMED: (t) => [
    t.text("digits") === ""
      ? `${t.value} is no KvK number: it has more than digits in it.`
      : `${t.value} is no KvK number: that has 8 digits, this has ${t.text("digits")}.`,
    "Look the number up in the trade register and fill in all 8 digits, also a leading zero.",
  ],
  KVK_BRANCH_NUMBER: (t) => [
    `${t.value} has 12 digits and is a branch number (vestigingsnummer), no KvK number.`,
    "Fill in the KvK number of the organisation (8 digits).",
  ],
  KVK_LOST_ZERO: (t) => [
    `KvK number ${t.value} has ${t.text("digits")} digits; Excel probably dropped the leading zero. It was read as ${t.text("mended")}.`,
    `Check that ${t.text("mended")} is right. Format the column as Text in Excel, then the zero stays.`,
  ],
  WORD_TOO_LONG: (t) => [
    `The text in column ${t.column} is ${t.count("length")} characters long; more than ${t.text("limit")} is not possible here.`,
    "Shorten the text, or move it to the column toelichting.",
  ],
  LABEL_UNKNOWN: (t) => [
    `Label ${t.value} is not known.${t.meant}`,
    choose(t, `Choose one of these labels: ${t.either(t.list("known"))}.`),
  ],
  KIND_UNKNOWN: (t) => [
    `Kind of test ${t.value} is not known.${t.meant}`,
    choose(t, 'Fill in "eerste toets", "hertoets", "tussentijdse toets" or "vervolgtoets".'),
  ],
  FORM_UNKNOWN: (t) => [
    `Form of test ${t.value} is not known.${t.meant}`,
    choose(
      t,
      'Fill in "extern", "labelcombinatie" (two labels in one test) or "intercollegiaal en extern", or leave the cell empty (which means "extern").',
    ),
  ],
  DATE_UNREADABLE: (t) => [
    `${t.value} is no date that we can read.${t.meant}`,
    choose(t, "Write the date as dd-mm-yyyy, for instance 14-03-2024."),
  ],
  DATE_IMPOSSIBLE: (t) => [
    `The date ${t.value} does not exist.${t.meant}`,
    choose(t, "Correct the date. Write the day first, then the month: dd-mm-yyyy."),
  ],
  DATE_FUTURE: (t) => [
    `Test date ${t.text("date")} is in the future (today is ${t.text("today")}).`,
    "Correct the date, or deliver the report when the test has been completed.",
  ],
  NUMBER_MALFORMED: (t) => [
    `Column ${t.column} says ${t.value}, which is no ${t.number("whole") === 1 ? "whole number" : "number"}.`,
    t.number("whole") === 1
      ? "Fill in a whole number, for instance 32, or leave the cell empty."
      : "Fill in a number with a decimal comma, for instance 12,5, or leave the cell empty.",
  ],
  NUMBER_AMBIGUOUS: (t) => [
    `Column ${t.column} says ${t.value}, which can be ${t.text("thousands")} or ${t.text("decimal")}.`,
    `Write ${t.text("thousands")} without a point, or ${t.text("decimal")} with a comma.`,
  ],
  NUMBER_OUT_OF_RANGE: (t) => [
    `Column ${t.column} says ${t.value}; a number from ${t.count("min")} to ${t.count("max")} is expected.`,
    "Check that the number is right and in the right column.",
  ],
  DECIMAL_POINT: (t) => [
    `Column ${t.column} says ${t.value} with a decimal point; it was read as ${t.text("mended")}.`,
    `Write ${t.text("mended")}, with a comma.`,
  ],
  MUNICIPALITY_MALFORMED: (t) => [
    `${t.value} is no municipality code.${t.meant}`,
    choose(t, "Fill in the code as GM and four digits, for instance GM0363, or leave the cell empty."),
  ],
  YES_NO_UNKNOWN: (t) => [
    `Column ${t.column} says ${t.value}; it can only say ja or nee.`,
    'Fill in "ja" or "nee", or leave the cell empty.',
  ],
  SCORE_UNKNOWN: (t) => [`Score ${t.value} is not known.${t.meant}`, chooseScore(t)],
  SELF_EVALUATION_UNKNOWN: (t) => [
    `Self-evaluation ${t.value} is not known.${t.meant}`,
    `${chooseScore(t)} Leave the cell empty if there was no self-evaluation.`,
  ],
  BODY_CONTRADICTION: (t) => [
    t.text("other") === ""
      ? `Column ${t.column} says ${t.value}, but this file was delivered by ${t.text("sender")}.`
      : `This row is of ${t.text("other")}, but the file was delivered by ${t.text("sender")}.`,
    `Let ${t.text("other") === "" ? "the other body" : t.text("other")} deliver these reports itself. If they are reports of ${t.text("sender")}, correct this column or remove it.`,
  ],
  NUMBER_AS_TEXT: (t) => [
    `Column ${t.column} says ${t.value}: a value with marks around it so that Excel reads it as text. Read was ${t.text("mended")}.`,
    `Write just ${t.text("mended")}. Format the column as Text in Excel, then the marks are not needed.`,
  ],
  FORMULA: (t) => [
    `Column ${t.column} has a formula; its result ${t.value} was read.`,
    "Check the result. Paste the cells as values (Paste Special > Values).",
  ],
  FORMULA_LIKE: (t) => [
    `Column ${t.column} says ${t.value}, which looks like a formula. It was read as plain text.`,
    "Check the text and do not let it begin with =, +, - or @.",
  ],
  CELL_ERROR: (t) => [`Column ${t.column} has the Excel error ${t.value}.`, "Mend the formula or fill in the value yourself."],

  EXCEL_NORM_AS_DATE: (t) => [
    `Norm ${norm(t)} is a date: Excel changed the norm code into a date.${t.meant}`,
    `Format the column as Text in Excel and ${t.certain === "" ? "type the norm code again" : `fill in "${t.certain}"`}.`,
  ],
  EXCEL_LOST_ZERO: (t) => [
    `Norm ${norm(t)} probably lacks a zero that Excel dropped.${t.meant}`,
    `Format the column as Text in Excel and ${t.certain === "" ? "type the norm code again" : `fill in "${t.certain}"`}.`,
  ],
  NORM_DECIMAL_COMMA: (t) => [
    `Norm ${norm(t)} is written with a comma; norm ${t.text("mended")} was read.`,
    `Write ${t.text("mended")} with a point. Format the column as Text in Excel, then Excel does not change the code.`,
  ],
  NORM_OTHER_FRAMEWORK: (t) => [
    `Norm ${norm(t)} does not belong to framework ${t.text("framework")} but to ${t.all(t.list("others"))}.`,
    "Check label, variant and framework of this report, or correct the norm code.",
  ],
  NORM_UNKNOWN: (t) => [
    `Norm ${norm(t)} is not in framework ${t.text("framework")}.${t.meant}`,
    choose(t, "Correct the norm code. The codes are in the norm framework."),
  ],

  TEXT_TOO_LONG: (t) => [
    `The text is ${t.count("length")} characters long; more than ${t.count("limit")} is not possible.`,
    `Shorten the text to at most ${t.count("limit")} characters.`,
  ],
  PERSONAL_BSN: (t) => [
    `This text probably contains ${times(t, "a citizen service number (BSN)", "citizen service numbers (BSN)")}. That must never be in a delivery.`,
    "Remove the number from the text and deliver the file again. Do not keep a file with this number yourself either.",
  ],
  PERSONAL_EMAIL: (t) => [
    `This text contains ${times(t, "an e-mail address", "e-mail addresses")}. We keep the text without it.`,
    "Write functions instead of names and addresses of persons.",
  ],
  PERSONAL_PHONE: (t) => [
    `This text contains ${times(t, "a telephone number", "telephone numbers")}. We keep the text without it.`,
    "Leave out telephone numbers of persons.",
  ],

  DATE_OUTSIDE_FRAMEWORK: (t) => [
    `Test date ${t.text("date")} is outside the validity of framework ${t.text("framework")} (${t.text("until") === "" ? `from ${t.text("from")}` : `${t.text("from")} to ${t.text("until")}`}).`,
    t.list("others").length === 0
      ? "Correct the test date or the framework."
      : `Correct the test date, or choose the framework of the test. In force on that date: ${t.all(t.list("others"))}.`,
  ],
  ORGANISATION_UNKNOWN: (t) => [
    `KvK number ${t.value} of "${t.text("name")}" is not in our register of organisations.${t.meant}`,
    t.list("suggestions").length === 0
      ? "Check the number. If it is right there is nothing to do: the report counts under this number."
      : "Correct the number if you mean that organisation. If the number is right there is nothing to do.",
  ],
  ORGANISATION_NAME_DIFFERS: (t) => [
    `The name ${t.value} does not go with KvK number ${t.text("kvk")} in our register, which says "${t.text("registered")}".`,
    "Check that number and name belong together. The report counts for the organisation with this number.",
  ],
  NORMS_MISSING: (t) => [
    `Report ${t.value} lacks ${t.count("count")} of the ${t.count("total")} norms of framework ${t.text("framework")}: ${t.text("norms")}${t.number("count") > t.list("norms").length ? " and others" : ""}.`,
    'Add the missing norms. If a norm was not judged, fill in "niet beoordeeld". If it is no part of this test there is nothing to do.',
  ],
  COMBINED_FORM_EXPECTED: (t) =>
    t.list("labels").length > 0
      ? [
          `Report "${t.text("reference")}" is there under ${t.all(t.list("labels"))}; its form is then "labelcombinatie".`,
          'Fill in "labelcombinatie" as toetsvorm. If they are two separate tests, give each its own rapportkenmerk.',
        ]
      : [
          `Report "${t.text("reference")}" was delivered for ${t.text("label")} before (delivery ${t.text("delivery")}) with another form; for two labels that is "labelcombinatie".`,
          `Deliver the report for ${t.text("label")} again, with status "gewijzigd" and toetsvorm "labelcombinatie". If they are two separate tests, give each its own rapportkenmerk.`,
        ],
  COMBINED_ORGANISATIONS_DIFFER: (t) => [
    `Report "${t.text("reference")}" has KvK number ${t.value} here, but under label ${t.text("label")} (${where(t)}) KvK number "${t.text("other")}".`,
    "Correct the KvK number. If they are tests of two organisations, give each its own rapportkenmerk.",
  ],
  COMBINED_DAYS_DIFFER: (t) => [
    `Report "${t.text("reference")}" has test date ${t.text("date")} here, but under label ${t.text("label")} (${where(t)}) ${t.text("other")}. They are more than ${t.text("limit")} days apart; it does not count as one audit for two labels.`,
    "Correct the test date. If they are two separate tests, give each its own rapportkenmerk.",
  ],
  SAME_DAY: (t) => [
    `This organisation has more reports for ${t.text("label")} on ${t.text("date")}: ${t.all(t.list("references"))}. Report "${t.text("last")}" counts as the last.`,
    "Check the test date and the KvK number. If they are right there is nothing to do.",
  ],

  STATUS_NEW_KNOWN: (t) => [
    `Report "${t.text("reference")}" (${t.text("label")}) was delivered on ${t.text("received")} (delivery ${t.text("delivery")}), with other content.`,
    'If this corrects that report, fill in "gewijzigd" as status and deliver the whole report again. If it is another report, give it its own rapportkenmerk.',
  ],
  STATUS_CHANGED_UNKNOWN: (t) => [
    `Report "${t.text("reference")}" (${t.text("label")}) has status "gewijzigd", but we do not know it.`,
    'Check the rapportkenmerk and the label. If the report was never accepted before, fill in "nieuw" as status.',
  ],
  STATUS_CHANGED_WITHDRAWN: (t) => [
    `Report "${t.text("reference")}" (${t.text("label")}) has status "gewijzigd", but it was withdrawn (delivery ${t.text("delivery")}).`,
    'If the report should count again, fill in "nieuw" as status.',
  ],
  STATUS_WITHDRAWN_UNKNOWN: (t) => [
    `Report "${t.text("reference")}" (${t.text("label")}) has status "verwijderd", but we do not know it.`,
    "Check the rapportkenmerk and the label, or remove this row.",
  ],
  RECERTIFICATION_WITHOUT_EARLIER: (t) => [
    `This is a hertoets, but we know no earlier test of this organisation for ${t.text("label")}.`,
    "Check the KvK number and the kind of test. Deliver the earlier test too if it is yours; otherwise there is nothing to do.",
  ],
  FOLLOW_UP_WITHOUT_EARLIER: (t) => [
    `The kind of test is ${t.value}, but we know no earlier eerste toets or hertoets of this organisation for ${t.text("label")}. Without that test this report is not in the figures per norm.`,
    "Check the KvK number and the kind of test. Deliver the earlier test too if it is yours; otherwise there is nothing to do.",
  ],

  TREND_DIRECTION_UNKNOWN: (t) => [
    `Direction ${t.value} is not known.${t.meant}`,
    choose(t, 'Fill in "toenemend", "gelijk" or "afnemend".'),
  ],
  TREND_THEME_UNKNOWN: (t) => [
    `Theme ${t.value} is not in the list of themes; the trend was kept.${t.meant}`,
    t.certain === "" ? "There is nothing to do if it is a new theme." : `Fill in "${t.certain}" if you mean that theme.`,
  ],
  TREND_REPORT_UNKNOWN: (t) => [
    `There is a trend for report "${t.text("reference")}", but that report is neither in this file nor known to us.`,
    "Correct the rapportkenmerk, or deliver the report itself too.",
  ],
  TREND_DOUBLE: (t) => [
    `Theme "${t.text("theme")}" is there more than once for report "${t.text("reference")}"; both were kept.`,
    "Remove the double row if it is the same trend.",
  ],
  REPORT_TRENDS_TOO_MANY: (t) => [
    `This report has more than ${t.count("limit")} trends.`,
    "Join trends about the same theme, and check that the column theme holds only themes.",
  ],
  TRENDS_TOO_MANY: (t) => [
    `The file has too much text about trends: more than ${t.count("limit")} characters.`,
    "Spread the trends over two or more files.",
  ],
};
