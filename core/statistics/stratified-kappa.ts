import { normalQuantile } from "./normal-quantile.ts";
import type { Interval } from "./wilson-interval.ts";

/** No pair of judgements in this stratum. */
export const NO_PAIR = 255;

export interface StratifiedKappa {
  /** Pairs of judgements, in clusters with at least one. */
  readonly n: number;
  readonly clusters: number;
  /** At most 1; null without pairs, or when both sides gave one and the same judgement everywhere. */
  readonly kappa: number | null;
  /** Null where kappa is, when it is 1 or -1 (nothing varies, so nothing says how far it might), and when one cluster carries it. */
  readonly interval: Interval | null;
}

/**
 * Cohen's kappa with quadratic weights over strata, and an interval that takes the pairs of one cluster together.
 *
 *   κ = 1 - Σ_k D_k / Σ_k E_k;  D_k = Σ (x - y)² of the pairs of stratum k, E_k = the same of every first judgement with every second, divided by n_k
 *
 * Chance is reckoned within a stratum (a norm), so that norms which nearly everybody meets do not pass for agreement; with one stratum it is
 * `quadraticKappa`. The interval leaves out one cluster (an organisation) at a time, on the scale of Fisher's z:
 *
 *   tanh(atanh κ ± z · s);  s = √((G - 1) / G · Σ (κ_g - κ̄)²) / (1 - κ²), κ_g without cluster g of G
 *
 * Why not κ ± z · the standard error of Fleiss, Cohen and Everitt: kappa of scores that mostly agree is skew, and at 20 to 80 organisations that
 * interval covers 78 to 96% of the time where this one covers 89 to 98% (`docs/decisions/0029-analyses.md` has the table). References: Cohen (1968) Psychol Bull
 * 70:213; Barlow et al. (1991) Stat Med 10:1465 for strata; Tukey (1958) Ann Math Stat 29:614 for leaving one out; Fisher (1921) Metron 1:3 for z.
 *
 * @param clusters of each cluster, per stratum: first judgement × 3 + second, or `NO_PAIR`. All as long.
 */
export function stratifiedKappa(clusters: readonly Uint8Array[], confidence = 0.95): StratifiedKappa {
  const filled = clusters.filter((cluster) => cluster.some((cell) => cell !== NO_PAIR));
  const sums = new Sums(filled[0]?.length ?? 0);
  for (const cluster of filled) sums.add(cluster, 1);
  const kappa = sums.kappa();
  const described = { n: sums.pairs(), clusters: filled.length, kappa };
  if (kappa === null || Math.abs(kappa) === 1 || filled.length < 2) return { ...described, interval: null };
  const without = filled.map((cluster) => sums.kappaWithout(cluster));
  if (!without.every((one) => one !== null)) return { ...described, interval: null };
  const size = filled.length;
  const mean = without.reduce((sum, one) => sum + one, 0) / size;
  const variance = ((size - 1) / size) * without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const half = (normalQuantile(1 - (1 - confidence) / 2) * Math.sqrt(variance)) / (1 - kappa ** 2);
  const middle = Math.atanh(kappa);
  return { ...described, interval: { lower: Math.tanh(middle - half), upper: Math.tanh(middle + half) } };
}

/** Per stratum: n, Σx, Σy, Σ(x² + y²) and Σxy, from which D and E follow. */
const MOMENTS = 5;

class Sums {
  readonly #moments: Float64Array;
  readonly #strata: number;

  constructor(strata: number) {
    this.#strata = strata;
    this.#moments = new Float64Array(strata * MOMENTS);
  }

  add(cluster: Uint8Array, times: 1 | -1): void {
    for (let stratum = 0; stratum < this.#strata; stratum++) {
      const cell = cluster[stratum]!;
      if (cell === NO_PAIR) continue;
      const first = Math.floor(cell / 3);
      const second = cell % 3;
      const at = stratum * MOMENTS;
      this.#moments[at]! += times;
      this.#moments[at + 1]! += times * first;
      this.#moments[at + 2]! += times * second;
      this.#moments[at + 3]! += times * (first * first + second * second);
      this.#moments[at + 4]! += times * first * second;
    }
  }

  pairs(): number {
    let n = 0;
    for (let at = 0; at < this.#moments.length; at += MOMENTS) n += this.#moments[at]!;
    return n;
  }

  kappa(): number | null {
    let seen = 0;
    let expected = 0;
    for (let at = 0; at < this.#moments.length; at += MOMENTS) {
      const n = this.#moments[at]!;
      if (n === 0) continue;
      const squares = this.#moments[at + 3]!;
      seen += squares - 2 * this.#moments[at + 4]!;
      expected += squares - (2 * this.#moments[at + 1]! * this.#moments[at + 2]!) / n;
    }
    // Moments are whole numbers, but their ratio is not: what rounding leaves of 0 is far below one squared step.
    return expected < 1e-9 ? null : 1 - seen / expected;
  }

  kappaWithout(cluster: Uint8Array): number | null {
    this.add(cluster, -1);
    const kappa = this.kappa();
    this.add(cluster, 1);
    return kappa;
  }
}
