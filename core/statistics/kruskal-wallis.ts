import { averageRanks } from "./average-ranks.ts";
import { chiSquareSf } from "./chi-square-sf.ts";

export interface KruskalWallis {
  readonly h: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Kruskal-Wallis test: do the groups have values of the same height, judged by ranks only?
 *
 *   H = (N - 1) · Σ n_g (r̄_g - r̄)² / Σ (r - r̄)², over average ranks r: the form that has the correction for ties in it
 *
 * One array of values per group (here: share met per organisation, per body), any unit; null is dropped. p from the chi-square
 * distribution with df = groups - 1. Reference: Kruskal & Wallis (1952) JASA 47:583. Edge cases: empty groups do not count; fewer than
 * two groups, or all values equal, give null.
 */
export function kruskalWallis(groups: readonly (readonly (number | null)[])[]): KruskalWallis | null {
  const filled = groups.map((group) => group.filter((value) => value !== null)).filter((group) => group.length > 0);
  if (filled.length < 2) return null;
  const ranks = averageRanks(filled.flat());
  const n = ranks.length;
  const mean = (n + 1) / 2;
  const total = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  if (total === 0) return null;
  let between = 0;
  let from = 0;
  for (const { length } of filled) {
    let deviation = 0;
    for (let i = from; i < from + length; i++) deviation += ranks[i]! - mean;
    between += deviation ** 2 / length;
    from += length;
  }
  const h = ((n - 1) * between) / total;
  const df = filled.length - 1;
  return { h, df, p: chiSquareSf(h, df) };
}
