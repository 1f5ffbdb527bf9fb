import { lowerBound, upperBound } from "../statistics/one-sided-bound.ts";
import type { CountEvidence, Signal } from "./signal.ts";
import { thresholds as current, type Thresholds } from "./thresholds.ts";

/**
 * The signals that plain counts give: too few judged, nobody so far, nobody, everybody. At most one of them, since they exclude each
 * other; none when some organisations meet the norm and some do not.
 *
 * @param evidence counts of one norm with where they come from; n is `judged`, x is `met`.
 */
export function countSignals(evidence: CountEvidence, thresholds: Thresholds = current): readonly Signal[] {
  const { judged, met } = evidence;
  const { confidence } = thresholds;
  if (judged < thresholds.enoughToSpeak) return [{ code: "TE_WEINIG_GEGEVENS", evidence }];
  if (met === 0 && judged < thresholds.enoughForNever) {
    return [{ code: "NOOIT_TOT_NU_TOE", evidence: { ...evidence, neededForConclusion: thresholds.enoughForNever } }];
  }
  if (met === 0) {
    const share = upperBound(met, judged, confidence)!;
    return [{ code: "NOOIT_GEHAALD", evidence: { ...evidence, bound: { side: "upper", share, confidence } } }];
  }
  const share = lowerBound(met, judged, confidence)!;
  if (met < judged || share < thresholds.alwaysMetAtLeast) return [];
  return [{ code: "ALTIJD_GEHAALD", evidence: { ...evidence, bound: { side: "lower", share, confidence } } }];
}
