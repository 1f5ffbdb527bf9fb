import { chiSquareSf } from "./chi-square-sf.ts";

export interface MantelTrend {
  /** Standard normal when x and score have nothing to do with each other within the strata; above 0: a higher x goes with higher scores. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  /** Strata in which x and score both vary: the others say nothing. */
  readonly strata: number;
  /** Audits in those strata. */
  readonly n: number;
}

/** Per stratum: the x and score of its first audit, from which the others are counted; then the sums of 1, x, y, x², xy, y². */
const PLACES = 8;

/**
 * Mantel's test of ordinal trend, stratified (the correlation statistic of Cochran, Mantel and Haenszel): do scores rise or fall with x
 * among audits of the same stratum?
 *
 *   z = Σ_s (Σxy - Σx Σy / n) / √ Σ_s (Σx² - (Σx)²/n) (Σy² - (Σy)²/n) / (n - 1)
 *
 * Vectors of equal length, one place per scored audit: `x` any number (audit date in days for the trend; 1 = this body and 0 = the
 * others for the comparison of bodies), `score` 0, 1 or 2 (or any ordered numbers), `stratum` a small whole number from 0; an audit
 * with a negative stratum is left out. Only the order and spacing of x matter, not its unit or origin. With whole numbers the sums are
 * exact, so audits in another order give the same z to the last bit. Reference: Mantel (1963) JASA 58:690; Landis, Heyman & Koch
 * (1978) Int Stat Rev 46:237; Agresti (2013) §8.4. Edge cases: strata of one audit, or without variation in x or in score, are
 * skipped; null when none is left.
 */
export function mantelTrend(x: ArrayLike<number>, score: ArrayLike<number>, stratum: ArrayLike<number>): MantelTrend | null {
  const n = x.length;
  let highest = -1;
  for (let i = 0; i < n; i++) if (stratum[i]! > highest) highest = stratum[i]!;
  const sums = new Float64Array((highest + 1) * PLACES);
  for (let i = 0; i < n; i++) {
    const s = stratum[i]!;
    if (s >= 0) add(sums, s, x[i]!, score[i]!, 1);
  }
  return combined(sums);
}

/** The same from tables: `strata[stratum][row][column]` counts audits; x is the number of the row, score the number of the column. */
export function mantelTrendOfTables(strata: readonly (readonly (readonly number[])[])[]): MantelTrend | null {
  const sums = new Float64Array(strata.length * PLACES);
  strata.forEach((rows, s) => {
    rows.forEach((counts, x) => {
      counts.forEach((count, score) => {
        add(sums, s, x, score, count);
      });
    });
  });
  return combined(sums);
}

function add(sums: Float64Array, stratum: number, x: number, y: number, audits: number): void {
  const at = stratum * PLACES;
  if (audits === 0) return;
  if (sums[at + 2] === 0) {
    // Squares of large numbers that differ little, such as days since 1970, lose digits; differences do not, and equals give exactly 0.
    sums[at] = x;
    sums[at + 1] = y;
  }
  const dx = x - sums[at]!;
  const dy = y - sums[at + 1]!;
  sums[at + 2]! += audits;
  sums[at + 3]! += audits * dx;
  sums[at + 4]! += audits * dy;
  sums[at + 5]! += audits * dx * dx;
  sums[at + 6]! += audits * dx * dy;
  sums[at + 7]! += audits * dy * dy;
}

function combined(sums: Float64Array): MantelTrend | null {
  let together = 0;
  let variance = 0;
  let strata = 0;
  let audits = 0;
  for (let at = 0; at < sums.length; at += PLACES) {
    const n = sums[at + 2]!;
    const sumX = sums[at + 3]!;
    const sumY = sums[at + 4]!;
    // n times the sums of squares and products around the mean: whole numbers stay whole.
    const xx = n * sums[at + 5]! - sumX * sumX;
    const yy = n * sums[at + 7]! - sumY * sumY;
    if (n < 2 || xx <= 0 || yy <= 0) continue;
    together += (n * sums[at + 6]! - sumX * sumY) / n;
    variance += (xx / n) * (yy / n / (n - 1));
    strata++;
    audits += n;
  }
  if (strata === 0) return null;
  const z = together / Math.sqrt(variance);
  return { z, p: chiSquareSf(z * z, 1), strata, n: audits };
}
