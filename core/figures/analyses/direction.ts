import { notYet, type Outcome } from "../../relevance/outcome.ts";
import { type WithQ, withQ } from "../../relevance/screens/with-q.ts";
import { viewThresholds } from "../../relevance/thresholds.ts";
import { signTest } from "../../statistics/sign-test.ts";
import type { PairTable } from "../selected/pair-table.ts";
import { analysisThresholds } from "./analysis-thresholds.ts";

/** Is the second judgement more often higher than lower, or the other way round? */
export interface DirectionTest {
  /** Exact sign test. */
  readonly p: number;
}

/** All tables of one question, corrected together (Benjamini-Hochberg), each an organisation once. */
export const directions = (tables: readonly PairTable[]): Outcome<WithQ<DirectionTest>>[] => withQ(tables.map(directionOf));

function directionOf({ n, higher, lower }: PairTable): Outcome<DirectionTest> {
  if (n === 0) return notYet({ because: "nothingJudged" });
  const needed = viewThresholds.selfEvaluation.organisations;
  if (n < needed) return notYet({ because: "tooFewOrganisations", n, needed });
  const p = signTest(higher, lower);
  return p === null ? notYet({ because: "noVariation" }) : { p };
}

/** Which way it leans for sure, and by enough: the second judgement `higher` or `lower`; null otherwise. */
export function leaningOf({ n, higher, lower }: PairTable, { q }: { readonly q: number }): "higher" | "lower" | null {
  if (q > viewThresholds.falseDiscoveryRate || Math.abs(higher - lower) / n < analysisThresholds.points) return null;
  return higher > lower ? "higher" : "lower";
}
