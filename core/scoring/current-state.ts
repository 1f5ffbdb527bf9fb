import { isJudgement, OUT_OF_SCOPE } from "../judgement.ts";
import type { CountedLabel } from "./carry.ts";
import { type CurrentReport, currentReports } from "./current-reports.ts";

/** How many organisations have which score on each norm of one framework, each organisation once, by its current report. */
export interface CurrentState {
  /** Organisations with a current report in the framework. */
  readonly organisations: number;
  /** `counts[norm * 5 + score code]`: organisations. */
  readonly counts: Uint32Array;
  /** `judgedBy[norm * bodies + body]`: organisations whose judgement this body gave. */
  readonly judgedBy: Uint32Array;
  /** Per norm: organisations whose judgement the other label of a combined audit lent. */
  readonly carried: Uint32Array;
  /** First and last day of the audits that gave the judgements of each norm; meaningless where there are none. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
}

export const SCORES = 5;

/** The current state of the framework at this position in `label.frameworks`. */
export function currentState(label: CountedLabel, framework: number): CurrentState {
  const norms = label.frameworks[framework]!.norms;
  const bodies = label.tables.bodies.length;
  const reports = currentReports(label, (candidate) => candidate === framework);
  const counts = new Uint32Array(norms * SCORES);
  const judgedBy = new Uint32Array(norms * bodies);
  const carried = new Uint32Array(norms);
  const isLent = new Set(label.carried);
  const firstDay = new Int32Array(norms).fill(0x7fffffff);
  const lastDay = new Int32Array(norms).fill(-0x80000000);
  for (const report of reports) {
    const givenBy = auditPerNorm(label, report, norms);
    for (let norm = 0; norm < norms; norm++) {
      const audit = givenBy[norm]!;
      const position = label.scoreStart[audit]! + norm;
      const score = label.scores[position]!;
      if (score === OUT_OF_SCOPE) continue;
      counts[norm * SCORES + score]!++;
      if (!isJudgement(score)) continue;
      const day = label.audits.day[audit]!;
      judgedBy[norm * bodies + label.audits.body[audit]!]!++;
      if (isLent.has(position)) carried[norm]!++;
      firstDay[norm] = Math.min(firstDay[norm]!, day);
      lastDay[norm] = Math.max(lastDay[norm]!, day);
    }
  }
  return { organisations: reports.length, counts, judgedBy, carried, firstDay, lastDay };
}

/**
 * The audit whose score counts, per norm: the current report, or the last later one that judged the norm. A later report replaces what
 * is there; it does not add a norm that the current report lacks, and n.v.t. or niet beoordeeld is not a judgement that replaces one.
 */
function auditPerNorm(label: CountedLabel, { audit, later }: CurrentReport, norms: number): Uint32Array {
  const givenBy = new Uint32Array(norms).fill(audit);
  for (const followUp of later) {
    for (let norm = 0; norm < norms; norm++) {
      const inScope = label.scores[label.scoreStart[audit]! + norm] !== OUT_OF_SCOPE;
      if (inScope && isJudgement(label.scores[label.scoreStart[followUp]! + norm]!)) givenBy[norm] = followUp;
    }
  }
  return givenBy;
}
