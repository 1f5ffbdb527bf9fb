import { readYesNo } from "../values.ts";
import type { CellRule } from "./rule.ts";

export const yesNoUnknown: CellRule = {
  code: "YES_NO_UNKNOWN",
  severity: "error",
  about: "cell",
  columns: ["verbeterpunt", "clientenraad_gesproken"],
  check: ({ text }) => (readYesNo(text) === undefined ? {} : undefined),
};
