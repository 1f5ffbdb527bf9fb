/**
 * Loevinger's H of two norms: is meeting the harder norm contained in meeting the easier one?
 *
 *   H_ij = cov(i, j) / the largest covariance that these two distributions of scores allow
 *
 * 1 = nobody scores higher on the harder norm than the order of the norms allows (contained), 0 = the norms have nothing to do with each
 * other, negative = they run against each other; below -1 is possible. `counts` holds the table row by row from `offset` on: `levels`
 * rows (score on norm i) by `levels` columns (score on norm j). Method: the largest covariance pairs lowest with lowest and so on up.
 * Reference: Mokken (1971), A theory and procedure of scale analysis; Van der Ark (2007) JSS 20(11). Edge cases: no organisations, or a
 * norm with one score only, gives null.
 */
export function loevingerH(counts: ArrayLike<number>, offset = 0, levels = 3): number | null {
  const first = new Float64Array(levels);
  const second = new Float64Array(levels);
  let n = 0;
  let sumI = 0;
  let sumJ = 0;
  let products = 0;
  for (let i = 0; i < levels; i++) {
    for (let j = 0; j < levels; j++) {
      const count = counts[offset + i * levels + j]!;
      first[i]! += count;
      second[j]! += count;
      n += count;
      sumI += i * count;
      sumJ += j * count;
      products += i * j * count;
    }
  }
  // n² times the covariances: whole numbers stay whole.
  const largest = n * mostProducts(first, second) - sumI * sumJ;
  return largest > 0 ? (n * products - sumI * sumJ) / largest : null;
}

/** Σ i · j when both distributions are laid beside each other in ascending order. Uses the arrays up. */
function mostProducts(first: Float64Array, second: Float64Array): number {
  let products = 0;
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    const both = Math.min(first[i]!, second[j]!);
    products += i * j * both;
    first[i]! -= both;
    second[j]! -= both;
    if (first[i] === 0) i++;
    else j++;
  }
  return products;
}
