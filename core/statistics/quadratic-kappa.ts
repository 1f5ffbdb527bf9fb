export interface Agreement {
  /** Pairs of judgements. */
  readonly n: number;
  readonly same: number;
  /** The second judgement higher than the first. */
  readonly higher: number;
  readonly lower: number;
  /** Share of the pairs with the same judgement; null without pairs. */
  readonly agreement: number | null;
  /** At most 1; null without pairs, or when both sides gave one and the same judgement everywhere. */
  readonly kappa: number | null;
  /** Of kappa, for intervals (not under the hypothesis that kappa is 0). Null when kappa is. */
  readonly standardError: number | null;
}

/**
 * Agreement of two ordered judgements on the same organisations: counts, percent equal, and Cohen's kappa with quadratic weights with
 * the standard error of Fleiss, Cohen and Everitt.
 *
 *   κ = 1 - D / E;  D = Σ p_ij (i - j)², E = Σ p_i. p_.j (i - j)²
 *   n · se² = Σ p_ij (h_ij + D/E)²,  h_ij = (i - j)² / E - D / E² · (d_i. + d_.j): d_i. the mean of (i - j)² over the other margin
 *
 * which is their formula, written for weights of disagreement. `counts` holds the table row by row from `offset` on: `levels` rows
 * (first judgement) by `levels` columns (second). Reference: Cohen (1968) Psychol Bull 70:213; Fleiss, Cohen & Everitt (1969) Psychol
 * Bull 72:323. Edge cases: one side constant gives kappa 0, whatever the agreement; 96% equal can have a kappa below 0, so kappa
 * describes and never decides alone.
 */
export function quadraticKappa(counts: ArrayLike<number>, offset = 0, levels = 3): Agreement {
  const first = new Float64Array(levels);
  const second = new Float64Array(levels);
  let same = 0;
  let higher = 0;
  let lower = 0;
  for (let i = 0; i < levels; i++) {
    for (let j = 0; j < levels; j++) {
      const count = counts[offset + i * levels + j]!;
      first[i]! += count;
      second[j]! += count;
      if (i === j) same += count;
      else if (j > i) higher += count;
      else lower += count;
    }
  }
  const n = same + higher + lower;
  const described = { n, same, higher, lower, agreement: n === 0 ? null : same / n };

  // n² D and n² E, and n times the mean distances: whole numbers as long as possible, so that 0 is 0.
  let seen = 0;
  let expected = 0;
  const fromFirst = new Float64Array(levels);
  const fromSecond = new Float64Array(levels);
  for (let i = 0; i < levels; i++) {
    for (let j = 0; j < levels; j++) {
      const distance = (i - j) ** 2;
      seen += n * distance * counts[offset + i * levels + j]!;
      expected += distance * first[i]! * second[j]!;
      fromFirst[i]! += distance * second[j]!;
      fromSecond[j]! += distance * first[i]!;
    }
  }
  if (expected === 0) return { ...described, kappa: null, standardError: null };
  const ratio = seen / expected;
  let sum = 0;
  for (let i = 0; i < levels; i++) {
    for (let j = 0; j < levels; j++) {
      const deviation = n * n * (i - j) ** 2 - ratio * (n * (fromFirst[i]! + fromSecond[j]!) - expected);
      sum += counts[offset + i * levels + j]! * (deviation / expected) ** 2;
    }
  }
  return { ...described, kappa: 1 - ratio, standardError: Math.sqrt(sum) / n };
}
