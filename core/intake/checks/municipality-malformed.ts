import { readMunicipality } from "../values.ts";
import type { CellRule } from "./rule.ts";

export const municipalityMalformed: CellRule = {
  code: "MUNICIPALITY_MALFORMED",
  severity: "error",
  about: "cell",
  columns: ["gemeente"],
  check: ({ text }) => {
    if (readMunicipality(text) !== undefined) return undefined;
    return { params: { suggestions: /^\d{1,4}$/.test(text) ? [`GM${text.padStart(4, "0")}`] : [] } };
  },
};
