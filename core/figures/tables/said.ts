import { foldWord } from "../../catalogue/codes.ts";
import type { Catalogue, Theme } from "../../catalogue/types.ts";
import { readTheme } from "../../intake/themes.ts";
import type { View } from "../../relevance/views.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { DIRECTIONS } from "../../scoring/shard-scores.ts";
import type { ViewSource } from "./view-source.ts";

/** What one report says: about which theme, in which direction (position in `trendDirections`). */
export interface Said {
  readonly theme: string;
  readonly direction: number;
}

/** A theme as it is read today. */
export interface ThemeOfView {
  readonly key: string;
  readonly title: string;
  readonly known: Theme | undefined;
  /** Columns of the view. */
  readonly norms: readonly number[];
}

/** Per number of a theme in the label: the theme it is today. Spellings of an unknown word are one theme, under the first of them. */
export function themesOf({ view, label }: ViewSource, catalogue: Pick<Catalogue, "themes">): readonly ThemeOfView[] {
  const unknown = new Map<string, string>();
  return (label?.tables.themes ?? []).map((word) => {
    const code = readTheme(word, catalogue as Catalogue);
    const known = catalogue.themes.find((theme) => theme.code === code);
    if (known) return { key: known.code, title: known.title, known, norms: normsOf(view, known) };
    const folded = foldWord(word);
    const first = unknown.get(folded) ?? word;
    unknown.set(folded, first);
    return { key: first, title: first, known: undefined, norms: [] };
  });
}

const normsOf = (view: View, { norms = [] }: Theme): number[] =>
  view.norms.flatMap(({ places }, column) =>
    places.some(({ framework, norm }) =>
      norms.some((tied) => tied.framework === framework.key && framework.normIndex.get(tied.norm) === norm),
    )
      ? [column]
      : [],
  );

/** Each theme and direction once, though words that are one theme today were two when they were delivered. */
export function saidIn({ label, audit }: ViewSource, row: number, themes: readonly ThemeOfView[]): readonly Said[] {
  const { trendStart, trends } = label!;
  const found = new Map<string, Said>();
  for (let i = trendStart[audit[row]!]!; i < trendStart[audit[row]! + 1]!; i++) {
    const theme = themes[Math.floor(trends[i]! / DIRECTIONS)]!.key;
    const direction = trends[i]! % DIRECTIONS;
    found.set(`${direction} ${theme}`, { theme, direction });
  }
  return [...found.values()];
}

/** In code-point order. */
export const distinctThemes = (themes: readonly ThemeOfView[]): ThemeOfView[] =>
  [...new Map(themes.map((theme) => [theme.key, theme])).values()].sort((a, b) => compareCodePoints(a.key, b.key));
