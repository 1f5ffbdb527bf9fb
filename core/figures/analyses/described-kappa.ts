import { notYet, type Outcome } from "../../relevance/outcome.ts";
import { NO_PAIR, stratifiedKappa } from "../../statistics/stratified-kappa.ts";
import type { Interval } from "../../statistics/wilson-interval.ts";
import { type PairTable, sideOf } from "../selected/pair-table.ts";
import { analysisThresholds } from "./analysis-thresholds.ts";

/** Agreement beyond what chance gives. It describes, and decides nothing. */
export interface DescribedKappa {
  /** Quadratic weighted, at most 1. */
  readonly kappa: number;
  /** 95%; null when all judgements are alike, so that nothing says how far it might be. */
  readonly interval: Interval | null;
}

/** Of one norm; why it cannot be made, where it would say nothing: too few organisations, or one score for nearly everybody. */
export function describedKappa(table: PairTable): Outcome<DescribedKappa> {
  if (table.n === 0) return notYet({ because: "nothingJudged" });
  if (table.n < analysisThresholds.kappaFrom)
    return notYet({ because: "tooFewOrganisations", n: table.n, needed: analysisThresholds.kappaFrom });
  const share = Math.max(...sideOf(table, "first"), ...sideOf(table, "second")) / table.n;
  if (share > analysisThresholds.oneScoreAtMost)
    return notYet({ because: "almostAllOneScore", share, atMost: analysisThresholds.oneScoreAtMost });
  return kappaOf(pairsOf(table));
}

/**
 * Of many norms together, in some organisations: chance within each norm, and the judgements of one organisation kept together.
 *
 * @param organisations per organisation and norm: first judgement × 3 + second, or `NO_PAIR`.
 */
export function describedKappaOf(organisations: readonly Uint8Array[]): Outcome<DescribedKappa> {
  const withPairs = organisations.filter((one) => one.some((cell) => cell !== NO_PAIR));
  if (withPairs.length === 0) return notYet({ because: "nothingJudged" });
  if (withPairs.length < analysisThresholds.kappaFrom)
    return notYet({ because: "tooFewOrganisations", n: withPairs.length, needed: analysisThresholds.kappaFrom });
  return kappaOf(withPairs);
}

function kappaOf(organisations: readonly Uint8Array[]): Outcome<DescribedKappa> {
  const { kappa, interval } = stratifiedKappa(organisations);
  return kappa === null ? notYet({ because: "noVariation" }) : { kappa, interval };
}

const pairsOf = ({ counts }: PairTable): Uint8Array[] =>
  counts.flatMap((row, first) => row.flatMap((count, second) => Array.from({ length: count }, () => Uint8Array.of(first * 3 + second))));
