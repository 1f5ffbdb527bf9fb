import { dutchDay, isoDay, parseIsoDay } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { BrokenInvariant } from "../faults.ts";
import { sentenceOf } from "../relevance/sentences.ts";
import { RULES_VERSION } from "../relevance/thresholds.ts";
import type { ShardScores } from "../scoring/shard-scores.ts";
import { type SheetContent, writeWorkbook } from "../workbook/write.ts";
import { type CubeOrigin, cube } from "./cube.ts";
import { normFigureRow, normFiguresCsv, normFiguresJson, normFiguresSheet } from "./norm-figure-rows.ts";
import { type NormFigure, normFigures } from "./norm-figures.ts";

export interface PublicationMeta extends CubeOrigin {
  /** `jjjj-mm-dd` */
  readonly referenceDate: string;
}

export interface PublishedFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

/**
 * The files that are published: `norm-figures.csv`, `.xlsx`, `.json` (the same rows) and `cube.json` (what the dashboard reads). The
 * same scores, catalogue and `meta` give the same bytes; run and moment are only in the cube.
 *
 * @throws BrokenInvariant when the scores rest on another catalogue or another reference date.
 */
export function publishedFiles(scores: ShardScores, catalogue: Catalogue, meta: PublicationMeta): readonly PublishedFile[] {
  if (scores.referenceDay !== null && isoDay(scores.referenceDay) !== meta.referenceDate) {
    throw new BrokenInvariant(`the scores are of ${isoDay(scores.referenceDay)}, not of ${meta.referenceDate}`);
  }
  const figures = normFigures(scores, catalogue);
  const rows = figures.map(normFigureRow);
  const sheets = [normFiguresSheet(rows), signalSheet(figures), accountSheet(catalogue, meta)];
  return [
    { name: "norm-figures.csv", contentType: "text/csv; charset=utf-8", content: normFiguresCsv(rows) },
    { name: "norm-figures.xlsx", contentType: XLSX, content: writeWorkbook(sheets) },
    { name: "norm-figures.json", contentType: "application/json", content: normFiguresJson(rows) },
    { name: "cube.json", contentType: "application/json", content: JSON.stringify(cube(scores, catalogue, figures, meta)) },
  ];
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const signalSheet = (figures: readonly NormFigure[]): SheetContent => ({
  name: "Signalen",
  columns: [
    { header: "label", format: "text" },
    { header: "variant", format: "text", width: 12 },
    { header: "normenkader", format: "text" },
    { header: "norm", format: "text" },
    { header: "titel", format: "text", width: 60, wrap: true },
    { header: "signaal", format: "text", width: 22 },
    { header: "toelichting", format: "text", width: 100, wrap: true },
  ],
  rows: figures.flatMap(({ framework, norm, signals }) =>
    signals.map((signal) => [
      framework.label,
      framework.variant,
      framework.version,
      norm.code,
      norm.title,
      signal.code,
      sentenceOf(signal).nl,
    ]),
  ),
});

/** What a reader must know before he quotes a figure. */
const accountSheet = (catalogue: Catalogue, { referenceDate }: PublicationMeta): SheetContent => ({
  name: "Verantwoording",
  columns: [
    { header: "onderwerp", format: "text", width: 24 },
    { header: "toelichting", format: "text", width: 110, wrap: true },
  ],
  rows: [
    ["Peildatum", dutchDay(parseIsoDay(referenceDate)!)],
    [
      "Wat er geteld is",
      "Elke organisatie telt één keer, met haar laatste eerste toets of hertoets tot en met de peildatum. Een latere tussentijdse toets of vervolgtoets vervangt het oordeel over de normen die daarin beoordeeld zijn.",
    ],
    ["Beoordeeld (n)", "voldoet + voldoet deels + voldoet niet. Niet van toepassing en niet beoordeeld tellen niet mee in het aandeel."],
    ["Onder- en bovengrens", "95%-interval van het aandeel dat voldoet (Wilson)."],
    ["Signalen", `Regels ${RULES_VERSION}. Een signaal is een reden voor een gesprek, geen oordeel.`],
    [
      "Normenkaders",
      `Versie ${catalogue.version.slice(0, 12)}${catalogue.frameworks.some(({ illustrative }) => illustrative) ? "; voorbeeldcatalogus, geen officiële normtekst" : ""}.`,
    ],
  ],
});
