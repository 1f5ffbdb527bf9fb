/**
 * One number per norm of a framework: the value that a row gave and the row that gave it. Small arrays cost more in bookkeeping than
 * in content, so they are cut from large ones.
 */

/** Per norm: 0 where no row came, else row × 8 + value. Values are 0 to 7, rows begin at 1. */
export type Vector = Uint32Array;

/** No row gave a value. */
export const NOTHING = 255;

export const put = (vector: Vector, norm: number, value: number, row: number): void => {
  vector[norm] = row * 8 + value;
};

export function valueAt(vector: Vector | undefined, norm: number): number {
  const stored = vector?.[norm] ?? 0;
  return stored === 0 ? NOTHING : stored & 7;
}

/** Row as Excel shows it; 0 when there is none. */
export const rowAt = (vector: Vector, norm: number): number => (vector[norm] ?? 0) >>> 3;

/**
 * The lower of two scores as the organisation's score counts them: judgements by height, and only without any judgement
 * "niet beoordeeld" before "niet van toepassing". NOTHING is the highest.
 */
export const lowest = (a: number, b: number): number => ((RANK[a] as number) <= (RANK[b] as number) ? a : b);
const RANK = new Uint8Array(256).fill(9);
RANK.set([0, 1, 2, 4, 3]);

const SLAB = 16_384;

/** Makes empty vectors. */
export function createVectors(): (length: number) => Vector {
  let slab = new Uint32Array(SLAB);
  let used = 0;
  return (length) => {
    if (length > SLAB) return new Uint32Array(length);
    if (used + length > SLAB) {
      slab = new Uint32Array(SLAB);
      used = 0;
    }
    used += length;
    return slab.subarray(used - length, used);
  };
}
