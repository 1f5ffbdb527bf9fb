/** Organisations with two judgements on one norm: the first beside the second (test and hertoets, self-evaluation and audit, two labels). */
export interface PairTable {
  /** `counts[first][second]`, each niet, deels, voldoet. */
  readonly counts: readonly (readonly number[])[];
  readonly n: number;
  /** The second judgement is higher, lower, the same. */
  readonly higher: number;
  readonly lower: number;
  readonly same: number;
}

/** @param cells `cells[offset + first * 3 + second]` */
export function pairTable(cells: ArrayLike<number>, offset = 0): PairTable {
  const counts = [0, 1, 2].map((first) => [0, 1, 2].map((second) => cells[offset + first * 3 + second]!));
  const sum = (counted: (first: number, second: number) => boolean) =>
    counts.reduce((all, row, first) => row.reduce((sum, count, second) => (counted(first, second) ? sum + count : sum), all), 0);
  return {
    counts,
    n: sum(() => true),
    higher: sum((first, second) => second > first),
    lower: sum((first, second) => second < first),
    same: sum((first, second) => second === first),
  };
}

/** How many organisations had each judgement at one side of the pairs: niet, deels, voldoet. */
export const sideOf = ({ counts }: PairTable, side: "first" | "second"): readonly [notMet: number, partiallyMet: number, met: number] => {
  const at = (judgement: 0 | 1 | 2) =>
    counts.flatMap((row, first) => row.filter((_, second) => (side === "first" ? first : second) === judgement)).reduce((a, b) => a + b, 0);
  return [at(0), at(1), at(2)];
};
