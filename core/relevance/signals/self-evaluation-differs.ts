import { isSaid } from "../outcome.ts";
import { aboutTheNorm, type SignalRule } from "./found.ts";

/** `ZELFEVALUATIE_WIJKT_AF`: organisations judge themselves higher, or lower, than the auditor does. */
export const selfEvaluationDiffers: SignalRule = {
  codes: ["ZELFEVALUATIE_WIJKT_AF"],
  kind: "test",
  find(analysis, norm) {
    const test = analysis.selfEvaluations()[norm]!;
    const { selfEvaluation, falseDiscoveryRate } = analysis.thresholds;
    if (!isSaid(test) || test.q > falseDiscoveryRate) return [];
    if (Math.abs(test.selfHigher - test.selfLower) / test.n < selfEvaluation.points) return [];
    return [aboutTheNorm({ code: "ZELFEVALUATIE_WIJKT_AF", evidence: { ...analysis.evidence(norm), test } })];
  },
};
