import { dutchDay, isoDay, parseIsoDay } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { BrokenInvariant } from "../faults.ts";
import { yearsBefore } from "../relevance/reference-dates.ts";
import { sentenceOf } from "../relevance/sentences.ts";
import { RULES_VERSION } from "../relevance/thresholds.ts";
import { carryJudgements } from "../scoring/carry.ts";
import type { ShardScores } from "../scoring/shard-scores.ts";
import { type SheetContent, writeWorkbook } from "../workbook/write.ts";
import { type CubeOrigin, cube } from "./cube.ts";
import { normFigureRow, normFiguresCsv, normFiguresJson, normFiguresSheet } from "./norm-figure-rows.ts";
import type { NormFigure } from "./norm-figures.ts";
import { signalsJson } from "./signals-json.ts";
import { publishedTables } from "./tables/index.ts";
import { viewFigureRow, viewFiguresCsv, viewFiguresJson, viewFiguresSheet } from "./view-figure-rows.ts";
import { type JudgedView, judgedViews } from "./view-figures.ts";
import { viewTestsJson } from "./view-tests-json.ts";

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
 * The files that are published, of the norm figures of the scores: `norm-figures` and `view-figures`, each as `.csv`, `.xlsx` and `.json` (the same rows); `signals.json`, the
 * signals of the views, and `signals-year-before.json`, those that there were at the reference date a year earlier by what is known now; `view-tests.json`, all that was looked at for them; the tables of `tables/` (trends, transitions, cohorts, bodies,
 * reported trends, exploratory) as `.csv`; and `cube.json` (what the dashboard reads). The same
 * scores, catalogue and `meta` give the same bytes; run and moment are only in the cube.
 *
 * @throws BrokenInvariant when the scores rest on another catalogue or another reference date.
 */
export function publishedFiles(
  figures: readonly NormFigure[],
  scores: ShardScores,
  catalogue: Catalogue,
  meta: PublicationMeta,
): readonly PublishedFile[] {
  if (scores.referenceDay !== null && isoDay(scores.referenceDay) !== meta.referenceDate) {
    throw new BrokenInvariant(`the scores are of ${isoDay(scores.referenceDay)}, not of ${meta.referenceDate}`);
  }
  const rows = figures.map(normFigureRow);
  const sheets = [normFiguresSheet(rows), signalSheet(figures), accountSheet(accountOfAll(catalogue, meta))];
  const views = judgedViews(scores, catalogue, parseIsoDay(meta.referenceDate)!);
  const yearBefore = yearsBefore(parseIsoDay(meta.referenceDate)!, 1);
  const viewRows = views.flatMap((view) => view.figures.map(viewFigureRow));
  const viewSheets = [
    viewFiguresSheet(viewRows),
    viewSignalSheet(views),
    accountSheet([...accountOfViews, ...accountOfAll(catalogue, meta)]),
  ];
  return [
    { name: "norm-figures.csv", contentType: "text/csv; charset=utf-8", content: normFiguresCsv(rows) },
    { name: "norm-figures.xlsx", contentType: XLSX, content: writeWorkbook(sheets) },
    { name: "norm-figures.json", contentType: "application/json", content: normFiguresJson(rows) },
    { name: "view-figures.csv", contentType: "text/csv; charset=utf-8", content: viewFiguresCsv(viewRows) },
    { name: "view-figures.xlsx", contentType: XLSX, content: writeWorkbook(viewSheets) },
    { name: "view-figures.json", contentType: "application/json", content: viewFiguresJson(viewRows) },
    { name: "signals.json", contentType: "application/json", content: signalsJson(views) },
    { name: "signals-year-before.json", contentType: "application/json", content: signalsJson(judgedViews(scores, catalogue, yearBefore)) },
    { name: "view-tests.json", contentType: "application/json", content: viewTestsJson(views) },
    ...publishedTables(carryJudgements(scores, catalogue), catalogue, parseIsoDay(meta.referenceDate)!),
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

const viewSignalSheet = (views: readonly JudgedView[]): SheetContent => ({
  name: "Signalen",
  columns: [
    { header: "beeld", format: "text", width: 22 },
    { header: "norm", format: "text" },
    { header: "titel", format: "text", width: 60, wrap: true },
    { header: "signaal", format: "text", width: 22 },
    { header: "stand", format: "text", width: 12 },
    { header: "sinds", format: "text", width: 12 },
    { header: "toelichting", format: "text", width: 100, wrap: true },
  ],
  rows: views.flatMap(({ view, figures }) =>
    figures.flatMap(({ norm, signals }) =>
      signals.map(({ signal, status, since }) => [
        view.id,
        norm.code,
        norm.title,
        signal.code,
        status,
        dutchDay(parseIsoDay(since)!),
        sentenceOf(signal).nl,
      ]),
    ),
  ),
});

/** What a reader must know before he quotes a figure: subject and explanation. */
const accountSheet = (rows: readonly (readonly [string, string])[]): SheetContent => ({
  name: "Verantwoording",
  columns: [
    { header: "onderwerp", format: "text", width: 24 },
    { header: "toelichting", format: "text", width: 110, wrap: true },
  ],
  rows: rows.map((row) => [...row]),
});

const accountOfAll = (catalogue: Catalogue, { referenceDate }: PublicationMeta): (readonly [string, string])[] => [
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
];

const accountOfViews: readonly (readonly [string, string])[] = [
  [
    "Beeld",
    "Label, variant (* is alle varianten samen) en versies van het normenkader. Een norm loopt door over versies die hem ongewijzigd overnamen, en over varianten met dezelfde norm onder dezelfde code; hij staat onder zijn nieuwste code.",
  ],
  [
    "Vervallen",
    "De norm staat niet meer in het geldende normenkader. De cijfers blijven staan; er wordt niet meer op verschillen getoetst.",
  ],
  [
    "Stand",
    "nieuw: op de peildatum een jaar eerder was het signaal er niet. bevestigd: toen was het er ook. aanhoudend: in twee opeenvolgende perioden voldeed niemand.",
  ],
  [
    "Geen signaal",
    "Dat betekent niet dat er geen verschil is: het kan te klein zijn, of er zijn nog te weinig toetsen. Per norm staat dat in view-tests.json.",
  ],
];
