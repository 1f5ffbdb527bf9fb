/** The numeric columns and what they may hold. Shared by the rules about numbers. */
import type { ColumnName } from "./columns.ts";
import { FORMULA, NUMBER } from "./types.ts";

export interface NumberColumn {
  readonly whole: boolean;
  readonly min: number;
  /** Far beyond anything real: a guard against a number that landed in the wrong column. */
  readonly max: number;
}

export const numberColumns: ReadonlyMap<ColumnName, NumberColumn> = new Map<ColumnName, NumberColumn>([
  ["fte", { whole: false, min: 0, max: 50_000 }],
  ["auditdagen", { whole: false, min: 0, max: 100 }],
  ["aantal_gesprekken", { whole: true, min: 0, max: 1_000 }],
]);

export const numberColumnNames: readonly ColumnName[] = [...numberColumns.keys()];

/** A workbook stores numbers with a point, whatever it shows; so are the outcomes of its formulas. */
export const isStoredNumber = (kind: number): boolean => kind === NUMBER || kind === FORMULA;
