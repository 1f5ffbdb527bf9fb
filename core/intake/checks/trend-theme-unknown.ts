import { readTheme, themeWords } from "../themes.ts";
import type { CellRule } from "./rule.ts";

/** New themes are the point of reporting trends: the text is kept, but it is counted with no other one. */
export const trendThemeUnknown: CellRule = {
  code: "TREND_THEME_UNKNOWN",
  severity: "warning",
  about: "cell",
  columns: ["thema"],
  check: ({ text }, given) => {
    if (given.catalogue.themes.length === 0 || readTheme(text, given.catalogue) !== undefined) return undefined;
    return { params: { suggestions: given.suggest(text, themeWords(given.catalogue)) } };
  },
};
