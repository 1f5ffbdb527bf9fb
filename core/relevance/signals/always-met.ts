import { lowerBound } from "../../statistics/one-sided-bound.ts";
import type { CountEvidence, SignalOf } from "../signal.ts";
import type { Thresholds } from "../thresholds.ts";

/** `ALTIJD_GEHAALD`: everybody meets the norm, of enough organisations to conclude that nearly all do. */
export function alwaysMet(evidence: CountEvidence, thresholds: Thresholds): SignalOf<"ALTIJD_GEHAALD"> | undefined {
  const { judged, met } = evidence;
  const { confidence, enoughToSpeak, alwaysMetAtLeast } = thresholds;
  if (met < judged || judged < enoughToSpeak) return undefined;
  const share = lowerBound(met, judged, confidence)!;
  if (share < alwaysMetAtLeast) return undefined;
  return { code: "ALTIJD_GEHAALD", evidence: { ...evidence, bound: { side: "lower", share, confidence } } };
}
