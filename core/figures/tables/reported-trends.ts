import type { Day } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { rowsUntil } from "../../relevance/view-matrix.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { trendDirections } from "../../scoring/types.ts";
import { type Counting, countings, type Tally, tallyOf } from "./counting.ts";
import { periodName, periodOf } from "./periods.ts";
import { distinctThemes, type Said, saidIn, type ThemeOfView, themesOf } from "./said.ts";
import { count, fraction, type Table, text } from "./table.ts";
import type { ViewSource } from "./view-source.ts";

export interface ReportedTrendRow {
  readonly label: string;
  readonly variant: string;
  readonly periode: string;
  readonly ci: string;
  readonly thema: string;
  readonly titel: string;
  readonly bekend: "ja" | "nee";
  readonly richting: string;
  readonly telling: Counting;
  readonly meldingen: number;
  readonly rapporten_met_trends: number;
  readonly rapporten: number;
  readonly normen: string;
  readonly oordelen: number;
  readonly voldoet: number;
  readonly aandeel_voldoet: number | null;
  readonly oordelen_overig: number;
  readonly voldoet_overig: number;
  readonly aandeel_voldoet_overig: number | null;
}

/**
 * What bodies report about themes, counted per half-year, body, theme and direction, beside the judgements on the norms that the catalogue ties to the
 * theme: in the reports that say it, and in the other reports of the same period and body. Counted in reports. A word that
 * the catalogue came to know later counts with its theme from then on, also in earlier reports.
 *
 * @param source a view of one variant.
 */
export function reportedTrendRows(source: ViewSource, catalogue: Pick<Catalogue, "themes">, referenceDay: Day): ReportedTrendRow[] {
  const themes = themesOf(source, catalogue);
  const said = Array.from({ length: rowsUntil(source.matrix, referenceDay) }, (_, row) => saidIn(source, row, themes));
  return cellsOf(source, said).flatMap((cell) => rowsOfCell(source, cell, said, themes));
}

interface CellOfReports {
  readonly period: string;
  readonly body: string;
  readonly rows: readonly number[];
}

const ALL_BODIES = "*";
const ALL_PERIODS = "alle";

/** Half-year × body, with the totals over each and over both. */
function cellsOf({ matrix }: ViewSource, said: readonly (readonly Said[])[]): CellOfReports[] {
  const cells = new Map<string, { period: string; body: string; rows: number[] }>();
  said.forEach((_, row) => {
    const half = periodName(periodOf(matrix.day[row]!, "halfjaar"), "halfjaar");
    for (const period of [half, ALL_PERIODS]) {
      for (const body of [matrix.bodies[matrix.body[row]!]!, ALL_BODIES]) {
        const key = `${period}\n${body}`;
        const cell = cells.get(key);
        if (cell) cell.rows.push(row);
        else cells.set(key, { period, body, rows: [row] });
      }
    }
  });
  return [...cells.values()].sort((a, b) => compareCodePoints(a.period, b.period) || compareCodePoints(a.body, b.body));
}

/** In the order of `trendDirections`. */
export const directionWords = ["toenemend", "gelijk", "afnemend"] as const satisfies Record<number, string>;

function rowsOfCell(
  { view, matrix }: ViewSource,
  cell: CellOfReports,
  said: readonly (readonly Said[])[],
  themes: readonly ThemeOfView[],
): ReportedTrendRow[] {
  const mentions = mentionsIn(cell, said);
  const judgements = (rows: readonly number[], norms: readonly number[]) => judgementsIn(matrix, rows, norms);
  const withTrends = cell.rows.filter((row) => said[row]!.length > 0).length;
  return distinctThemes(themes).flatMap(({ key, title, known, norms }) => {
    const mentioned = mentions.get(key);
    if (!mentioned) return [];
    const loud = new Set(mentioned.flat());
    const silent = judgements(norms.length === 0 ? [] : cell.rows.filter((row) => !loud.has(row)), norms);
    return mentioned.flatMap((rows, direction) => {
      if (rows.length === 0) return [];
      const here = judgements(rows, norms);
      return countings.map(
        (telling, way): ReportedTrendRow => ({
          label: view.label,
          variant: view.variant ?? "",
          periode: cell.period,
          ci: cell.body,
          thema: key,
          titel: title,
          bekend: known ? "ja" : "nee",
          richting: directionWords[direction]!,
          telling,
          meldingen: rows.length,
          rapporten_met_trends: withTrends,
          rapporten: cell.rows.length,
          normen: norms.map((column) => view.norms[column]!.code).join("|"),
          oordelen: here.judged,
          voldoet: here.met[way]!,
          aandeel_voldoet: share(here.met[way]!, here.judged),
          oordelen_overig: silent.judged,
          voldoet_overig: silent.met[way]!,
          aandeel_voldoet_overig: share(silent.met[way]!, silent.judged),
        }),
      );
    });
  });
}

