import type { CountEvidence, SignalOf } from "../signal.ts";
import type { Thresholds } from "../thresholds.ts";

/** `NOOIT_TOT_NU_TOE`: nobody meets the norm, and there are too few organisations to conclude that nobody does. */
export function neverSoFar(evidence: CountEvidence, thresholds: Thresholds): SignalOf<"NOOIT_TOT_NU_TOE"> | undefined {
  const { judged, met } = evidence;
  const { enoughToSpeak, enoughForNever } = thresholds;
  if (met > 0 || judged < enoughToSpeak || judged >= enoughForNever) return undefined;
  return { code: "NOOIT_TOT_NU_TOE", evidence: { ...evidence, neededForConclusion: enoughForNever } };
}
