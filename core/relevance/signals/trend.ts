import { isSaid } from "../outcome.ts";
import { aboutTheNorm, type SignalRule } from "./found.ts";

/** `VERSLECHTEREND` and `VERBETEREND`: fewer or more organisations meet the norm as time goes by, clearly and by much. */
export const trend: SignalRule = {
  codes: ["VERSLECHTEREND", "VERBETEREND"],
  kind: "test",
  find(analysis, norm) {
    const test = analysis.trends()[norm]!;
    const { trend: needed, falseDiscoveryRate } = analysis.thresholds;
    if (!isSaid(test) || test.q > falseDiscoveryRate || Math.abs(test.difference) < needed.points) return [];
    // Among equals the other way than in plain shares: then neither may be said.
    if (test.z > 0 !== test.difference > 0) return [];
    const evidence = { ...analysis.evidence(norm), test, retest: analysis.retests()[norm]! };
    return [aboutTheNorm({ code: test.difference < 0 ? "VERSLECHTEREND" : "VERBETEREND", evidence })];
  },
};
