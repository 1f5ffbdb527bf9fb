/**
 * What a reader can find out about the counts of a table from what it shows: the attack that hiding is held against. Counts are whole numbers
 * of 0 or more, and some of them are sums of others.
 */

/** Cells by their number. `total` is the sum of `parts`. */
export interface NumberedSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Cell i lies between `low[i]` and `high[i]`, both included. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Tables of our size take some tens of steps; one that takes more is hidden further, which costs figures and never safety. */
const MOST_STEPS = 200;

/** Bounds that go on creeping towards each other by ones end here; what is left is tried. */
const MOST_ROUNDS = 100;

/**
 * A whole table in which the cell has this value and every sum is right; undefined when there is none, or none was found within the steps allowed. Bounds
 * are narrowed by the sums; where that leaves a choice, one cell is tried value by value.
 *
 * @param likely a value per cell to try first; what is found does not depend on it, only how soon.
 */
export function tableWith(
  bounds: Bounds,
  sums: readonly NumberedSum[],
  cell: number,
  value: number,
  likely: Float64Array,
): Float64Array | undefined {
  const tried = copy(bounds);
  if (value < tried.low[cell]! || value > tried.high[cell]!) return undefined;
  tried.low[cell] = value;
  tried.high[cell] = value;
  const found = solve(tried, sums, likely, { left: MOST_STEPS });
  return typeof found === "string" ? undefined : found;
}

/**
 * Is every value that narrowing left to a cell really possible? So it is when what is open and tied to it hangs together without a ring, and when each sum in
 * it has two open cells, so that one gives all others. Where this says no, `tableWith` tells.
 */
export function isSettledByNarrowing({ low, high }: Bounds, sums: readonly NumberedSum[], cell: number): boolean {
  const openIn = sums.map(({ total, parts }) => [total, ...parts].filter((one) => low[one]! < high[one]!));
  const tied = new Set([cell]);
  const within = new Set<number>();
  for (let before = -1; before !== tied.size; ) {
    before = tied.size;
    openIn.forEach((open, sum) => {
      if (!open.some((one) => tied.has(one))) return;
      within.add(sum);
      for (const one of open) tied.add(one);
    });
  }
  const ends = [...within].reduce((all, sum) => all + openIn[sum]!.length, 0);
  return ends === tied.size + within.size - 1 || [...within].every((sum) => openIn[sum]!.length === 2);
}

/**
 * Narrows the bounds to what the sums leave, in place. False: no table fits. What it leaves is exactly what is possible when no two cells are tied
 * by more than one chain of sums; else it may be too wide.
 */
export function narrow({ low, high }: Bounds, sums: readonly NumberedSum[]): boolean {
  let changed = true;
  for (let round = 0; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (const { total, parts } of sums) {
      let lowest = 0;
      let highest = 0;
      for (const part of parts) {
        lowest += low[part]!;
        highest += high[part]!;
      }
      changed = keepWithin(total, lowest, highest) || changed;
      if (low[total]! > high[total]!) return false;
      for (const part of parts) {
        const from = low[total]! - (highest - high[part]!);
        const to = high[total]! - (lowest - low[part]!);
        const [before, beforeTo] = [low[part]!, high[part]!];
        if (!keepWithin(part, from, to)) continue;
        if (low[part]! > high[part]!) return false;
        lowest += low[part]! - before;
        highest += high[part]! - beforeTo;
        changed = true;
      }
    }
  }
  return true;

  function keepWithin(cell: number, from: number, to: number): boolean {
    const [before, beforeTo] = [low[cell]!, high[cell]!];
    if (from > before) low[cell] = from;
    if (to < beforeTo) high[cell] = to;
    return low[cell] !== before || high[cell] !== beforeTo;
  }
}

interface Steps {
  left: number;
}

function solve(bounds: Bounds, sums: readonly NumberedSum[], likely: Float64Array, steps: Steps): Float64Array | "none" | "gave up" {
  if (steps.left-- <= 0) return "gave up";
  if (!narrow(bounds, sums)) return "none";
  const open = narrowestOpen(bounds);
  if (open < 0) return bounds.low;
  for (const value of valuesToTry(bounds.low[open]!, bounds.high[open]!, likely[open]!)) {
    const tried = copy(bounds);
    tried.low[open] = value;
    tried.high[open] = value;
    const found = solve(tried, sums, likely, steps);
    if (found !== "none") return found;
  }
  return "none";
}

/** The cell with the fewest values left; -1 when every cell has one. */
function narrowestOpen({ low, high }: Bounds): number {
  let best = -1;
  for (let cell = 0; cell < low.length; cell++) {
    const width = high[cell]! - low[cell]!;
    if (width > 0 && (best < 0 || width < high[best]! - low[best]!)) best = cell;
  }
  return best;
}

/** Every value once, those near the likely one first. */
function* valuesToTry(low: number, high: number, likely: number): Generator<number> {
  const start = Math.min(high, Math.max(low, likely));
  yield start;
  for (let away = 1; start - away >= low || start + away <= high; away++) {
    if (start + away <= high) yield start + away;
    if (start - away >= low) yield start - away;
  }
}

const copy = ({ low, high }: Bounds): Bounds => ({ low: low.slice(), high: high.slice() });
