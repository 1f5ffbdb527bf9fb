import type { SheetContent, TableColumn } from "../workbook/write.ts";
import { fraction, writeCsv } from "./csv.ts";

/** A column of a table of figures, under the same name in CSV, XLSX and JSON. */
export interface FigureColumn<Row> {
  readonly name: keyof Row & string;
  /** Fractions are null at n = 0. */
  readonly kind: "text" | "count" | "fraction";
  /** In characters. */
  readonly width?: number;
}

/** The counts and shares that every table of norms ends with (docs/method.md), in the order of the file. */
export interface NormColumns {
  readonly norm: string;
  readonly titel: string;
  readonly categorie: string;
  /** Codes separated by `|`. */
  readonly competenties: string;
  readonly organisaties: number;
  readonly beoordeeld: number;
  readonly voldoet: number;
  readonly voldoet_deels: number;
  readonly voldoet_niet: number;
  readonly niet_van_toepassing: number;
  readonly niet_beoordeeld: number;
  /** Fractions; null at n = 0. */
  readonly aandeel_voldoet: number | null;
  readonly ondergrens: number | null;
  readonly bovengrens: number | null;
  /** Codes separated by `|`. */
  readonly signalen: string;
}

export const normColumns: readonly FigureColumn<NormColumns>[] = [
  { name: "norm", kind: "text" },
  { name: "titel", kind: "text", width: 60 },
  { name: "categorie", kind: "text" },
  { name: "competenties", kind: "text" },
  { name: "organisaties", kind: "count" },
  { name: "beoordeeld", kind: "count" },
  { name: "voldoet", kind: "count" },
  { name: "voldoet_deels", kind: "count" },
  { name: "voldoet_niet", kind: "count" },
  { name: "niet_van_toepassing", kind: "count" },
  { name: "niet_beoordeeld", kind: "count" },
  { name: "aandeel_voldoet", kind: "fraction" },
  { name: "ondergrens", kind: "fraction" },
  { name: "bovengrens", kind: "fraction" },
  { name: "signalen", kind: "text", width: 22 },
];

type Cells<Row> = { readonly [Name in keyof Row]: string | number | null };

/** Dutch CSV: fractions with six decimals and a decimal comma, empty at n = 0. */
export const figuresCsv = <Row extends Cells<Row>>(columns: readonly FigureColumn<Row>[], rows: readonly Row[]): string =>
  writeCsv(
    columns.map(({ name }) => name),
    rows.map((row) => columns.map(({ name, kind }) => (kind === "fraction" ? fraction(row[name] as number | null) : row[name]))),
  );

/** An array of rows, one on a line, so that two versions can be compared; numbers in full precision. */
export const rowsJson = (rows: readonly object[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;

export const figuresSheet = <Row extends Cells<Row>>(
  name: string,
  columns: readonly FigureColumn<Row>[],
  rows: readonly Row[],
): SheetContent => ({
  name,
  columns: columns.map(({ name: header, kind, width }): TableColumn => ({ header, width, format: formats[kind] })),
  rows: rows.map((row) => columns.map(({ name: header }) => row[header])),
});

/** Codes such as 1.10 are text, else a spreadsheet makes a date or 1.1 of them. */
const formats = { text: "text", count: "general", fraction: "share" } as const satisfies Record<
  FigureColumn<object>["kind"],
  TableColumn["format"]
>;
