import { countSignals } from "../count-signals.ts";
import type { Signal } from "../signal.ts";
import { almostAlways } from "./almost-always.ts";
import { almostNever } from "./almost-never.ts";
import { aboutTheNorm, type SignalRule } from "./found.ts";

/** The count signals of a norm of a view: those of a single framework, with their course over the versions, and the two "almost" ones. */
export const countsOfView: SignalRule = {
  codes: ["TE_WEINIG_GEGEVENS", "NOOIT_GEHAALD", "NOOIT_TOT_NU_TOE", "VRIJWEL_NOOIT", "ALTIJD_GEHAALD", "VRIJWEL_ALTIJD"],
  kind: "count",
  find(analysis, norm) {
    const { judged, met } = analysis.standings()[norm]!.counts;
    const { enoughToSpeak, neverMetAtMost, alwaysMetAtLeast } = analysis.thresholds;
    // Most norms: enough data, and a share that no bound brings near nobody or everybody. Their evidence need not be gathered.
    if (judged >= enoughToSpeak && met / judged > neverMetAtMost && met / judged < alwaysMetAtLeast) return [];
    const evidence = analysis.evidence(norm);
    const withCourse = (signal: Signal): Signal =>
      signal.code === "NOOIT_GEHAALD" ? { code: signal.code, evidence: { ...signal.evidence, course: analysis.courses()[norm]! } } : signal;
    const almost = [almostNever(evidence, analysis.thresholds), almostAlways(evidence, analysis.thresholds)];
    return [...countSignals(evidence, analysis.thresholds).map(withCourse), ...almost.filter((signal) => signal !== undefined)].map(
      aboutTheNorm,
    );
  },
};
