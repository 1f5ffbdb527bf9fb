import fc from "fast-check";

/** Audits of a few strata: a whole number x (a day, or 0 and 1), a score and the code of the stratum. */
export interface Audit {
  readonly x: number;
  readonly score: number;
  readonly stratum: number;
}

export const audits = (highestX: number, most = 40): fc.Arbitrary<Audit[]> =>
  fc.array(fc.record({ x: fc.nat(highestX), score: fc.nat(2), stratum: fc.nat(3) }), { maxLength: most });

/** The audits as the vectors that the statistics take. */
export const vectors = (rows: readonly Audit[]) => ({
  x: Float64Array.from(rows, ({ x }) => x),
  score: Uint8Array.from(rows, ({ score }) => score),
  met: Uint8Array.from(rows, ({ score }) => (score === 2 ? 1 : 0)),
  stratum: Int32Array.from(rows, ({ stratum }) => stratum),
});

/** `tables[stratum][x][score]`. */
export function tablesOf(rows: readonly Audit[], levels: number): number[][][] {
  const tables = Array.from({ length: 4 }, () => Array.from({ length: levels }, () => [0, 0, 0]));
  for (const { x, score, stratum } of rows) tables[stratum]![x]![score]!++;
  return tables;
}

/** All orders of a few values. */
export function permutations<T>(values: readonly T[]): T[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, i) => permutations(values.toSpliced(i, 1)).map((rest) => [value, ...rest]));
}

export const shuffled = <T>(rows: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...rows], { minLength: rows.length });
