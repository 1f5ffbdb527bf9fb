/**
 * Pearson's correlation of the first `n` places of two vectors.
 *
 *   r = Σ (x - x̄)(y - ȳ) / √ Σ (x - x̄)² Σ (y - ȳ)²
 *
 * Any finite numbers; the result lies in [-1, 1]. Reference: Pearson (1895). Edge cases: fewer than 2 places, or a vector without
 * variation (or with less than a double can square), gives null.
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>, n = x.length): number | null {
  if (!varies(x, n) || !varies(y, n)) return null;
  const meanX = mean(x, n);
  const meanY = mean(y, n);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const spread = Math.sqrt(xx) * Math.sqrt(yy);
  return spread === 0 ? null : Math.max(-1, Math.min(1, xy / spread));
}

/** Compared as they are: a mean may be off by a last digit, which would make something of equal numbers. */
function varies(values: ArrayLike<number>, n: number): boolean {
  for (let i = 1; i < n; i++) if (values[i] !== values[0]) return true;
  return false;
}

function mean(values: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  return sum / n;
}
