import { isJudgement, OUT_OF_SCOPE } from "../judgement.ts";
import type { ViewMatrix } from "./view-matrix.ts";

/** What counts of a view: each organisation once, by its current report (docs/method.md). */
export interface Standing {
  /** Per organisation with a current report, in the order of the organisations: the row of that report, an eerste toets or hertoets. */
  readonly rows: Uint32Array;
  /**
   * `given[i * width + norm]`: the row whose score counts for the norm. Later tussentijdse toetsen and vervolgtoetsen replace the
   * judgement of the norms that they judged; they add no norm that the current report lacks.
   */
  readonly given: Uint32Array;
}

/**
 * The standing after the first `audits` rows.
 *
 * @param variant position in `view.variants`: only the reports of that variant, for comparisons between variants. Left out: all.
 */
export function standingOf(matrix: ViewMatrix, audits: number, variant?: number): Standing {
  const current = new Int32Array(matrix.organisations).fill(-1);
  const later: number[] = [];
  for (let row = 0; row < audits; row++) {
    if (variant !== undefined && matrix.variant[row] !== variant) continue;
    if (matrix.fullTest[row]) current[matrix.organisation[row]!] = row;
    else later.push(row);
  }
  const rows = Uint32Array.from(current.filter((row) => row >= 0));
  return { rows, given: givenBy(matrix, rows, current, later) };
}

function givenBy(matrix: ViewMatrix, rows: Uint32Array, current: Int32Array, later: readonly number[]): Uint32Array {
  const { width, scores } = matrix;
  const given = new Uint32Array(rows.length * width);
  const placeOf = new Map<number, number>();
  rows.forEach((row, place) => {
    given.fill(row, place * width, (place + 1) * width);
    placeOf.set(row, place);
  });
  for (const followUp of later) {
    const row = current[matrix.organisation[followUp]!]!;
    // A check after the test before belongs to that test; without a test there is nothing that it follows.
    if (row < 0 || followUp < row) continue;
    const begin = placeOf.get(row)! * width;
    for (let norm = 0; norm < width; norm++) {
      const inScope = scores[row * width + norm] !== OUT_OF_SCOPE;
      if (inScope && isJudgement(scores[followUp * width + norm]!)) given[begin + norm] = followUp;
    }
  }
  return given;
}
