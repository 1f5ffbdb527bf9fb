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

export const isPersonalHeader = (cell: string): boolean => personal.has(foldHeader(cell));
