import { auditCount, type LabelScores } from "./shard-scores.ts";
import { auditKinds, fullTestKinds } from "./types.ts";

export interface CurrentReport {
  /** Number of the organisation. */
  readonly organisation: number;
  /** Its latest eerste toets or hertoets in the view. */
  readonly audit: number;
  /** Tussentijdse toetsen and vervolgtoetsen in the view that came after it, earliest first. */
  readonly later: readonly number[];
}

const FULL_TEST = auditKinds.map((kind) => fullTestKinds.includes(kind));

/** Is it a test of all norms, that gives a current report (eerste toets, hertoets)? */
export const isFullTest = (label: LabelScores, audit: number): boolean => FULL_TEST[label.audits.kind[audit]!]!;

/**
 * The current report of each organisation in a view (`docs/method.md`), in the order of the organisations. A view is some
 * frameworks of the label: `inView` says of a position in `label.frameworks` whether it belongs to it. The audits are in canonical
 * order, so the last one is the latest, also on one day.
 */
export function currentReports(label: LabelScores, inView: (framework: number) => boolean): readonly CurrentReport[] {
  const current = new Map<number, { organisation: number; audit: number; later: number[] }>();
  for (let audit = 0; audit < auditCount(label); audit++) {
    if (!inView(label.audits.framework[audit]!)) continue;
    const organisation = label.audits.organisation[audit]!;
    if (isFullTest(label, audit)) current.set(organisation, { organisation, audit, later: [] });
    else current.get(organisation)?.later.push(audit);
  }
  return [...current.values()].sort((a, b) => a.organisation - b.organisation);
}
