import type { ObjectStore } from "../ports.ts";
import type { PlannedRun } from "../scoring/plan.ts";
import { readFrozenInput } from "./frozen-input.ts";
import { reviewRun } from "./review-objects.ts";

/** The run of score-norms that scores exactly the frozen input of a review. @throws BrokenInvariant when nothing was frozen. */
export async function planReviewRun(store: ObjectStore, review: string): Promise<PlannedRun> {
  const { referenceDate, catalogueVersion, change, shards } = await readFrozenInput(store, review);
  const run = reviewRun(review);
  return {
    run,
    referenceDate,
    catalogueVersion,
    change,
    shards: shards.map(({ shard, key, sha256 }) => ({ run, referenceDate, catalogueVersion, shard, frozen: { key, sha256 } })),
    review,
  };
}
