import type { ViewNorm } from "../../relevance/view-norms.ts";
import { type ComparedNorm, compareSelections } from "./compare-selections.ts";
import type { CountedScores } from "./counted-scores.ts";
import type { Directions, ReportedTheme } from "./reported-themes.ts";
import type { Selection } from "./selection.ts";

/** What bodies say of a theme beside what they score on the norms that it is about. */
export interface ThemeScores {
  readonly theme: ReportedTheme;
  /** Of its norms: the first selection beside the second, later one. */
  readonly norms: readonly ComparedNorm[];
}

/**
 * The themes with the norms that the catalogue ties to them, in two selections (the period before and now), in the order of the themes.
 *
 * @param viewNorms of the view that the themes were counted in, to which `theme.norms` points.
 */
export function themeScores(
  counted: CountedScores,
  themes: readonly ReportedTheme[],
  viewNorms: readonly ViewNorm[],
  before: Selection,
  now: Selection,
): readonly ThemeScores[] {
  const rows = compareSelections(counted, before, now)?.rows ?? [];
  return themes.map((theme) => ({
    theme,
    norms: theme.norms.flatMap((column) => rows.filter(({ norm }) => isSameNorm(norm, viewNorms[column]!))),
  }));
}

/** One norm under two views: the narrower one lacks places, but none belongs to another norm. */
const isSameNorm = (one: ViewNorm, other: ViewNorm): boolean =>
  one.places.some(({ framework, norm }) => other.places.some((place) => place.framework.key === framework.key && place.norm === norm));

/** How often a theme was reported: a report that names it in two directions counts in both. */
export const mentionsOf = ({ increasing, stable, decreasing }: Directions): number => increasing + stable + decreasing;

/** The direction of more than half of the mentions; null when none has it, and without mentions. */
export function mainDirection(directions: Directions): keyof Directions | null {
  const half = mentionsOf(directions) / 2;
  return (Object.keys(directions) as (keyof Directions)[]).find((direction) => directions[direction] > half) ?? null;
}

/** The themes most often reported first; of as many, in the order they had. */
export const mostReportedFirst = (themes: readonly ReportedTheme[]): readonly ReportedTheme[] =>
  themes.toSorted((one, other) => mentionsOf(other.total) - mentionsOf(one.total));
