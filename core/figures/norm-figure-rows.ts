import type { SheetContent, TableColumn } from "../workbook/write.ts";
import { fraction, writeCsv } from "./csv.ts";
import type { NormFigure } from "./norm-figures.ts";

/** A row of `norm-figures`, the same names in CSV, XLSX and JSON (design.md section 5). */
export interface NormFigureRow {
  readonly label: string;
  readonly variant: string;
  readonly normenkader: string;
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

export function normFigureRow({ framework, norm, counts, share, interval, signals }: NormFigure): NormFigureRow {
  return {
    label: framework.label,
    variant: framework.variant,
    normenkader: framework.version,
    norm: norm.code,
    titel: norm.title,
    categorie: norm.category,
    competenties: (norm.competencies ?? []).join("|"),
    organisaties: counts.organisations,
    beoordeeld: counts.judged,
    voldoet: counts.met,
    voldoet_deels: counts.partiallyMet,
    voldoet_niet: counts.notMet,
    niet_van_toepassing: counts.notApplicable,
    niet_beoordeeld: counts.notAssessed,
    aandeel_voldoet: share,
    ondergrens: interval?.lower ?? null,
    bovengrens: interval?.upper ?? null,
    signalen: signals.map(({ code }) => code).join("|"),
  };
}

type Kind = "text" | "count" | "fraction";

/** In the order of the file. */
const columns: readonly { readonly name: keyof NormFigureRow; readonly kind: Kind; readonly width?: number }[] = [
  { name: "label", kind: "text" },
  { name: "variant", kind: "text", width: 12 },
  { name: "normenkader", kind: "text" },
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

/** Dutch CSV: fractions with six decimals and a decimal comma, empty at n = 0. */
export const normFiguresCsv = (rows: readonly NormFigureRow[]): string =>
  writeCsv(
    columns.map(({ name }) => name),
    rows.map((row) => columns.map(({ name, kind }) => (kind === "fraction" ? fraction(row[name] as number | null) : row[name]))),
  );

/** An array of rows, one on a line, so that two versions can be compared; numbers in full precision. */
export const normFiguresJson = (rows: readonly NormFigureRow[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;

export const normFiguresSheet = (rows: readonly NormFigureRow[]): SheetContent => ({
  name: "Normcijfers",
  columns: columns.map(({ name, kind, width }): TableColumn => ({ header: name, width, format: formats[kind] })),
  rows: rows.map((row) => columns.map(({ name }) => row[name])),
});

/** Codes such as 1.10 are text, else a spreadsheet makes a date or 1.1 of them. */
const formats = { text: "text", count: "general", fraction: "share" } as const satisfies Record<Kind, TableColumn["format"]>;
