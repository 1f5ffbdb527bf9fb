/** Themes of reported trends. Shared by the rule about them and the reading of trends. */
import { foldWord } from "../catalogue/codes.ts";
import type { Catalogue } from "../catalogue/types.ts";

/** The code of the theme with this code, title or synonym. */
export const readTheme = (text: string, catalogue: Catalogue): string | undefined => {
  const wanted = foldWord(text);
  return catalogue.themes.find((theme) => [theme.code, theme.title, ...(theme.synonyms ?? [])].some((word) => foldWord(word) === wanted))
    ?.code;
};

export const themeWords = (catalogue: Catalogue): readonly string[] =>
  catalogue.themes.flatMap((theme) => [theme.title, ...(theme.synonyms ?? [])]);
