/** Selections over the reports of the tables' example. */
import { type CountedScores, countedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { everythingOf, type Selection } from "../../../../core/figures/selected/selection.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { catalogue, referenceDay } from "../tables/example.ts";

export const counted = (reports: readonly PackedReport[]): CountedScores =>
  countedScores(scoreShard(reports, catalogue, referenceDay), catalogue);

/** A selection of label L. */
export const selection = (what: Partial<Selection> = {}): Selection => ({ ...everythingOf("L"), ...what });

/** Every number in it, however deep: none may be NaN or infinite. Maps and typed arrays of the scores themselves are not looked into. */
export function numbersIn(value: unknown, seen = new Set<unknown>()): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  // A framework says Infinity of its last day of validity while it is in force: that is no figure.
  if ("validUntilDay" in value) return [];
  return Object.values(value).flatMap((one) => numbersIn(one, seen));
}
