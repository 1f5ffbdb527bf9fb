/** Keys in the figures bucket of what a review rests on and came to; kept as long as the review. */

export const frozenInputKey = (review: string): string => `reviews/${review}/input/manifest.json`;

/** Of each execution that fixes an input a folder of its own: what one reads is never what another wrote. */
export interface FrozenFolder {
  readonly review: string;
  readonly execution: string;
}

export const frozenShardKey = ({ review, execution }: FrozenFolder, shard: number): string =>
  `reviews/${review}/input/${execution}/shard-${String(shard).padStart(2, "0")}.json`;

export const frozenDecisionsKey = ({ review, execution }: FrozenFolder): string => `reviews/${review}/input/${execution}/decisions.json`;

/** Its merged scores: from these, the catalogue version and the thresholds the dossier can be made again, to the byte. */
export const reviewScoresKey = (review: string): string => `reviews/${review}/merged.scores`;

export const dossierFormats = ["json", "html", "xlsx", "csv"] as const;
export type DossierFormat = (typeof dossierFormats)[number];

export const dossierKey = (review: string, format: DossierFormat): string => `reviews/${review}/dossier.${format}`;

/** Run of score-norms that scores exactly the frozen input. */
export const reviewRun = (review: string): string => `review-${review}`;
