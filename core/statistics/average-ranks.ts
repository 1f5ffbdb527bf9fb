/**
 * Ranks from 1 (lowest) to n; equal values share the average of their ranks.
 *
 * Values are any finite numbers, in any order; the result has the same order. Edge cases: nothing in, nothing out.
 */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let until = from + 1;
    while (until < order.length && values[order[until]!] === values[order[from]!]) until++;
    for (let i = from; i < until; i++) ranks[order[i]!] = (from + 1 + until) / 2;
    from = until;
  }
  return ranks;
}
