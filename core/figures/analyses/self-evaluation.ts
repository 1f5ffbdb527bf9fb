import type { Day } from "../../calendar.ts";
import { isJudgement } from "../../judgement.ts";
import { isSaid, type Outcome } from "../../relevance/outcome.ts";
import { PAIRS } from "../../relevance/screens/pair-counts.ts";
import { type SelfEvaluationTest, selfEvaluationPairs, selfEvaluationScreen } from "../../relevance/screens/self-evaluation.ts";
import type { WithQ } from "../../relevance/screens/with-q.ts";
import { viewThresholds } from "../../relevance/thresholds.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import { isWithdrawn, type View } from "../../relevance/views.ts";
import { NO_PAIR } from "../../statistics/stratified-kappa.ts";
import { normAddress } from "../norm-address.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { normFilter } from "../selected/norm-rows.ts";
import { type PairTable, pairTable } from "../selected/pair-table.ts";
import { type SelectedReports, selectedReports } from "../selected/selected-reports.ts";
import { isExploratory, type Selection } from "../selected/selection.ts";
import { type DescribedKappa, describedKappa } from "./described-kappa.ts";
import { leaningOf } from "./direction.ts";

/** Self-evaluation beside audit on one norm, each organisation once. */
export interface SelfEvaluatedNorm {
  readonly norm: ViewNorm;
  readonly address: string;
  readonly withdrawn: boolean;
  /** Self-evaluation (first) beside audit (second): `lower`, organisations rate themselves higher than the auditor does. */
  readonly table: PairTable;
  readonly kappa: Outcome<DescribedKappa>;
  /** As in `ZELFEVALUATIE_WIJKT_AF`. Null in a choice that is only for looking around: nothing is tested there. */
  readonly test: Outcome<WithQ<SelfEvaluationTest>> | null;
  /** What the test says: organisations rate themselves `higher` or `lower`, for sure and by enough; null otherwise. */
  readonly selfIs: "higher" | "lower" | null;
}

export interface SelfEvaluations {
  readonly view: View;
  readonly exploratory: boolean;
  /** The reference date. */
  readonly until: Day;
  /** With a report in the selection, and with a self-evaluation in it. */
  readonly organisations: number;
  readonly withSelfEvaluation: number;
  /** In the order of the view; also norms without a self-evaluation. */
  readonly rows: readonly SelfEvaluatedNorm[];
  /** Tests that could be made; with norms that the selection does not show. */
  readonly tested: number;
}

/** What organisations say of themselves beside what the auditor says, in one report each: the one that counts in the selection, as it was judged then. */
export function selfEvaluations(counted: CountedScores, selection: Selection): SelfEvaluations {
  const selected = selectedReports(counted, selection);
  const { source, until, standing } = selected;
  const { view, matrix } = source;
  const exploratory = isExploratory(selection, view);
  const pairs = selfEvaluationPairs(matrix, standing.rows);
  const tests = exploratory ? undefined : selfEvaluationScreen(matrix, standing.rows, viewThresholds);
  const shows = normFilter(selection);
  return {
    view,
    exploratory,
    until,
    organisations: standing.rows.length,
    withSelfEvaluation: selfEvaluated(selected, [...view.norms.keys()]).length,
    rows: view.norms.flatMap((norm, column): SelfEvaluatedNorm[] => {
      if (!shows(norm)) return [];
      const table = pairTable(pairs, column * PAIRS);
      const test = tests?.[column] ?? null;
      return [
        {
          norm,
          address: normAddress(norm),
          withdrawn: isWithdrawn(view, norm, until),
          table,
          kappa: describedKappa(table),
          test,
          selfIs: test && isSaid(test) ? selfIs(table, test) : null,
        },
      ];
    }),
    tested: (tests ?? []).filter(isSaid).length,
  };
}

function selfIs(table: PairTable, test: WithQ<SelfEvaluationTest>): SelfEvaluatedNorm["selfIs"] {
  const audit = leaningOf(table, test);
  return audit === null ? null : audit === "higher" ? "lower" : "higher";
}

/** An organisation with a self-evaluation: its judgements of itself beside those of the auditor. */
export interface SelfEvaluated {
  /** Row of the matrix. */
  readonly row: number;
  /** Per column that was asked for: self-evaluation × 3 + audit, or `NO_PAIR`. */
  readonly pairs: Uint8Array;
}

/** The organisations of a selection that judged themselves on one of these norms at least, and were judged on it. */
export function selfEvaluated({ source: { matrix }, standing }: SelectedReports, columns: readonly number[]): readonly SelfEvaluated[] {
  const { scores, self, width } = matrix;
  return Array.from(standing.rows, (row): SelfEvaluated => {
    const pairs = new Uint8Array(columns.length).fill(NO_PAIR);
    columns.forEach((column, i) => {
      const [own, audit] = [self[row * width + column]!, scores[row * width + column]!];
      if (isJudgement(own) && isJudgement(audit)) pairs[i] = own * 3 + audit;
    });
    return { row, pairs };
  }).filter(({ pairs }) => pairs.some((pair) => pair !== NO_PAIR));
}
