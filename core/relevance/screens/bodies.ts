import { isJudgement } from "../../judgement.ts";
import { mantelTrend } from "../../statistics/mantel-trend.ts";
import { riskDifference } from "../../statistics/risk-difference.ts";
import { strataOf } from "../level-bands.ts";
import { notYet, type Outcome } from "../outcome.ts";
import type { ViewThresholds } from "../thresholds.ts";
import type { ViewMatrix } from "../view-matrix.ts";
import { type WithQ, withQ } from "./with-q.ts";

/** Does this body judge the norm otherwise than the other bodies together, among organisations that are about equally good? */
export interface BodyTest {
  /** Organisations that this body judged last, and how many of them meet the norm; the same of the others. */
  readonly n: number;
  readonly met: number;
  readonly others: number;
  readonly othersMet: number;
  /** Below 0: this body gives lower scores. */
  readonly z: number;
  readonly p: number;
  /** Mantel-Haenszel difference of the share met, this body minus the others, over the same strata; a fraction. */
  readonly difference: number;
}

/** Number of the body in the matrix, with its test on one norm. */
export interface BodyOutcome {
  readonly body: number;
  readonly outcome: Outcome<WithQ<BodyTest>>;
}

/**
 * Every body on every norm, by Mantel's ordinal test with strata variant × level band, over the latest test of each organisation.
 *
 * @param rows the current report of each organisation.
 * @param bands the level band of each, among these.
 * @returns per norm the bodies that have a current report in the view, in the order of the bodies.
 */
export function bodyScreen(matrix: ViewMatrix, rows: Uint32Array, bands: Uint8Array, { bodies: needed }: ViewThresholds): BodyOutcome[][] {
  const { width, scores } = matrix;
  const bodies = [...new Set(Array.from(rows, (row) => matrix.body[row]!))].sort((a, b) => a - b);
  const strataOfRows = strataOf(rows, bands, (row) => matrix.variant[row]!);
  const buffers = {
    score: new Uint8Array(rows.length),
    met: new Uint8Array(rows.length),
    strata: new Int32Array(rows.length),
    body: new Uint32Array(rows.length),
    focal: new Uint8Array(rows.length),
  };
  const outcomes: Outcome<BodyTest>[] = [];
  for (let norm = 0; norm < width; norm++) {
    let n = 0;
    for (let i = 0; i < rows.length; i++) {
      const score = scores[rows[i]! * width + norm]!;
      if (!isJudgement(score)) continue;
      buffers.score[n] = score;
      buffers.met[n] = score === 2 ? 1 : 0;
      buffers.strata[n] = strataOfRows[i]!;
      buffers.body[n] = matrix.body[rows[i]!]!;
      n++;
    }
    for (const body of bodies) outcomes.push(bodyTest(body, bodies.length, n, buffers, needed.scoresPerSide));
  }
  const tested = withQ(outcomes);
  return Array.from({ length: width }, (_, norm) => bodies.map((body, i) => ({ body, outcome: tested[norm * bodies.length + i]! })));
}

interface Buffers {
  readonly score: Uint8Array;
  readonly met: Uint8Array;
  readonly strata: Int32Array;
  readonly body: Uint32Array;
  readonly focal: Uint8Array;
}

function bodyTest(body: number, bodies: number, n: number, buffers: Buffers, needed: number): Outcome<BodyTest> {
  if (bodies === 1) return notYet({ because: "oneBody" });
  let own = 0;
  let ownMet = 0;
  let allMet = 0;
  for (let i = 0; i < n; i++) {
    const focal = buffers.body[i] === body ? 1 : 0;
    buffers.focal[i] = focal;
    own += focal;
    allMet += buffers.met[i]!;
    ownMet += focal * buffers.met[i]!;
  }
  const others = n - own;
  if (own < needed || others < needed) return notYet({ because: "tooFewBeside", n: own, others, needed });
  const strata = buffers.strata.subarray(0, n);
  const focal = buffers.focal.subarray(0, n);
  const test = mantelTrend(focal, buffers.score.subarray(0, n), strata);
  const size = riskDifference(focal, buffers.met.subarray(0, n), strata);
  if (!test || !size) return notYet({ because: "noVariation" });
  return { n: own, met: ownMet, others, othersMet: allMet - ownMet, z: test.z, p: test.p, difference: size.difference };
}
