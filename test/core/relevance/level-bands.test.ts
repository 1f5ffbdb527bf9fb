import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelBands, NO_BAND, strataOf } from "../../../core/relevance/level-bands.ts";
import type { ViewMatrix } from "../../../core/relevance/view-matrix.ts";

/** Bands of audits with these scores, one row each. */
function bandsOf(audits: readonly (readonly number[])[], bands: number): number[] {
  const width = audits[0]?.length ?? 0;
  const matrix = { width, scores: Uint8Array.from(audits.flat()) } as Pick<ViewMatrix, "width" | "scores"> as ViewMatrix;
  return [...levelBands(matrix, Uint32Array.from(audits.keys()), bands)];
}

describe("the level band of an audit", () => {
  test("is its average rank among the audits / (audits + 1) × bands, rounded down", () => {
    // Ranks 1 … 9 of 9: rank / 10 × 5.
    const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((met) => Array.from({ length: 8 }, (_, norm) => (norm < met ? 2 : 0)));
    expect(bandsOf(levels, 5)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(bandsOf(levels, 3)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
  });

  test("is shared by audits of one level, whatever number of norms they judged", () => {
    // Ranks 1, 3, 3, 3, 5 of 5: 3 / 6 × 3 = 1.5.
    expect(
      bandsOf(
        [
          [0, 0, 3],
          [2, 0, 3],
          [1, 1, 3],
          [0, 2, 5],
          [2, 2, 2],
        ],
        3,
      ),
    ).toEqual([0, 1, 1, 1, 2]);
  });

  test("does not count n.v.t., niet beoordeeld and out of scope in the level", () => {
    expect(
      bandsOf(
        [
          [0, 4, 5],
          [2, 3, 3],
        ],
        2,
      ),
    ).toEqual([0, 1]);
  });

  test("is none for an audit without a judgement, which takes no rank and stands in no stratum", () => {
    const bands = bandsOf(
      [
        [3, 5],
        [0, 0],
        [2, 2],
      ],
      2,
    );
    expect(bands).toEqual([NO_BAND, 0, 1]);
    expect([...strataOf(Uint32Array.of(0, 1, 2), Uint8Array.from(bands), () => 3)]).toEqual([-1, 24, 25]);
  });

  test("lies within the bands, and rises with the level", () => {
    const audits = fc.array(fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(audits, fc.constantFrom(3, 5), (given, bands) => {
        const found = bandsOf(given, bands);
        const level = given.map((scores) => scores.reduce((a, b) => a + b, 0));
        for (const [i, a] of level.entries()) {
          expect(found[i]).toBeLessThan(bands);
          for (const [j, b] of level.entries()) if (a <= b) expect(found[i]).toBeLessThanOrEqual(found[j]!);
        }
      }),
    );
  });
});
