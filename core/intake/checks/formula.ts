import { columnNames } from "../columns.ts";
import { FORMULA } from "../types.ts";
import type { CellRule } from "./rule.ts";

/** A cell of a workbook that holds a formula: the value that it last had is read. */
export const formula: CellRule = {
  code: "FORMULA",
  severity: "warning",
  about: "cell",
  columns: columnNames,
  check: ({ kind }) => (kind === FORMULA ? {} : undefined),
};
