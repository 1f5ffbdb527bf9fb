/** A table as a body writes it down, before it becomes CSV or a workbook. */
import type { Day } from "../core/calendar.ts";

export type Cell = string | { readonly day: Day } | { readonly number: number };
export type Table = readonly (readonly Cell[])[];
