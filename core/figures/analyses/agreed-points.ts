import { isJudgement } from "../../judgement.ts";
import { IMPROVEMENT, vectorOffset } from "../../scoring/shard-scores.ts";
import type { ViewSource } from "../tables/view-source.ts";

/** An improvement point on a norm: a test of an organisation that says "ja". */
export interface AgreedPoint {
  /** Row of the test at which it was agreed. */
  readonly row: number;
  readonly organisation: number;
  /** Score of the norm then. */
  readonly before: number;
  /** The next test of the organisation that judged the norm, of whatever kind: there it is looked at again. Undefined: not yet. */
  readonly next: { readonly row: number; readonly score: number } | undefined;
  /** The first test after it at which the norm was met: row of it. Undefined: not so far. */
  readonly metAt: number | undefined;
}

export interface AgreedPoints {
  /** Rows of the tests that say whether there is a point on the norm, ja or nee. */
  readonly saidIn: readonly number[];
  /** In the order in which they were agreed. */
  readonly points: readonly AgreedPoint[];
}

export const MET = 2;

/** All points on the norm of a column, and what became of each. */
export function agreedPoints(source: ViewSource, column: number): AgreedPoints {
  const { matrix } = source;
  const points: Mutable<AgreedPoint>[] = [];
  /** Points of an organisation that were not looked at again, and that did not come to be met. */
  const unseen = new Map<number, Mutable<AgreedPoint>[]>();
  const unmet = new Map<number, Mutable<AgreedPoint>[]>();
  const answerIn = answers(source, column);
  const saidIn: number[] = [];
  for (let row = 0; row < matrix.audits; row++) {
    const organisation = matrix.organisation[row]!;
    const score = matrix.scores[row * matrix.width + column]!;
    if (isJudgement(score)) {
      for (const point of unseen.get(organisation) ?? []) point.next = { row, score };
      unseen.delete(organisation);
      if (score === MET) {
        for (const point of unmet.get(organisation) ?? []) point.metAt = row;
        unmet.delete(organisation);
      }
    }
    const answer = answerIn(row);
    if (answer === NOT_SAID) continue;
    saidIn.push(row);
    if (answer !== YES) continue;
    const point: Mutable<AgreedPoint> = { row, organisation, before: score, next: undefined, metAt: undefined };
    points.push(point);
    for (const waiting of [unseen, unmet]) waiting.set(organisation, [...(waiting.get(organisation) ?? []), point]);
  }
  return { saidIn, points };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** As in `LabelScores.scores`: 1 ja, 0 nee, 5 not said. */
const YES = 1;
const NOT_SAID = 5;

/** What a row says about a point on the norm. */
function answers({ view, label, audit, framework }: ViewSource, column: number): (row: number) => number {
  const { places } = view.norms[column]!;
  const normOf = view.frameworks.map((of) => places.find((place) => place.framework === of)?.norm);
  return (row) => {
    const norm = normOf[framework[row]!];
    if (norm === undefined) return NOT_SAID;
    const begin = vectorOffset(label!, audit[row]!, IMPROVEMENT);
    return begin < 0 ? NOT_SAID : label!.scores[begin + norm]!;
  };
}
