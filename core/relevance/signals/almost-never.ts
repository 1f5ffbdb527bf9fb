import { upperBound } from "../../statistics/one-sided-bound.ts";
import type { CountEvidence, SignalOf } from "../signal.ts";
import type { ViewThresholds } from "../thresholds.ts";

/** `VRIJWEL_NOOIT`: somebody meets the norm, but with the higher confidence at most as few as for "nobody". */
export function almostNever(evidence: CountEvidence, thresholds: ViewThresholds): SignalOf<"VRIJWEL_NOOIT"> | undefined {
  const { judged, met } = evidence;
  const { almostConfidence: confidence, neverMetAtMost } = thresholds;
  // The bound lies above the share: most norms need not be asked for it.
  if (met === 0 || met / judged > neverMetAtMost) return undefined;
  const share = upperBound(met, judged, confidence)!;
  if (share > neverMetAtMost) return undefined;
  return { code: "VRIJWEL_NOOIT", evidence: { ...evidence, bound: { side: "upper", share, confidence } } };
}
