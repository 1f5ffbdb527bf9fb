import { isSaid } from "../outcome.ts";
import { aboutTheNorm, type SignalRule } from "./found.ts";

/** `OMGEKEERD`: who does well on the other norms does worse on this one. */
export const reversed: SignalRule = {
  codes: ["OMGEKEERD"],
  kind: "test",
  find(analysis, norm) {
    const test = analysis.discriminations()[norm]!;
    if (!isSaid(test) || test.correlation >= 0 || test.q > analysis.thresholds.falseDiscoveryRate) return [];
    return [aboutTheNorm({ code: "OMGEKEERD", evidence: { ...analysis.evidence(norm), test } })];
  },
};
