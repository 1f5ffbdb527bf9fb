import { correlationInterval } from "../../statistics/correlation-interval.ts";
import { itemRest } from "../../statistics/item-rest.ts";
import { notYet, type Outcome } from "../outcome.ts";
import type { ViewThresholds } from "../thresholds.ts";
import type { ViewMatrix } from "../view-matrix.ts";
import { scoreCounts } from "./score-counts.ts";
import { type WithQ, withQ } from "./with-q.ts";

/** Do organisations that score well on the other norms score better on this one? */
export interface DiscriminationTest {
  readonly n: number;
  /** Of the score with the mean of the other scored norms. */
  readonly correlation: number;
  /** One-sided upper bound of it. */
  readonly upper: number;
  readonly confidence: number;
  /** One-sided, for "it runs the other way"; `q` belongs to it. */
  readonly p: number;
  /** Share of the most common score; a fraction. */
  readonly largestShare: number;
}

/** @param rows the current report of each organisation. */
export function discriminationScreen(
  matrix: ViewMatrix,
  rows: Uint32Array,
  { discrimination: needed }: ViewThresholds,
): Outcome<WithQ<DiscriminationTest>>[] {
  const { width } = matrix;
  const scores = new Uint8Array(rows.length * width);
  rows.forEach((row, i) => {
    scores.set(matrix.scores.subarray(row * width, (row + 1) * width), i * width);
  });
  const correlations = itemRest(scores, width);
  const outcomes = correlations.map(({ n, correlation }, norm): Outcome<DiscriminationTest> => {
    const counts = scoreCounts(matrix, rows, norm);
    const judged = counts[0] + counts[1] + counts[2];
    if (judged === 0) return notYet({ because: "nothingJudged" });
    if (n < needed.organisations) return notYet({ because: "tooFewOrganisations", n, needed: needed.organisations });
    const largestShare = Math.max(...counts) / judged;
    if (largestShare > needed.oneScoreAtMost)
      return notYet({ because: "almostAllOneScore", share: largestShare, atMost: needed.oneScoreAtMost });
    // Two-sided at 2 × confidence - 1: its upper end is the one-sided bound.
    const interval = correlation === null ? null : correlationInterval(correlation, n, 2 * needed.confidence - 1);
    if (correlation === null || !interval) return notYet({ because: "noVariation" });
    return { n, correlation, upper: interval.upper, confidence: needed.confidence, p: interval.pNegative, largestShare };
  });
  return withQ(outcomes);
}
