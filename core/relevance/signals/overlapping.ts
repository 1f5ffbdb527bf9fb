import { isOverlap } from "../screens/norm-pair.ts";
import type { Found, SignalRule } from "./found.ts";

/** `OVERLAPPEND`: two norms get the same score so often that one of them may do. Both norms of the pair have it. */
export const overlapping: SignalRule = {
  codes: ["OVERLAPPEND"],
  kind: "test",
  find(analysis, norm) {
    const needed = analysis.thresholds.overlap;
    return analysis.overlaps().pairs.flatMap(({ a, b, ...pair }): Found[] => {
      if ((a !== norm && b !== norm) || !isOverlap(pair, needed)) return [];
      const partner = a === norm ? b : a;
      // A norm out of force cannot be dropped any more.
      if (analysis.withdrawn[partner]) return [];
      const { code, title, places } = analysis.view.norms[partner]!;
      const other = { norm: code, title, frameworks: places.map(({ framework }) => framework.key) };
      const evidence = { ...analysis.evidence(norm), other, pair };
      return [{ signal: { code: "OVERLAPPEND", evidence }, about: { norm: code }, subject: String(partner) }];
    });
  },
};
