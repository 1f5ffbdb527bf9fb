import type { NormCounts } from "../../relevance/signal.ts";

/** Fewer organisations than this are a small cell: who knows the field could tell which they are. */
export const SMALL = 5;

/** Judgements that may be shown of all bodies together, in three degrees; `nothing` where even their number is small. */
export type ShownJudgements =
  | { readonly shows: "nothing" }
  | { readonly shows: "number"; readonly judged: number }
  | { readonly shows: "met"; readonly judged: number; readonly met: number }
  | { readonly shows: "all"; readonly judged: number; readonly met: number; readonly partiallyMet: number; readonly notMet: number };

/** The same of niet van toepassing and niet beoordeeld. */
export type ShownRest =
  | { readonly shows: "nothing" }
  | { readonly shows: "number"; readonly notJudged: number }
  | { readonly shows: "all"; readonly notApplicable: number; readonly notAssessed: number };

export interface ShownCounts {
  readonly judgements: ShownJudgements;
  readonly rest: ShownRest;
}

/** The numbers of the five scores. */
export type ScoreCounts = Pick<NormCounts, "met" | "partiallyMet" | "notMet" | "notApplicable" | "notAssessed">;

/**
 * What may be shown of all bodies together to a reader who knows his own numbers, and so can subtract: all - own = the others. Therefore the
 * *others* decide. A cell of the others is small when 1 to 4 organisations are in it; a cell with nobody reveals nobody.
 *
 * - Fewer than 5 others: nothing at all, also no zeros.
 * - Judgements and the rest are shown apart, and never their total: then neither can be had from the other by subtraction.
 * - Within each: all cells when none is small; else the coarser division (met beside not fully met), when none of that is small; else their
 *   number, when that is not small; else nothing. Coarser numbers are sums of the finer ones, so a hidden cell stands always beside another
 *   hidden one with which it makes at least 5.
 *
 * So each hidden cell keeps at least four possible values, even for a reader who knows these rules (a property test tries all).
 */
export function shownCounts(own: ScoreCounts, others: ScoreCounts): ShownCounts {
  const all = <Name extends keyof ScoreCounts>(name: Name): number => own[name] + others[name];
  const judgedByOthers = others.met + others.partiallyMet + others.notMet;
  const restOfOthers = others.notApplicable + others.notAssessed;
  if (judgedByOthers + restOfOthers < SMALL) return hidden;
  const judged = all("met") + all("partiallyMet") + all("notMet");
  return {
    judgements: judgementsShown(),
    rest: restShown(),
  };

  function judgementsShown(): ShownJudgements {
    if (noneSmall(others.met, others.partiallyMet, others.notMet))
      return { shows: "all", judged, met: all("met"), partiallyMet: all("partiallyMet"), notMet: all("notMet") };
    if (noneSmall(others.met, others.partiallyMet + others.notMet)) return { shows: "met", judged, met: all("met") };
    return noneSmall(judgedByOthers) ? { shows: "number", judged } : { shows: "nothing" };
  }

  function restShown(): ShownRest {
    if (noneSmall(others.notApplicable, others.notAssessed))
      return { shows: "all", notApplicable: all("notApplicable"), notAssessed: all("notAssessed") };
    return noneSmall(restOfOthers) ? { shows: "number", notJudged: all("notApplicable") + all("notAssessed") } : { shows: "nothing" };
  }
}

export const hidden: ShownCounts = { judgements: { shows: "nothing" }, rest: { shows: "nothing" } };

const noneSmall = (...cells: readonly number[]): boolean => cells.every((cell) => cell === 0 || cell >= SMALL);
