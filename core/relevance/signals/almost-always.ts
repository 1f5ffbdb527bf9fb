import { lowerBound } from "../../statistics/one-sided-bound.ts";
import type { CountEvidence, SignalOf } from "../signal.ts";
import type { ViewThresholds } from "../thresholds.ts";

/** `VRIJWEL_ALTIJD`: somebody does not meet the norm, but with the higher confidence at least as many do as for "everybody". */
export function almostAlways(evidence: CountEvidence, thresholds: ViewThresholds): SignalOf<"VRIJWEL_ALTIJD"> | undefined {
  const { judged, met } = evidence;
  const { almostConfidence: confidence, alwaysMetAtLeast } = thresholds;
  // The bound lies below the share: most norms need not be asked for it.
  if (met === judged || met / judged < alwaysMetAtLeast) return undefined;
  const share = lowerBound(met, judged, confidence)!;
  if (share < alwaysMetAtLeast) return undefined;
  return { code: "VRIJWEL_ALTIJD", evidence: { ...evidence, bound: { side: "lower", share, confidence } } };
}
