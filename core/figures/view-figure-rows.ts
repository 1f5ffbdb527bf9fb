import type { SheetContent } from "../workbook/write.ts";
import { type FigureColumn, figuresCsv, figuresSheet, type NormColumns, normColumns, rowsJson } from "./figure-columns.ts";
import type { ViewFigure } from "./view-figures.ts";

/** A row of `view-figures`, the same names in CSV, XLSX and JSON (docs/method.md). */
export interface ViewFigureRow extends NormColumns {
  /** `<label>/<variant or *>/<first version>..<last version>` */
  readonly beeld: string;
  readonly label: string;
  /** Variants and versions that have the norm, separated by `|`. */
  readonly varianten: string;
  readonly normenkaders: string;
}

/** A norm out of force says so in its title: its code may be that of another norm by now. */
export function viewFigureRow({ view, norm, withdrawn, counts, share, interval, signals }: ViewFigure): ViewFigureRow {
  const frameworks = norm.places.map(({ framework }) => framework);
  return {
    beeld: view.id,
    label: view.label,
    varianten: view.variants.filter((variant) => frameworks.some((framework) => framework.variant === variant)).join("|"),
    normenkaders: [...new Set(frameworks.map(({ version }) => version))].join("|"),
    norm: norm.code,
    titel: withdrawn ? `${norm.title} (vervallen)` : norm.title,
    categorie: norm.category,
    competenties: norm.competencies.join("|"),
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
    // A norm may differ at two bodies: the code once.
    signalen: [...new Set(signals.map(({ signal }) => signal.code))].join("|"),
  };
}

/** In the order of the file. */
const columns: readonly FigureColumn<ViewFigureRow>[] = [
  { name: "beeld", kind: "text", width: 22 },
  { name: "label", kind: "text" },
  { name: "varianten", kind: "text", width: 16 },
  { name: "normenkaders", kind: "text", width: 14 },
  ...normColumns,
];

export const viewFiguresCsv = (rows: readonly ViewFigureRow[]): string => figuresCsv(columns, rows);

export const viewFiguresJson = (rows: readonly ViewFigureRow[]): string => rowsJson(rows);

export const viewFiguresSheet = (rows: readonly ViewFigureRow[]): SheetContent => figuresSheet("Beeldcijfers", columns, rows);
