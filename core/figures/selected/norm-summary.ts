import { thresholds } from "../../relevance/thresholds.ts";
import type { NormRow } from "./norm-rows.ts";

/** What a table of norms comes to, for the sentence above it. */
export interface NormSummary {
  readonly norms: number;
  /** With a judgement at all. */
  readonly judged: number;
  /** Judged, and nobody meets them by the counting of the selection. */
  readonly nobody: number;
  /** Of these: judged often enough to say it with the certainty of NOOIT_GEHAALD. */
  readonly nobodyForSure: number;
  /** Judged, and everybody meets them. */
  readonly everybody: number;
}

export function summaryOf(rows: readonly Pick<NormRow, "met" | "counts">[]): NormSummary {
  const judged = rows.filter(({ counts }) => counts.judged > 0);
  const nobody = judged.filter(({ met }) => met === 0);
  return {
    norms: rows.length,
    judged: judged.length,
    nobody: nobody.length,
    nobodyForSure: nobody.filter(({ counts }) => counts.judged >= thresholds.enoughForNever).length,
    everybody: judged.filter(({ met, counts }) => met === counts.judged).length,
  };
}
