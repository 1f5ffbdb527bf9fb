/** A report while its rows come in, in any order: the readings of its own columns and its vectors, no strings per row. */
import type { CompiledFramework } from "../catalogue/types.ts";
import type { ColumnName } from "./columns.ts";
import { reportColumns } from "./columns.ts";
import type { ReportedTrend } from "./types.ts";
import type { Vector } from "./vectors.ts";

/** A cell of a report's own column after reading; shared by all rows that have the same text. */
export interface Reading {
  readonly text: string;
  /** Undefined when blank or unreadable. Numbers for codes and days, text otherwise. */
  readonly value: string | number | undefined;
  /** An error was said of the cell itself. */
  readonly hasErrors: boolean;
}

export interface Draft {
  /** Position in the delivery's list of reports. */
  readonly index: number;
  readonly reference: string;
  /** As in the catalogue; as written when the catalogue does not know it. */
  readonly label: string;
  readonly labelKnown: boolean;
  readonly sheet: string | null;
  readonly row: number;
  /** First reading of each report column that said something, in the order of `reportColumns`. */
  readonly readings: (Reading | undefined)[];
  framework: CompiledFramework | undefined;
  hasErrors: boolean;
  /** Has it a row that is no withdrawal? */
  live: boolean;
  /** Rows (long) or cells (wide) that gave a score. */
  scored: number;
  /** Rows or cells whose norm or score could not be read. */
  unread: number;
  /** Scores from rows without discipline. */
  main: Vector | undefined;
  disciplines: Map<string, Vector> | undefined;
  /** Self-evaluation from rows without discipline, and the lowest of the rows with one. */
  self: Vector | undefined;
  selfOfDisciplines: Vector | undefined;
  /** 1 ja, 0 nee */
  improvement: Vector | undefined;
  /** Sums of the checksums of the explanations: the same in every order of rows. */
  textsA: number;
  textsB: number;
  texts: number;
  trends: ReportedTrend[];
  /** Set when the file has been read: an earlier test of the same organisation and label is in this delivery. */
  earlierInDelivery: boolean;
}

const ordinals = new Map<ColumnName, number>(reportColumns.map((name, ordinal) => [name, ordinal]));

/** Position of a report column in `Draft.readings`. */
export const ordinalOf = (column: ColumnName): number => ordinals.get(column) ?? -1;

export function createDraft(
  index: number,
  reference: string,
  label: string,
  labelKnown: boolean,
  sheet: string | null,
  row: number,
  framework: CompiledFramework | undefined,
): Draft {
  return {
    index,
    reference,
    label,
    labelKnown,
    sheet,
    row,
    framework,
    readings: new Array<Reading | undefined>(reportColumns.length).fill(undefined),
    hasErrors: false,
    live: false,
    scored: 0,
    unread: 0,
    main: undefined,
    disciplines: undefined,
    self: undefined,
    selfOfDisciplines: undefined,
    improvement: undefined,
    textsA: 0,
    textsB: 0,
    texts: 0,
    trends: [],
    earlierInDelivery: false,
  };
}

/** What the report says in one of its own columns; undefined when blank, unreadable or not there. */
export const saidIn = (draft: Draft, column: ColumnName): string | number | undefined => draft.readings[ordinalOf(column)]?.value;

/** The same, as it stands in the file. */
export const writtenIn = (draft: Draft, column: ColumnName): string => draft.readings[ordinalOf(column)]?.text ?? "";

export const numberIn = (draft: Draft, column: ColumnName): number | undefined => {
  const value = saidIn(draft, column);
  return typeof value === "number" ? value : undefined;
};

export const textIn = (draft: Draft, column: ColumnName): string | undefined => {
  const value = saidIn(draft, column);
  return typeof value === "string" ? value : undefined;
};
