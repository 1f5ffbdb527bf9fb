import { quadraticKappa } from "../../statistics/quadratic-kappa.ts";
import { signTest } from "../../statistics/sign-test.ts";
import { notYet, type Outcome } from "../outcome.ts";
import type { ViewThresholds } from "../thresholds.ts";
import type { ViewMatrix } from "../view-matrix.ts";
import { PAIRS, pairCounts } from "./pair-counts.ts";
import { type WithQ, withQ } from "./with-q.ts";

/** Do organisations judge themselves otherwise than the auditor does? */
export interface SelfEvaluationTest {
  /** Organisations with both judgements. */
  readonly n: number;
  readonly selfHigher: number;
  readonly selfLower: number;
  readonly same: number;
  /** Exact sign test, higher against lower. */
  readonly p: number;
  /** Quadratic weighted; describes, and decides nothing: 96% equal can have a kappa below 0. Null when all judgements are one and the same. */
  readonly kappa: number | null;
}

/** @param rows the current report of each organisation: its self-evaluation beside its audit. What came later was not what they estimated. */
export function selfEvaluationScreen(
  matrix: ViewMatrix,
  rows: Uint32Array,
  { selfEvaluation: needed }: ViewThresholds,
): Outcome<WithQ<SelfEvaluationTest>>[] {
  const counts = selfEvaluationPairs(matrix, rows);
  const outcomes = Array.from({ length: matrix.width }, (_, norm): Outcome<SelfEvaluationTest> => {
    const { n, higher, lower, same, kappa } = quadraticKappa(counts, norm * PAIRS);
    if (n < needed.organisations) return notYet({ because: "tooFewSelfEvaluations", n, needed: needed.organisations });
    const p = signTest(lower, higher);
    if (p === null) return notYet({ because: "noVariation" });
    return { n, selfHigher: lower, selfLower: higher, same, p, kappa };
  });
  return withQ(outcomes);
}

/** `counts[norm * 9 + self-evaluation * 3 + audit]`: organisations with both judgements. */
export const selfEvaluationPairs = (matrix: ViewMatrix, rows: Uint32Array): Uint32Array =>
  pairCounts(matrix.width, rows, { scores: matrix.self, rows }, { scores: matrix.scores, rows });
