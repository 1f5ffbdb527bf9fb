import { compareCodePoints } from "./code-points.ts";
import type { AuditFacts } from "./shard-scores.ts";

/**
 * Reports of one label, each body and reference once. Equal ones are the same report that was seen twice (an item on its way from
 * one shard to another, a retried task). Unequal ones cannot be there for long, since the register has one item for them: the one of
 * the later day stays, and on the same day the one whose content comes last in code-point order. So it does not matter which was
 * seen first.
 */
export function distinctReports(reports: readonly AuditFacts[]): readonly AuditFacts[] {
  const kept = new Map<string, AuditFacts>();
  for (const report of reports) {
    const key = `${report.body}\n${report.reference}`;
    const other = kept.get(key);
    if (other === undefined || compare(report, other) > 0) kept.set(key, report);
  }
  return kept.size === reports.length ? reports : [...kept.values()];
}

const compare = (a: AuditFacts, b: AuditFacts): number => a.day - b.day || compareCodePoints(contentOf(a), contentOf(b));

/** All that a report says, in a fixed order. */
const contentOf = ({ organisation, framework, kind, form, audit, self, improvement, disciplines, sector, trends }: AuditFacts): string =>
  JSON.stringify([
    framework,
    organisation,
    kind,
    form,
    audit,
    self ?? null,
    improvement ?? null,
    Object.entries(disciplines ?? {}).sort(([a], [b]) => compareCodePoints(a, b)),
    [sector?.fte, sector?.municipality, sector?.auditDays, sector?.conversations, sector?.clientCouncilHeard].map((value) => value ?? null),
    (trends ?? []).map(({ theme, direction }) => `${theme}\n${direction}`).sort(compareCodePoints),
  ]);
