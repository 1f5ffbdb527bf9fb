import type { Day } from "../../calendar.ts";
import { isJudgement } from "../../judgement.ts";
import { IMPROVEMENT, vectorOffset } from "../../scoring/shard-scores.ts";
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
  const score = (row: number) => matrix.scores[row * matrix.width + column]!;
  const counts = { said: 0, points: 0, better: 0, same: 0, worse: 0, withoutBefore: 0, metNow: 0 };
  const organisations = new Set<number>();
  /** Row at which the organisation agreed on points that were not looked at since. */
  const waiting = new Map<number, number[]>();
  for (let row = 0; row < matrix.audits; row++) {
    const organisation = matrix.organisation[row]!;
    if (isJudgement(score(row))) {
      for (const agreed of waiting.get(organisation) ?? []) {
        counts[changeFrom(score(agreed), score(row))]++;
        if (score(row) === MET) counts.metNow++;
      }
      waiting.delete(organisation);
    }
    const answer = pointIn(source, row, column);
    if (answer === NOT_SAID) continue;
    counts.said++;
    if (answer !== YES) continue;
    counts.points++;
    organisations.add(organisation);
    waiting.set(organisation, [...(waiting.get(organisation) ?? []), row]);
  }
  const open = [...waiting.values()].flat().sort((a, b) => a - b);
  return {
    ...counts,
    organisations: organisations.size,
    open: open.map((row) => ({
      organisation: label!.tables.organisations[matrix.organisation[row]!]!,
      body: matrix.bodies[matrix.body[row]!]!,
      reference: label!.tables.references[label!.audits.reference[source.audit[row]!]!]!,
      day: matrix.day[row]!,
    })),
  };
}

const MET = 2;

/** As in `LabelScores.scores`: 1 ja, 0 nee, 5 not said. */
const YES = 1;
const NOT_SAID = 5;

function pointIn({ view, label, audit, framework }: ViewSource, row: number, column: number): number {
  const place = view.norms[column]!.places.find((one) => one.framework === view.frameworks[framework[row]!]);
  const begin = vectorOffset(label!, audit[row]!, IMPROVEMENT);
  return place === undefined || begin < 0 ? NOT_SAID : label!.scores[begin + place.norm]!;
}

function changeFrom(before: number, now: number): "better" | "same" | "worse" | "withoutBefore" {
  if (!isJudgement(before)) return "withoutBefore";
  if (now === before) return "same";
  return now > before ? "better" : "worse";
}
