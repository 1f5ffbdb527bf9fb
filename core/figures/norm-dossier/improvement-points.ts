import type { Day } from "../../calendar.ts";
import { isJudgement } from "../../judgement.ts";
import { agreedPoints, MET } from "../analyses/agreed-points.ts";
import type { ViewSource } from "../tables/view-source.ts";

/**
 * Improvement points on one norm, and what became of them. A point is agreed at one test of one organisation; it is looked at again at the next
 * test that judged the norm, of whatever kind: a volgtoets is often held for just that.
 */
export interface ImprovementFollowUp {
  /** Tests that say whether there is a point on this norm (ja or nee), and points: a test that says ja. */
  readonly said: number;
  readonly points: number;
  /** Organisations that ever had one. */
  readonly organisations: number;
  /** Points that were looked at again: is the judgement better, the same or worse than when the point was agreed? */
  readonly better: number;
  readonly same: number;
  readonly worse: number;
  /** Looked at again, but the norm had no judgement when the point was agreed. */
  readonly withoutBefore: number;
  /** Of all that were looked at again: how many meet the norm then. */
  readonly metNow: number;
  /** No next test that judged the norm yet; the oldest first. */
  readonly open: readonly OpenPoint[];
}

export interface OpenPoint {
  readonly organisation: string;
  readonly body: string;
  readonly reference: string;
  readonly day: Day;
}

export function improvementFollowUp(source: ViewSource, column: number): ImprovementFollowUp {
  const { matrix, label } = source;
  const { saidIn, points } = agreedPoints(source, column);
  const counts = { better: 0, same: 0, worse: 0, withoutBefore: 0, metNow: 0 };
  for (const { before, next } of points) {
    if (!next) continue;
    counts[changeFrom(before, next.score)]++;
    if (next.score === MET) counts.metNow++;
  }
  return {
    said: saidIn.length,
    points: points.length,
    ...counts,
    organisations: new Set(points.map(({ organisation }) => organisation)).size,
    open: points
      .filter(({ next }) => !next)
      .map(({ row }) => ({
        organisation: label!.tables.organisations[matrix.organisation[row]!]!,
        body: matrix.bodies[matrix.body[row]!]!,
        reference: label!.tables.references[label!.audits.reference[source.audit[row]!]!]!,
        day: matrix.day[row]!,
      })),
  };
}

function changeFrom(before: number, now: number): "better" | "same" | "worse" | "withoutBefore" {
  if (!isJudgement(before)) return "withoutBefore";
  if (now === before) return "same";
  return now > before ? "better" : "worse";
}
