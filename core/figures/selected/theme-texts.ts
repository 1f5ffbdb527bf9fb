import { foldWord } from "../../catalogue/codes.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { maskPersonal } from "../../intake/personal.ts";
import { readTheme } from "../../intake/themes.ts";
import type { ReportedTrend } from "../../intake/types.ts";
import type { ReportedTheme } from "./reported-themes.ts";

/** Of the trends that a report reports: those about this theme, whatever the body called it, as the theme is read today. */
export function trendsAbout(
  { key, known }: Pick<ReportedTheme, "key" | "known">,
  trends: readonly ReportedTrend[],
  catalogue: Catalogue,
): readonly ReportedTrend[] {
  return trends.filter(({ theme }) => {
    const code = readTheme(theme, catalogue);
    // A word of the body itself was masked before it was counted.
    return known ? code === key : code === undefined && foldWord(maskPersonal(theme)) === foldWord(key);
  });
}
