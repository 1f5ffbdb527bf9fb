import { correlation } from "./correlation.ts";

export interface ItemRest {
  /** Organisations that were scored on this norm and on at least one other. */
  readonly n: number;
  /** In [-1, 1]; null with fewer than `fewest` organisations, or when score or rest does not vary. */
  readonly correlation: number | null;
}

/** Fewer points always lie on a line. */
const FEWEST = 3;

/**
 * Item-rest correlation of every norm: do organisations that score well on the other norms score better on this one?
 *
 *   r_j = correlation of the score on norm j with the mean of the other scored norms, over organisations
 *
 * `scores` is a matrix of organisations by `norms`, row by row: 0, 1 or 2; anything above 2 means not scored (n.v.t., not assessed, not
 * in scope) and is left out of this norm and of the rest. Result: one per norm. Reference: Nunnally & Bernstein (1994), Psychometric
 * theory, ch. 8. Edge cases: an organisation without another scored norm does not count.
 */
export function itemRest(scores: ArrayLike<number>, norms: number, fewest = FEWEST): ItemRest[] {
  const organisations = norms === 0 ? 0 : scores.length / norms;
  const sums = new Float64Array(organisations);
  const scored = new Float64Array(organisations);
  for (let row = 0, at = 0; row < organisations; row++) {
    for (let norm = 0; norm < norms; norm++, at++) {
      const score = scores[at]!;
      if (score > 2) continue;
      sums[row]! += score;
      scored[row]!++;
    }
  }
  const own = new Float64Array(organisations);
  const rest = new Float64Array(organisations);
  return Array.from({ length: norms }, (_, norm) => {
    let n = 0;
    for (let row = 0; row < organisations; row++) {
      const score = scores[row * norms + norm]!;
      if (score > 2 || scored[row]! < 2) continue;
      own[n] = score;
      rest[n] = (sums[row]! - score) / (scored[row]! - 1);
      n++;
    }
    return { n, correlation: n < fewest ? null : correlation(own, rest, n) };
  });
}
