import { foldWord } from "../../catalogue/codes.ts";
import { directionWords } from "../values.ts";
import type { CellRule } from "./rule.ts";

const likely: Readonly<Record<string, string>> = {
  stijgend: "toenemend",
  meer: "toenemend",
  omhoog: "toenemend",
  dalend: "afnemend",
  minder: "afnemend",
  omlaag: "afnemend",
  stabiel: "gelijk",
  "gelijk gebleven": "gelijk",
  gelijkblijvend: "gelijk",
};

export const trendDirectionUnknown: CellRule = {
  code: "TREND_DIRECTION_UNKNOWN",
  severity: "error",
  about: "cell",
  columns: ["richting"],
  check: ({ text }, given) => {
    const word = foldWord(text);
    if (directionWords.has(word)) return undefined;
    const guess = likely[word];
    return { params: { suggestions: guess ? [guess] : given.suggest(text, [...directionWords.keys()]) } };
  },
};
