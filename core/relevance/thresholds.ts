import { minNForNeverMet } from "../statistics/min-n-for-never-met.ts";

/** Goes up when a rule or a threshold changes, so that a review can say by which rules it judged. */
export const RULES_VERSION = "2026-2";

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

/** The values that decide about the signals of a view. A review freezes these too. Where no reason is given: decision 0010, from simulation. */
export interface ViewThresholds extends Thresholds {
  /** Confidence of "almost nobody" and "almost everybody": higher, since there is one that says otherwise. */
  readonly almostConfidence: number;
  /** Benjamini-Hochberg: of the test signals of one kind in one view at most this share is false in expectation. */
  readonly falseDiscoveryRate: number;
  readonly bands: { readonly few: number; readonly many: number; readonly manyFromOrganisations: number };
  readonly trend: { readonly scores: number; readonly years: number; readonly scoresPerYear: number; readonly points: number };
  readonly bodies: { readonly scoresPerSide: number; readonly points: number };
  readonly variants: { readonly judged: number };
  readonly overlap: {
    readonly inCommon: number;
    readonly oneScoreAtMost: number;
    readonly kappa: number;
    readonly lowerBound: number;
    readonly confidence: number;
    /** Pairs from this kappa on are listed, without being a signal. */
    readonly listedFrom: number;
  };
  readonly discrimination: {
    readonly organisations: number;
    readonly oneScoreAtMost: number;
    readonly below: number;
    readonly confidence: number;
  };
  readonly selfEvaluation: { readonly organisations: number; readonly points: number };
  /** Fewer changes between a test and its hertoets than this can never be told from chance. */
  readonly retest: { readonly changes: number };
  readonly course: {
    readonly judgedPerWindow: number;
    readonly p: number;
    /** A window is as long as a cycle of the label, within these. */
    readonly years: { readonly least: number; readonly most: number };
  };
  /** In a view with fewer organisations, finding nothing says nothing: a difference that is there is mostly missed. */
  readonly organisationsToSee: number;
}

export const viewThresholds: ViewThresholds = {
  ...thresholds,
  almostConfidence: 0.99,
  falseDiscoveryRate: 0.05,
  // Below 80 organisations five bands would leave strata of one.
  bands: { few: 3, many: 5, manyFromOrganisations: 80 },
  trend: { scores: 40, years: 3, scoresPerYear: 5, points: 0.15 },
  bodies: { scoresPerSide: 8, points: 0.2 },
  variants: { judged: thresholds.enoughToSpeak },
  overlap: { inCommon: 30, oneScoreAtMost: 0.9, kappa: 0.8, lowerBound: 0.7, confidence: 0.95, listedFrom: 0.5 },
  discrimination: { organisations: 50, oneScoreAtMost: 0.9, below: 0.2, confidence: 0.95 },
  selfEvaluation: { organisations: 20, points: 0.2 },
  // 2 · ½⁵ = .0625: five changes, all one way, still come above .05.
  retest: { changes: 6 },
  course: { judgedPerWindow: thresholds.enoughToSpeak, p: 0.05, years: { least: 2, most: 3 } },
  // A body that is stricter by 40 points is found at 50 organisations in a quarter of the views, at 80 in six of ten, at 120 in nine of
  // ten: `npm run simulate`.
  organisationsToSee: 80,
};
