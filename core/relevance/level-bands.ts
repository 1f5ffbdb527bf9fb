import { isJudgement } from "../judgement.ts";
import { averageRanks } from "../statistics/average-ranks.ts";
import type { ViewMatrix } from "./view-matrix.ts";

/** Band of an audit without one judgement: it has no score that a band could stand beside. */
export const NO_BAND = 255;

/**
 * Level bands: organisations that are about equally good, so that bodies and years are compared between equals (decision 0010).
 * The level of an audit is its mean score over the norms of the view that it judged; its band is
 *
 *   ⌊average rank / (audits + 1) × bands⌋, at most bands - 1
 *
 * among the given audits, 0 the weakest. Equal levels share their average rank, and so their band.
 *
 * @param rows of the matrix.
 * @returns the band of each, in the same order; `NO_BAND` for an audit without a judgement, which has no rank either.
 */
export function levelBands(matrix: ViewMatrix, rows: Uint32Array, bands: number): Uint8Array {
  const level = Float64Array.from(rows, (row) => meanScore(matrix, row));
  const judged = Uint32Array.from(rows.keys()).filter((i) => !Number.isNaN(level[i]!));
  const ranks = averageRanks(Float64Array.from(judged, (i) => level[i]!));
  const found = new Uint8Array(rows.length).fill(NO_BAND);
  judged.forEach((i, place) => {
    found[i] = Math.min(bands - 1, Math.floor((ranks[place]! / (judged.length + 1)) * bands));
  });
  return found;
}

/**
 * Strata of the stratified tests: audits of one group (body × variant, or variant) and one level band. -1 for an audit without a
 * level, which the tests leave out.
 */
export const strataOf = (rows: Uint32Array, bands: Uint8Array, groupOf: (row: number) => number): Int32Array =>
  Int32Array.from(rows, (row, i) => (bands[i] === NO_BAND ? -1 : groupOf(row) * MOST_BANDS + bands[i]!));

/** More bands than there will ever be, so that groups do not run into each other. */
const MOST_BANDS = 8;

function meanScore({ scores, width }: ViewMatrix, row: number): number {
  let sum = 0;
  let judged = 0;
  for (let at = row * width; at < (row + 1) * width; at++) {
    const score = scores[at]!;
    if (!isJudgement(score)) continue;
    sum += score;
    judged++;
  }
  return judged === 0 ? Number.NaN : sum / judged;
}
