import { foldWord } from "../../catalogue/codes.ts";
import { statusWords } from "../values.ts";
import type { CellRule } from "./rule.ts";

export const statusUnknown: CellRule = {
  code: "STATUS_UNKNOWN",
  severity: "error",
  about: "cell",
  columns: ["status"],
  check: ({ text }, given) =>
    statusWords.has(foldWord(text)) ? undefined : { params: { suggestions: given.suggest(text, [...statusWords.keys()]) } },
};
