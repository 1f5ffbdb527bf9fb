import { isSaid } from "../outcome.ts";
import type { Found, SignalRule } from "./found.ts";

/** `CI_VERSCHIL`: a body judges the norm otherwise than the others, among organisations that are about equally good. */
export const bodyDifference: SignalRule = {
  codes: ["CI_VERSCHIL"],
  kind: "test",
  find(analysis, norm) {
    const { bodies, falseDiscoveryRate } = analysis.thresholds;
    const ofNorm = analysis.bodies()[norm]!;
    return ofNorm.flatMap(({ body, outcome: test }): Found[] => {
      if (!isSaid(test) || test.q > falseDiscoveryRate || Math.abs(test.difference) < bodies.points) return [];
      // Lower scores with a larger share met: partly met and met pull apart, and no sentence could say which.
      if (test.z > 0 !== test.difference > 0) return [];
      const code = analysis.bodyCode(body);
      // A body that was stricter and is milder now has a new signal, not a confirmed one.
      const direction = test.difference < 0 ? "lower" : "higher";
      const evidence = {
        ...analysis.evidence(norm),
        body: { code, name: analysis.bodyName(body) },
        otherBodies: ofNorm.length - 1,
        test,
      };
      return [{ signal: { code: "CI_VERSCHIL", evidence }, about: { body: code }, subject: `${code} ${direction}` }];
    });
  },
};
