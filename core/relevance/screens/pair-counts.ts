import { isJudgement } from "../../judgement.ts";

/** Cells of a table of three judgements by three. */
export const PAIRS = 9;

interface Side {
  readonly scores: Uint8Array;
  /** Row i of this side belongs to pair i. */
  readonly rows: Uint32Array;
}

/** `counts[norm * 9 + first * 3 + second]`: pairs of which both sides have a judgement. Both sides are matrices `width` wide. */
export function pairCounts(width: number, pairs: { readonly length: number }, first: Side, second: Side): Uint32Array {
  const counts = new Uint32Array(width * PAIRS);
  for (let pair = 0; pair < pairs.length; pair++) {
    const a = first.rows[pair]! * width;
    const b = second.rows[pair]! * width;
    for (let norm = 0; norm < width; norm++) {
      const one = first.scores[a + norm]!;
      const other = second.scores[b + norm]!;
      if (isJudgement(one) && isJudgement(other)) counts[norm * PAIRS + one * 3 + other]!++;
    }
  }
  return counts;
}
