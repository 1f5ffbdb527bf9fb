import { isJudgement } from "../judgement.ts";
import type { CountedLabel } from "./carry.ts";
import { currentReports } from "./current-reports.ts";
import { retests } from "./retests.ts";
import { SELF, vectorOffset } from "./shard-scores.ts";

/** `counts[norm * 9 + first * 3 + second]`: organisations with both judgements (0 niet, 1 deels, 2 voldoet) on a norm of one framework. */
export type PairedCounts = Uint32Array;

export const PAIRS = 9;

/**
 * Self-evaluation (first) beside the audit (second) of each current report that has one; what came later is left out, it was not
 * what they estimated.
 */
export function selfBesideAudit(label: CountedLabel, framework: number): PairedCounts {
  const pairs = currentReports(label, (candidate) => candidate === framework).flatMap(({ audit }): [number, number][] => {
    const self = vectorOffset(label, audit, SELF);
    return self < 0 ? [] : [[self, label.scoreStart[audit]!]];
  });
  return countPairs(label, framework, pairs);
}

/** The test before (first) beside the latest hertoets (second) of each organisation that was tested again in this framework. */
export function testBesideHertoets(label: CountedLabel, framework: number): PairedCounts {
  const pairs = retests(label, (candidate) => candidate === framework);
  return countPairs(
    label,
    framework,
    pairs.map(({ before, hertoets }) => [label.scoreStart[before]!, label.scoreStart[hertoets]!]),
  );
}

function countPairs(label: CountedLabel, framework: number, pairs: readonly (readonly [number, number])[]): PairedCounts {
  const { norms } = label.frameworks[framework]!;
  const counts = new Uint32Array(norms * PAIRS);
  for (const [first, second] of pairs) {
    for (let norm = 0; norm < norms; norm++) {
      const a = label.scores[first + norm]!;
      const b = label.scores[second + norm]!;
      if (isJudgement(a) && isJudgement(b)) counts[norm * PAIRS + a * 3 + b]!++;
    }
  }
  return counts;
}
