import { foldWord } from "../../catalogue/codes.ts";
import { kindWords } from "../values.ts";
import type { CellRule } from "./rule.ts";

/** What senders write instead, and what it most likely means: offered, never taken. */
const likely: Readonly<Record<string, string>> = {
  "1e toets": "eerste toets",
  initieel: "eerste toets",
  "eerste certificering": "eerste toets",
  hercertificering: "hertoets",
  tussentijds: "tussentijdse toets",
  vervolg: "vervolgtoets",
};

export const kindUnknown: CellRule = {
  code: "KIND_UNKNOWN",
  severity: "error",
  about: "cell",
  columns: ["soort_toets"],
  check: ({ text }, given) => {
    const word = foldWord(text);
    if (kindWords.has(word)) return undefined;
    const guess = likely[word];
    return { params: { suggestions: guess ? [guess] : given.suggest(text, [...kindWords.keys()]) } };
  },
};
