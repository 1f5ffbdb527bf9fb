import { isFullTest } from "./current-reports.ts";
import { auditCount, type LabelScores } from "./shard-scores.ts";
import { auditKinds } from "./types.ts";

export interface Retest {
  readonly organisation: number;
  /** The test before the hertoets: an eerste toets, or the hertoets of the cycle before. */
  readonly before: number;
  readonly hertoets: number;
}

const RECERTIFICATION = auditKinds.indexOf("recertification");

/**
 * For each organisation its latest hertoets in a view with the full test before it, in the order of the organisations. Tussentijdse
 * toetsen and vervolgtoetsen are left out: they judge what fell short, and would make every comparison an improvement.
 */
export function retests(label: LabelScores, inView: (framework: number) => boolean): readonly Retest[] {
  const lastTest = new Map<number, number>();
  const pairs = new Map<number, Retest>();
  for (let audit = 0; audit < auditCount(label); audit++) {
    if (!inView(label.audits.framework[audit]!) || !isFullTest(label, audit)) continue;
    const organisation = label.audits.organisation[audit]!;
    const before = lastTest.get(organisation);
    if (before !== undefined && label.audits.kind[audit] === RECERTIFICATION)
      pairs.set(organisation, { organisation, before, hertoets: audit });
    lastTest.set(organisation, audit);
  }
  return [...pairs.values()].sort((a, b) => a.organisation - b.organisation);
}
