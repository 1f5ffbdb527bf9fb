import { foldWord } from "../../catalogue/codes.ts";
import { foldHeader } from "../columns.ts";
import type { HeaderRule } from "./rule.ts";

const personal = new Set([
  "bsn",
  "bsnnummer",
  "bsnnr",
  "burgerservicenummer",
  "burgerservicenr",
  "sofinummer",
  "sofinr",
  "sofi",
  "clientbsn",
]);

/** A column of citizen service numbers: the file itself may not exist in this form. */
export const columnPersonal: HeaderRule = {
  code: "COLUMN_PERSONAL",
  severity: "error",
  about: "header",
  check: (header) => header.cells.flatMap((cell, index) => (isPersonalHeader(cell) ? [{ index }] : [])),
};

/** Alone ("BSN-nummer") or as a word among others ("BSN cliënt"). */
export const isPersonalHeader = (cell: string): boolean =>
  personal.has(foldHeader(cell)) || wordsOf(cell).some((word) => personal.has(word));

const wordsOf = (cell: string): readonly string[] => foldWord(cell).split(/[^\p{L}\p{N}]+/u);
