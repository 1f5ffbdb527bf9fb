/** Seeded randomness: the same seed gives the same draws on every machine. */
export interface Random {
  /** In [0, 1). */
  uniform(low?: number, high?: number): number;
  /** Standard normal. */
  normal(): number;
  chance(probability: number): boolean;
  /** Position, by weights that add up to 1. */
  pick(weights: readonly number[]): number;
  permutation(length: number): number[];
}

/** sfc32 (Doty-Humphrey 2010, PractRand): 128 bits of state, seeded through a few rounds of it. Normal: Marsaglia's polar method. */
export function createRandom(seed: number): Random {
  const bits = sfc32(seed);
  let spare: number | undefined;
  const uniform = (low = 0, high = 1): number => low + (high - low) * ((bits() * 2 ** 21 + (bits() >>> 11)) / 2 ** 53);
  return {
    uniform,
    normal() {
      if (spare !== undefined) {
        const value = spare;
        spare = undefined;
        return value;
      }
      for (;;) {
        const u = uniform(-1, 1);
        const v = uniform(-1, 1);
        const s = u * u + v * v;
        if (s >= 1 || s === 0) continue;
        const factor = Math.sqrt((-2 * Math.log(s)) / s);
        spare = v * factor;
        return u * factor;
      }
    },
    chance: (probability) => uniform() < probability,
    pick(weights) {
      let left = uniform();
      for (let i = 0; i < weights.length; i++) {
        left -= weights[i]!;
        if (left < 0) return i;
      }
      return weights.length - 1;
    },
    permutation(length) {
      const order = Array.from({ length }, (_, i) => i);
      for (let i = length - 1; i > 0; i--) {
        const j = Math.floor(uniform() * (i + 1));
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return order;
    },
  };
}

function sfc32(seed: number): () => number {
  let a = seed | 0;
  let b = (seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}
