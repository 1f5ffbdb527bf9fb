import type { Day } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { BrokenInvariant } from "../../faults.ts";
import { type CountedLabel, carryJudgements } from "../../scoring/carry.ts";
import type { ShardScores } from "../../scoring/shard-scores.ts";

/** The merged scores of a run, ready to count any choice from: made once, asked often. */
export interface CountedScores {
  readonly catalogue: Catalogue;
  readonly referenceDay: Day;
  /** By name. A label of which nothing was delivered is not in it. */
  readonly labels: ReadonlyMap<string, CountedLabel>;
}

/** @throws BrokenInvariant when the scores are of no run (no reference day), or rest on another catalogue. */
export function countedScores(scores: ShardScores, catalogue: Catalogue): CountedScores {
  if (scores.referenceDay === null) throw new BrokenInvariant("scores without a reference day are of no run");
  return {
    catalogue,
    referenceDay: scores.referenceDay,
    labels: new Map(carryJudgements(scores, catalogue).map((label) => [label.label, label])),
  };
}
