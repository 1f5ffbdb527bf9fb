import { yearOf } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { trendDirections } from "../../scoring/types.ts";
import type { CountCell } from "../suppression/hide-small-cells.ts";
import type { Range } from "../suppression/range.ts";
import { saidIn, themesOf } from "../tables/said.ts";
import { isSmallDifference } from "./beside-earlier.ts";
import type { LabelYears } from "./label-years.ts";
import type { ReportedThemeCount, YearlyReport } from "./report.ts";
import { type ShownBefore, shownCells } from "./shown-cells.ts";

/**
 * How often each theme of the catalogue was reported in the year. Other themes are words of certifying bodies: they are left out, since a word may
 * tell who wrote it.
 */
export function themesOfYear(
  { source, referenceDay }: LabelYears,
  catalogue: Catalogue,
  year: number,
  versions: readonly YearlyReport[],
): readonly ReportedThemeCount[] {
  const themes = themesOf(source, catalogue);
  const counts = new Map<string, number[]>();
  const { matrix } = source;
  for (let row = 0; row < matrix.audits; row++) {
    if (matrix.day[row]! > referenceDay || yearOf(matrix.day[row]!) !== year) continue;
    for (const { theme, direction } of saidIn(source, row, themes)) {
      const ofTheme = counts.get(theme) ?? trendDirections.map(() => 0);
      ofTheme[direction]!++;
      counts.set(theme, ofTheme);
    }
  }
  const tables = catalogue.themes
    .map(({ code, title }) => ({ code, title }))
    .sort((a, b) => compareCodePoints(a.code, b.code))
    .map((theme) => ({
      theme,
      cells: cellsOf(counts.get(theme.code) ?? trendDirections.map(() => 0)),
      before: versions.map(({ themes: earlier }) => shownIn(earlier.find(({ code }) => code === theme.code))),
    }));
  // Which theme is withheld would tell what a late report says: where one has to be, all are.
  const isWithheld = tables.some(({ cells, before }) => cells.some((cell) => differsLittle(cell, before)));
  return tables.map(({ theme, cells, before }) => ({ ...theme, ...(isWithheld ? withheld : shownTheme(cells, before)) }));
}

type ShownTheme = Pick<ReportedThemeCount, "mentions" | "directions">;

const withheld: ShownTheme = { mentions: null, directions: { increasing: null, stable: null, decreasing: null } };

const cellsOf = (counts: readonly number[]): readonly CountCell[] => [
  { id: "all", value: counts.reduce((all, one) => all + one, 0) },
  ...trendDirections.map((direction, i) => ({ id: direction, value: counts[i]! })),
];

const differsLittle = ({ id, value }: CountCell, before: readonly ShownBefore[]): boolean =>
  before.some((of) => {
    const range = of(id);
    return range ? isSmallDifference(value - range.from) : false;
  });

function shownTheme(cells: readonly CountCell[], before: readonly ShownBefore[]): ShownTheme {
  const shown = shownCells({ cells, sums: [{ total: "all", parts: trendDirections }] }, before);
  return {
    mentions: shown("all"),
    directions: { increasing: shown("increasing"), stable: shown("stable"), decreasing: shown("decreasing") },
  };
}

function shownIn(theme: ReportedThemeCount | undefined): ShownBefore {
  const all = new Map<string, Range | null>(theme && [["all", theme.mentions], ...Object.entries(theme.directions)]);
  return (id) => all.get(id) ?? null;
}
