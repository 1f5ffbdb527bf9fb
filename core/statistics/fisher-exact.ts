/** Tables count as equally probable when they differ by less than this: rounding may not break a tie. As in R. */
const TIE = 1 + 1e-7;

/**
 * Fisher's exact test of a 2x2 table, two-sided: the probability, margins given and rows independent of columns, of a table that is
 * not more probable than this one.
 *
 *              met   not met
 *   these       a       b
 *   others      c       d
 *
 * Counts of organisations (whole numbers ≥ 0); the p-value is a fraction in (0, 1]. Method: hypergeometric probabilities relative to
 * the most probable table, each from its neighbour by one multiplication, outwards until nothing changes any more: no factorials, a
 * microsecond for hundreds of organisations. Reference: Fisher (1935) JRSS 98:39; the sum over "not more probable" as in R's
 * `fisher.test`. Edge cases: an empty row or column (also an empty table) leaves one table only and gives 1. Below about 1e-300 the
 * p-value becomes 0.
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  const row = a + b;
  const column = a + c;
  const total = row + c + d;
  const mode = Math.floor(((row + 1) * (column + 1)) / (total + 2));
  /** Probability of the table with k + 1 in its first cell, divided by that of the table with k. */
  const step = (k: number): number => ((row - k) * (column - k)) / ((k + 1) * (total - row - column + k + 1));

  let observed = 1;
  for (let k = mode; k < a; k++) observed *= step(k);
  for (let k = mode; k > a; k--) observed /= step(k - 1);
  const limit = observed * TIE;

  let all = 0;
  let notMoreProbable = 0;
  const add = (weight: number): boolean => {
    all += weight;
    if (weight > limit) return true;
    // Probabilities only fall on the way out, to 0 beyond the last table: once a term changes nothing, no later one will.
    const before = notMoreProbable;
    notMoreProbable += weight;
    return notMoreProbable !== before;
  };
  let weight = 1;
  for (let k = mode; add(weight); k++) weight *= step(k);
  weight = 1 / step(mode - 1);
  for (let k = mode - 1; add(weight); k--) weight /= step(k - 1);
  return notMoreProbable / all;
}
