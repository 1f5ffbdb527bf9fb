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
    const signal = { code: "ZELFEVALUATIE_WIJKT_AF", evidence: { ...analysis.evidence(norm), test } } as const;
    // Too high and too low are two findings: the one does not confirm the other.
    return [{ ...aboutTheNorm(signal), subject: test.selfHigher > test.selfLower ? "higher" : "lower" }];
  },
};
