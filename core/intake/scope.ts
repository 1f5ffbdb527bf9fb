/** Which norms of its framework a report judges. */
import type { Draft } from "./draft.ts";
import { NOTHING, valueAt } from "./vectors.ts";

/**
 * How many norms have no row, and the codes of the first ones in catalogue order. A norm judged by another report of the same audit through
 * an overlap is not missing.
 */
export function missingNorms(report: Draft, audit: readonly Draft[], named: number): { count: number; first: readonly string[] } {
  const first: string[] = [];
  let count = 0;
  report.framework?.norms.forEach((norm, index) => {
    if (hasNorm(report, index) || isCarried(report, index, audit)) return;
    count += 1;
    if (first.length < named) first.push(norm.code);
  });
  return { count, first };
}

function isCarried(report: Draft, index: number, audit: readonly Draft[]): boolean {
  const overlaps = report.framework?.overlapsOf[index] ?? [];
  return audit.some(
    (other) => other !== report && overlaps.some((overlap) => overlap.framework === other.framework?.index && hasNorm(other, overlap.norm)),
  );
}

export function hasNorm(report: Draft, index: number): boolean {
  if (valueAt(report.main, index) !== NOTHING) return true;
  if (report.disciplines === undefined) return false;
  for (const vector of report.disciplines.values()) if (valueAt(vector, index) !== NOTHING) return true;
  return false;
}
