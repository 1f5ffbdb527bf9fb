import { figuresCsv } from "../figure-columns.ts";

/** A published CSV file: its columns carry their own description, from which the data dictionary is made. */
export interface Table<Row> {
  /** With its extension. */
  readonly file: string;
  /** Dutch, for people: what it is, and what one row is. */
  readonly title: string;
  readonly description: string;
  /** Columns that no two rows have in common. */
  readonly key: readonly (keyof Row & string)[];
  /** Columns that are together the key of a row of another table, under the same names there. */
  readonly foreignKeys?: readonly { readonly columns: readonly (keyof Row & string)[]; readonly table: string }[];
  readonly columns: readonly Column<Row>[];
}

export interface Column<Row> {
  readonly name: keyof Row & string;
  /** `fraction`: six decimals, 0 … 1. `number`: in full precision. */
  readonly kind: "text" | "count" | "fraction" | "number";
  /** Dutch. */
  readonly description: string;
  /** The only values there are. */
  readonly values?: readonly string[];
  /** May be empty; the description says when. */
  readonly maybeEmpty?: boolean;
}

export type Cells<Row> = { readonly [Name in keyof Row]: string | number | null };

/** Dutch CSV, as `norm-figures.csv`. */
export const tableCsv = <Row extends Cells<Row>>({ columns }: Table<Row>, rows: readonly Row[]): string =>
  figuresCsv(
    columns.map(({ name, kind }) => ({ name, kind: kind === "number" ? "count" : kind })),
    rows,
  );

export const text = <Row>(name: keyof Row & string, description: string, what: Partial<Column<Row>> = {}): Column<Row> => ({
  name,
  kind: "text",
  description,
  ...what,
});

export const count = <Row>(name: keyof Row & string, description: string): Column<Row> => ({ name, kind: "count", description });

/** Empty where there is nothing to divide by. */
export const fraction = <Row>(name: keyof Row & string, description: string): Column<Row> => ({
  name,
  kind: "fraction",
  description,
  maybeEmpty: true,
});

export const number = <Row>(name: keyof Row & string, description: string): Column<Row> => ({
  name,
  kind: "number",
  description,
  maybeEmpty: true,
});
