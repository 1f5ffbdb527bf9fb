/**
 * What the delivery template (`core/template/`) puts in a workbook beside the sender's own data, and by which the check knows it again: the
 * example row, and the sheets that explain.
 */
import { foldWord } from "../catalogue/codes.ts";

/** What only the example says: none of it is anybody's reference, number or name. */
export const EXAMPLE = {
  rapportkenmerk: "VOORBEELD",
  kvk_nummer: "00000000",
  organisatie: "Voorbeeldorganisatie (verwijder deze rij)",
} as const;

export type ExampleColumn = keyof typeof EXAMPLE;

/** Columns in which a word of the example that stayed behind is an error. */
export const exampleColumns: readonly ExampleColumn[] = ["rapportkenmerk", "kvk_nummer", "organisatie"];

export const isExampleWord = (column: ExampleColumn, text: string): boolean => foldWord(text) === foldWord(EXAMPLE[column]);

/**
 * Ends the first cell of the template's own sheets. They are known by it and not by their name, as a sheet "Normen" of a sender may hold
 * scores.
 */
const TEMPLATE_SHEET = "bij dit sjabloon (normenmonitor)";
export const templateSheetTitle = (what: string): string => `${what} ${TEMPLATE_SHEET}`;

/** Is it a sheet of the template, by its first row? */
export const isTemplateSheet = (firstRow: readonly string[]): boolean => firstRow[0]?.trim().endsWith(TEMPLATE_SHEET) === true;
