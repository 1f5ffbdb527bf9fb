/** Keys in the figures bucket of what the steps of a run leave for each other; the bucket lets them go after some days (`infra/`). */
export const shardScoresKey = (run: string, shard: number): string => `runs/${run}/shard-${String(shard).padStart(2, "0")}.scores`;

export const mergedScoresKey = (run: string): string => `runs/${run}/merged.scores`;

/** The merged scores of a run that was published: kept as long as its figures, for a choice that the published tables do not have. */
export const publishedScoresKey = (run: string): string => `published/${run}/merged.scores`;
