import { isoDay, yearOf } from "../../calendar.ts";
import { isJudgement } from "../../judgement.ts";
import { mantelTrend } from "../../statistics/mantel-trend.ts";
import { strataOf } from "../level-bands.ts";
import { notYet, type Outcome } from "../outcome.ts";
import type { ViewThresholds } from "../thresholds.ts";
import type { ViewMatrix } from "../view-matrix.ts";
import { type WithQ, withQ } from "./with-q.ts";

/** Did the norm become harder or easier to meet? Over all full tests, so an organisation that was tested three times is in it three times. */
export interface TrendTest {
  /** Scores, and calendar years with enough of them. */
  readonly n: number;
  readonly years: number;
  /** Above 0: later audits have higher scores, among audits of one body, variant and level band. */
  readonly z: number;
  readonly p: number;
  /** Share that meets it in the first and in the last third of the audits; fractions. */
  readonly firstShare: number;
  readonly lastShare: number;
  /** Audits in each of these thirds. */
  readonly third: number;
  /** `lastShare - firstShare` */
  readonly difference: number;
  /** `jjjj-mm-dd` of the first and last audit. */
  readonly from: string;
  readonly until: string;
}

/**
 * The trend of every norm of the view, by Mantel's ordinal test with strata body × variant × level band.
 *
 * @param rows the full tests, in canonical order (by date, then report).
 * @param bands the level band of each.
 */
export function trendScreen(
  matrix: ViewMatrix,
  rows: Uint32Array,
  bands: Uint8Array,
  { trend: needed }: ViewThresholds,
): Outcome<WithQ<TrendTest>>[] {
  const { width, scores } = matrix;
  const { body, variant, view } = matrix;
  const strataOfRows = strataOf(rows, bands, (row) => body[row]! * view.variants.length + variant[row]!);
  const yearOfRow = Int32Array.from(rows, (row) => yearOf(matrix.day[row]!));
  const day = new Int32Array(rows.length);
  const score = new Uint8Array(rows.length);
  const strata = new Int32Array(rows.length);
  const years = new Int32Array(rows.length);
  const outcomes = Array.from({ length: width }, (_, norm): Outcome<TrendTest> => {
    let n = 0;
    for (let i = 0; i < rows.length; i++) {
      const value = scores[rows[i]! * width + norm]!;
      if (!isJudgement(value)) continue;
      day[n] = matrix.day[rows[i]!]!;
      score[n] = value;
      strata[n] = strataOfRows[i]!;
      years[n] = yearOfRow[i]!;
      n++;
    }
    if (n === 0) return notYet({ because: "nothingJudged" });
    if (n < needed.scores) return notYet({ because: "tooFewScores", n, needed: needed.scores });
    const filled = filledYears(years.subarray(0, n), needed.scoresPerYear);
    if (filled < needed.years) return notYet({ because: "tooFewYears", n, years: filled, needed: needed.years });
    const test = mantelTrend(day.subarray(0, n), score.subarray(0, n), strata.subarray(0, n));
    if (!test) return notYet({ because: "noVariation" });
    return { n, years: filled, z: test.z, p: test.p, ...thirds(score.subarray(0, n)), from: isoDay(day[0]!), until: isoDay(day[n - 1]!) };
  });
  return withQ(outcomes);
}

/** The audits are in the order of their dates. */
function filledYears(years: Int32Array, enough: number): number {
  let filled = 0;
  let run = 0;
  for (let i = 0; i < years.length; i++) {
    run = i > 0 && years[i] === years[i - 1] ? run + 1 : 1;
    if (run === enough) filled++;
  }
  return filled;
}

function thirds(score: Uint8Array): Pick<TrendTest, "firstShare" | "lastShare" | "third" | "difference"> {
  const third = Math.floor(score.length / 3);
  const firstShare = shareMet(score.subarray(0, third));
  const lastShare = shareMet(score.subarray(score.length - third));
  return { firstShare, lastShare, third, difference: lastShare - firstShare };
}

const shareMet = (score: Uint8Array): number => score.reduce((met, value) => met + (value === 2 ? 1 : 0), 0) / score.length;
