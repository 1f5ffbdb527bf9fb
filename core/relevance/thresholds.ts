import { minNForNeverMet } from "../statistics/min-n-for-never-met.ts";

/** Goes up when a rule or a threshold changes, so that a review can say by which rules it judged. */
export const RULES_VERSION = "2026-1";

/** The values that decide about signals. A review freezes the ones it used. */
export interface Thresholds {
  /** Confidence of a one-sided conclusion about "nobody" or "everybody". */
  readonly confidence: number;
  /** "Nobody meets it" may be said when at most this share can meet it. */
  readonly neverMetAtMost: number;
  /** "Everybody meets it" may be said when at least this share meets it. */
  readonly alwaysMetAtLeast: number;
  /** Fewer judged organisations than this: no conclusion at all. */
  readonly enoughToSpeak: number;
  /** From so many judged organisations on, none of which meets the norm, the conclusion "nobody" stands. */
  readonly enoughForNever: number;
}

const confidence = 0.95;
const neverMetAtMost = 0.1;

export const thresholds: Thresholds = {
  // The convention of the field. One-sided, since the question is only whether the share can be higher (never) or lower (always).
  confidence,
  // At most 1 in 10: lower would need 59 organisations for 1 in 20, which most variants never have.
  neverMetAtMost,
  // The same distance from the other end.
  alwaysMetAtLeast: 1 - neverMetAtMost,
  // 14: the smallest number at which "nobody so far" means at most 1 in 5 (upper bound .193); at 13 it would be .206.
  enoughToSpeak: minNForNeverMet(0.2, confidence),
  // 29: follows from the two values above (upper bound .098; at 28 it is .101).
  enoughForNever: minNForNeverMet(neverMetAtMost, confidence),
};
