/**
 * The five scores of a norm, and how they are written: three judgements and two non-judgements (a blank is never
 * "voldoet niet"). In packed reports one character stands for one norm; `.` means that the report has no row for it.
 */
export const scores = ["notMet", "partiallyMet", "met", "notApplicable", "notAssessed"] as const;
export type Score = (typeof scores)[number];

/** A score as a small integer: 0 voldoet niet, 1 voldoet deels, 2 voldoet, 3 niet van toepassing, 4 niet beoordeeld. */
export type ScoreCode = 0 | 1 | 2 | 3 | 4;

/** Not in scope: the report has no row for the norm. */
export const OUT_OF_SCOPE = 5;

/** Character per score code; index 5 is "not in scope". */
export const SCORE_CHARS = "012-?.";

/** Is it one of the three judgements (and so part of n)? */
export const isJudgement = (code: number): boolean => code <= 2;

/** The words of a delivery, indexed by score code. */
export const scoreWords = ["voldoet niet", "voldoet deels", "voldoet", "niet van toepassing", "niet beoordeeld"] as const;
