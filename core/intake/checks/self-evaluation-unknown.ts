import type { CellRule } from "./rule.ts";
import { unknownScore } from "./score-unknown.ts";

export const selfEvaluationUnknown: CellRule = {
  code: "SELF_EVALUATION_UNKNOWN",
  severity: "error",
  about: "cell",
  columns: ["zelfevaluatie"],
  check: ({ text }, given) => unknownScore(text, given),
};
