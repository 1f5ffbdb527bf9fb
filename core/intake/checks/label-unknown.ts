import { labelIn, labelsOf } from "../frameworks.ts";
import type { CellRule } from "./rule.ts";

export const labelUnknown: CellRule = {
  code: "LABEL_UNKNOWN",
  severity: "error",
  about: "cell",
  columns: ["label"],
  check: ({ text }, given) => {
    if (labelIn(given.catalogue, text) !== undefined) return undefined;
    const labels = labelsOf(given.catalogue);
    return { params: { suggestions: given.suggest(text, labels), known: labels } };
  },
};
