import { upperBound } from "../../statistics/one-sided-bound.ts";
import type { CountEvidence, SignalOf } from "../signal.ts";
import type { Thresholds } from "../thresholds.ts";

/** `NOOIT_GEHAALD`: nobody meets the norm, of enough organisations to conclude that hardly any does. */
export function neverMet(evidence: CountEvidence, thresholds: Thresholds): SignalOf<"NOOIT_GEHAALD"> | undefined {
  const { judged, met } = evidence;
  const { confidence, enoughForNever } = thresholds;
  if (met > 0 || judged < enoughForNever) return undefined;
  const share = upperBound(met, judged, confidence)!;
  return { code: "NOOIT_GEHAALD", evidence: { ...evidence, bound: { side: "upper", share, confidence } } };
}
