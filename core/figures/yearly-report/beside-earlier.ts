/** Figures of two years, or two versions of one year, lie beside each other: what their difference would tell. */
import { SMALL } from "../mirror/small-cells.ts";
import { VALUES_LEFT } from "../suppression/hide-small-cells.ts";
import { isExact, isSame, overlapOf, type Range, sizeOf } from "../suppression/range.ts";
import { nothingShown, type PublicCounts } from "./public-counts.ts";

/** Organisations between two days, on one norm. */
export interface Movement {
  /** Judged on the later day and not on the earlier. */
  readonly entered: number;
  /** The other way round. */
  readonly left: number;
  /** Judged on both days, by another report. */
  readonly changed: number;
}

/**
 * May these two stand beside each other, for a reader who knows which organisations were tested in between? Three questions:
 *
 * - Did fewer than five organisations move? Then every difference is about fewer than five. Only the very same figures may stand there, when
 *   nobody moved.
 * - A count cannot change by more than moved. Does what is hidden in one of them keep enough values, beside the other?
 * - Who came in makes a group of its own, and so does who left. Is what may be worked out about it about at least five on either side?
 */
export function mayStandBeside(earlier: PublicCounts, later: PublicCounts, movement: Movement): boolean {
  if (earlier.judged === null || later.judged === null) return true;
  const { entered, left, changed } = movement;
  const moved = entered + left + changed;
  if (moved < SMALL) return moved === 0 && isSameCounts(earlier, later);
  return (
    parts.every((part) => keepsHidden(part(earlier), part(later), movement)) &&
    parts.every((part) => {
      const [before, after] = [part(earlier), part(later)];
      return (
        tellsLittle(entered, after.from - before.to - changed, after.to - before.from + left + changed) &&
        tellsLittle(left, before.from - after.to - changed, before.to - after.from + entered + changed)
      );
    })
  );
}

/**
 * May this version of a year come after that one? What was hidden stays hidden, and a difference of one to four organisations, which a correction
 * of as many reports makes, is not shown: it would be a small cell itself.
 */
export const mayReplace = (earlier: PublicCounts, later: PublicCounts): boolean =>
  countNames.every((name) => mayFollow(earlier[name], later[name]));

/** The same for one count; null: not shown. */
export function mayFollow(before: Range | null, after: Range | null): boolean {
  if (after === null || isSame(before, after)) return true;
  if (before === null || !isExact(before) || !isExact(after)) return false;
  return !isSmallDifference(after.from - before.from);
}

/** The difference that so few organisations make: one that is nought says that nothing changed. */
export const isSmallDifference = (difference: number): boolean => isSmall(Math.abs(difference));

export const isSameCounts = (a: PublicCounts, b: PublicCounts): boolean => countNames.every((name) => isSame(a[name], b[name]));

const countNames = Object.keys(nothingShown) as (keyof PublicCounts)[];

/** n is known here. Met and not fully met are each other's rest; so are the two parts of the latter, where it is known. */
const parts: readonly ((counts: PublicCounts) => Range)[] = [
  ({ met, judged }) => met ?? { from: 0, to: judged!.to },
  ({ met, judged }) => (met === null ? { from: 0, to: judged!.to } : { from: judged!.to - met.to, to: judged!.to - met.from }),
  ({ partiallyMet, judged }) => partiallyMet ?? { from: 0, to: judged!.to },
  ({ notMet, judged }) => notMet ?? { from: 0, to: judged!.to },
];

function keepsHidden(before: Range, after: Range, { entered, left, changed }: Movement): boolean {
  const [up, down] = [entered + changed, left + changed];
  const afterThen = overlapOf(after, { from: before.from - down, to: before.to + up });
  const beforeThen = overlapOf(before, { from: after.from - up, to: after.to + down });
  return keepsEnough(after, afterThen) && keepsEnough(before, beforeThen);
}

/** What had fewer values from the start (of five organisations, say) must keep those it had. */
const keepsEnough = (range: Range, then: Range): boolean => isExact(range) || sizeOf(then) >= Math.min(VALUES_LEFT, sizeOf(range));

/** Of a group of this size: what is known of how many of it are counted. Either no small number, on neither side, or many values left. */
function tellsLittle(group: number, from: number, to: number): boolean {
  if (group === 0) return true;
  const known = overlapOf({ from: 0, to: group }, { from, to });
  if (sizeOf(known) >= Math.min(VALUES_LEFT, group + 1)) return true;
  return group >= SMALL && valuesOf(known).every((value) => !isSmall(value) && !isSmall(group - value));
}

const isSmall = (value: number): boolean => value > 0 && value < SMALL;

const valuesOf = (range: Range): readonly number[] => Array.from({ length: sizeOf(range) }, (_, i) => range.from + i);
