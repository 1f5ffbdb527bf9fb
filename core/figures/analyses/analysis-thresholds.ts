import { viewThresholds } from "../../relevance/thresholds.ts";

/** The values that decide what the analyses show and say. None of them makes a signal: those are in `relevance/thresholds.ts`. */
export const analysisThresholds = {
  /**
   * Fewer organisations: no kappa. The interval covers about as well at 20 as at 80 (decision 0029); below, half of the tables of alike judgements have no
   * difference at all, and so no interval.
   */
  kappaFrom: viewThresholds.selfEvaluation.organisations,
  /** As for pairs of norms: with nearly one score only, kappa is about the few others. */
  oneScoreAtMost: viewThresholds.overlap.oneScoreAtMost,
  /** Of two judgements on the same organisations, and of two variants: as large as a difference between self-evaluation and audit must be. */
  points: viewThresholds.selfEvaluation.points,
  /** Norms with both judgements in one organisation. With fewer, one norm is more than 10 points. */
  normsPerOrganisation: 10,
  /** Combined audits of which the days are known, for a middle one: of fewer, a single long audit moves it. */
  knownAuditDays: 5,
} as const;
