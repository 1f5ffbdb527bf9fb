import type { SheetContent } from "../workbook/write.ts";
import { type FigureColumn, figuresCsv, figuresSheet, type NormColumns, normColumns, rowsJson } from "./figure-columns.ts";
import type { NormFigure } from "./norm-figures.ts";

/** A row of `norm-figures`, the same names in CSV, XLSX and JSON (docs/method.md). */
export interface NormFigureRow extends NormColumns {
  readonly label: string;
  readonly variant: string;
  readonly normenkader: string;
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

/** In the order of the file. */
const columns: readonly FigureColumn<NormFigureRow>[] = [
  { name: "label", kind: "text" },
  { name: "variant", kind: "text", width: 12 },
  { name: "normenkader", kind: "text" },
  ...normColumns,
];

export const normFiguresCsv = (rows: readonly NormFigureRow[]): string => figuresCsv(columns, rows);

export const normFiguresJson = (rows: readonly NormFigureRow[]): string => rowsJson(rows);

export const normFiguresSheet = (rows: readonly NormFigureRow[]): SheetContent => figuresSheet("Normcijfers", columns, rows);
