import { kvkDigits } from "../values.ts";
import type { CellRule } from "./rule.ts";

/** Twelve digits are a vestigingsnummer (domain: Dutch files). */
export const kvkBranchNumber: CellRule = {
  code: "KVK_BRANCH_NUMBER",
  severity: "error",
  about: "cell",
  columns: ["kvk_nummer"],
  check: ({ text }) => (kvkDigits(text)?.length === 12 ? {} : undefined),
};