/** Per theme that is mentioned in the cell: the reports that do, by direction. */
function mentionsIn(cell: CellOfReports, said: readonly (readonly Said[])[]): Map<string, number[][]> {
  const mentions = new Map<string, number[][]>();
  for (const row of cell.rows) {
    for (const { theme, direction } of said[row]!) {
      const known = mentions.get(theme) ?? trendDirections.map((): number[] => []);
      known[direction]!.push(row);
      mentions.set(theme, known);
    }
  }
  return mentions;
}

function judgementsIn({ scores, width }: ViewSource["matrix"], rows: readonly number[], norms: readonly number[]): Tally {
  const sum: Tally = { judged: 0, met: [0, 0] };
  for (const row of rows) {
    const { judged, met } = tallyOf(scores, row * width, norms);
    sum.judged += judged;
    sum.met[0] += met[0];
    sum.met[1] += met[1];
  }
  return sum;
}

const share = (met: number, judged: number): number | null => (judged === 0 ? null : met / judged);

export const reportedTrendsTable: Table<ReportedTrendRow> = {
  file: "reported-trends.csv",
  title: "Gemelde trends",
  description:
    "Wat certificerende instellingen over thema's melden, geteld in rapporten, naast de oordelen over de normen die het normenkader aan het thema verbindt: zeggen en scoren auditors hetzelfde? Alleen wat gemeld is heeft een rij. Een gecombineerde audit telt onder elk van zijn labels. Tel rijen met periode alle of ci * niet op bij de andere: het zijn totalen.",
  key: ["label", "variant", "periode", "ci", "thema", "richting", "telling"],
  columns: [
    text("label", "Het label."),
    text("variant", "De variant."),
    text("periode", "Het halfjaar van de toets, bijvoorbeeld 2024-H1; of alle."),
    text("ci", "Code van de certificerende instelling; * is alle instellingen samen."),
    text("thema", "Code van het thema; van een thema dat de catalogus niet kent: het woord van de instelling."),
    text("titel", "Titel van het thema."),
    text("bekend", "Kent de catalogus het thema? Zo niet, dan is het nieuw of anders geschreven.", { values: ["ja", "nee"] }),
    text("richting", "De richting die gemeld is.", { values: directionWords }),
    text("telling", "streng: alleen voldoet telt. soepel: ook voldoet deels telt.", { values: countings }),
    count("meldingen", "Aantal rapporten dat dit thema in deze richting meldt."),
    count("rapporten_met_trends", "Aantal rapporten van deze periode en instelling dat enige trend meldt."),
    count("rapporten", "Aantal rapporten van deze periode en instelling, van elke soort toets."),
    text("normen", "Normen die aan het thema verbonden zijn, gescheiden door |. Leeg als er geen zijn.", { maybeEmpty: true }),
    count("oordelen", "Aantal oordelen over die normen in de rapporten die het melden."),
    count("voldoet", "Aantal daarvan dat volgens de telling voldoet."),
    fraction("aandeel_voldoet", "voldoet / oordelen. Leeg zonder oordelen."),
    count(
      "oordelen_overig",
      "Aantal oordelen over die normen in de rapporten van dezelfde periode en instelling die het thema niet melden.",
    ),
    count("voldoet_overig", "Aantal daarvan dat volgens de telling voldoet."),
    fraction("aandeel_voldoet_overig", "voldoet_overig / oordelen_overig. Leeg zonder oordelen."),
  ],
};
