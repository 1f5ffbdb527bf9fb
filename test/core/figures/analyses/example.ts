/** Many organisations with a combined audit of L (A1 A2 A3 B2, 2019) and N (A7 A8, 2021); A3 and A7 overlap by the catalogue. */
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { report } from "../tables/example.ts";

export interface BothLabels {
  /** Scores of A1, A2, A3, B2. */
  readonly l: string;
  /** Scores of A7, A8. */
  readonly n: string;
}

/** One combined audit of organisation number i. */
export function combined(i: number, { l, n }: BothLabels, on = "2022-03-01"): PackedReport[] {
  const both = { organisation: organisation(i), day: on, reference: `C-${i}-${on}`, form: "combinedLabel" as const };
  return [report({ ...both, audit: l }), report({ ...both, framework: "N/basis/2021", audit: n })];
}

export const organisation = (i: number): string => `kvk:${30_000_000 + i}`;

export type Group = readonly [count: number, scores: BothLabels];

/** So many organisations each of the scores, in a row. */
export const organisations = (...groups: readonly Group[]): PackedReport[] =>
  groups.flatMap(([count, scores]) => Array.from({ length: count }, () => scores)).flatMap((scores, i) => combined(i, scores));
