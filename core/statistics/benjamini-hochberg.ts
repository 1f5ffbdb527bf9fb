/**
 * Benjamini-Hochberg: p-values of a family of tests made into q-values, so that calling everything with q ≤ .05 a signal makes at most
 * 5% of the signals false in expectation.
 *
 *   q of the i-th smallest of m p-values = min over j ≥ i of min(1, p_j · m / j)
 *
 * p-values are fractions; the result has the same order and length. A test that could not be made is null: it stays null and does not
 * count in m. Reference: Benjamini & Hochberg (1995) JRSS B 57:289. Edge cases: nothing in, nothing out; equal p-values get equal q.
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const q: (number | null)[] = p.map(() => null);
  const descending = [...p.keys()].filter((i) => p[i] !== null).sort((a, b) => p[b]! - p[a]!);
  const m = descending.length;
  let smallest = 1;
  descending.forEach((test, larger) => {
    smallest = Math.min(smallest, (m / (m - larger)) * p[test]!);
    q[test] = smallest;
  });
  return q;
}
