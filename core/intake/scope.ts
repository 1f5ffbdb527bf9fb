/** Which norms of its framework a report judges. */
import { type Draft, NOTHING } from "./draft.ts";

/** Codes of the norms without a row, in catalogue order. A norm judged by another report of the same audit through an overlap is not missing. */
export function missingNorms(report: Draft, sameAudit: readonly Draft[]): readonly string[] {
  const framework = report.framework;
  if (framework === undefined) return [];
  const missing: string[] = [];
  framework.norms.forEach((norm, index) => {
    if (hasNorm(report, index)) return;
    const carried = sameAudit.some(
      (other) =>
        other !== report &&
        (framework.overlapsOf[index] ?? []).some((overlap) => overlap.framework === other.framework?.index && hasNorm(other, overlap.norm)),
    );
    if (!carried) missing.push(norm.code);
  });
  return missing;
}

export function hasNorm(report: Draft, index: number): boolean {
  if (report.main !== undefined && report.main.scores[index] !== NOTHING) return true;
  if (report.disciplines === undefined) return false;
  for (const vector of report.disciplines.values()) if (vector.scores[index] !== NOTHING) return true;
  return false;
}
