import { foldWord } from "../../catalogue/codes.ts";
import { formWords } from "../values.ts";
import type { CellRule } from "./rule.ts";

/** "Combinatietoets" has two meanings in the field (two labels in one audit, or peers with an outside auditor): offer both. */
const combined = ["labelcombinatie", "intercollegiaal en extern"];

export const formUnknown: CellRule = {
  code: "FORM_UNKNOWN",
  severity: "error",
  about: "cell",
  columns: ["toetsvorm"],
  check: ({ text }, given) => {
    const word = foldWord(text);
    if (formWords.has(word)) return undefined;
    return { params: { suggestions: /combi/.test(word) ? combined : given.suggest(text, [...formWords.keys()]) } };
  },
};
