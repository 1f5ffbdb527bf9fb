import type { CountEvidence, Signal } from "./signal.ts";
import { alwaysMet } from "./signals/always-met.ts";
import { neverMet } from "./signals/never-met.ts";
import { neverSoFar } from "./signals/never-so-far.ts";
import { tooFewData } from "./signals/too-few-data.ts";
import { thresholds as current, type Thresholds } from "./thresholds.ts";

/**
 * The signals that plain counts give, also of a single framework: too few judged, nobody so far, nobody, everybody. At most one of them,
 * since they exclude each other; none when some organisations meet the norm and some do not.
 *
 * @param evidence counts of one norm with where they come from; n is `judged`, x is `met`.
 */
export function countSignals(evidence: CountEvidence, thresholds: Thresholds = current): readonly Signal[] {
  return [tooFewData, neverSoFar, neverMet, alwaysMet].flatMap((rule): Signal[] => {
    const signal = rule(evidence, thresholds);
    return signal ? [signal] : [];
  });
}
