import { yearOf } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { trendDirections } from "../../scoring/types.ts";
import { type CountCell, hideSmallCells } from "../suppression/hide-small-cells.ts";
import { saidIn, themesOf } from "../tables/said.ts";
import type { LabelYears } from "./label-years.ts";
import type { ReportedThemeCount, YearlyReport } from "./report.ts";
import { shownOrNull, stayHidden } from "./tests-of-year.ts";

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
  return catalogue.themes
    .map(({ code, title }) => ({ code, title }))
    .sort((a, b) => compareCodePoints(a.code, b.code))
    .map((theme) => {
      const before = versions.map(({ themes: earlier }) => earlier.find(({ code }) => code === theme.code));
      return { ...theme, ...shownTheme(counts.get(theme.code) ?? trendDirections.map(() => 0), before) };
    });
}

function shownTheme(
  counts: readonly number[],
  before: readonly (ReportedThemeCount | undefined)[],
): Pick<ReportedThemeCount, "mentions" | "directions"> {
  const cells: CountCell[] = [
    { id: "all", value: counts.reduce((all, one) => all + one, 0) },
    ...trendDirections.map((direction, i) => ({ id: direction, value: counts[i]! })),
  ];
  const shownBefore = before.map(
    (theme) =>
      new Set([...(theme?.mentions ? ["all"] : []), ...trendDirections.filter((direction) => theme?.directions[direction])] as string[]),
  );
  const ranges = hideSmallCells({ cells: stayHidden(cells, shownBefore), sums: [{ total: "all", parts: trendDirections }] });
  const shown = (id: string) => shownOrNull(ranges.get(id)!);
  return {
    mentions: shown("all"),
    directions: { increasing: shown("increasing"), stable: shown("stable"), decreasing: shown("decreasing") },
  };
}
