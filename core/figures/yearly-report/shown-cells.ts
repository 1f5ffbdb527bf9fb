/** A table of counts in the yearly report, held against what earlier reports show of the same counts. */
import { type CountCell, type CountTable, hideSmallCells, type Sum, saysNothing } from "../suppression/hide-small-cells.ts";
import { exactly, type Range } from "../suppression/range.ts";
import { isSmallDifference, mayFollow } from "./beside-earlier.ts";

/** What a published report shows of a count, by its id in the table: null where it hides the count, undefined where it is not about it. */
export type ShownBefore = (id: string) => Range | null | undefined;

/**
 * What is shown of each count, by id; null: nothing. Small ones are hidden, and with them what cannot follow on what everybody has: a count that was hidden,
 * one that differs by one to four, and one that lets such a difference be worked out for those that are hidden together.
 *
 * Only a count itself is shown; a range would say nothing that the counts beside it do not.
 *
 * @param before all published reports that say something of these counts, in any order.
 */
export function shownCells({ cells, sums }: CountTable, before: readonly ShownBefore[]): (id: string) => Range | null {
  const hidden = new Set(cells.filter((cell) => cell.hidden || !before.every((of) => followsOn(of, cell))).map(({ id }) => id));
  for (;;) {
    const ranges = hideSmallCells({ cells: cells.map((cell) => ({ ...cell, hidden: hidden.has(cell.id) })), sums });
    const shown = (id: string): Range | null => countOrNull(ranges.get(id)!);
    const betraying = sums.flatMap((sum) => before.flatMap((of) => betrayingRest(sum, of, shown) ?? []));
    if (betraying.length === 0) return shown;
    for (const id of betraying) hidden.add(id);
  }
}

function followsOn(before: ShownBefore, { id, value }: CountCell): boolean {
  const range = before(id);
  return range === undefined || mayFollow(range, exactly(value));
}

/**
 * What is hidden of a sum is known together, now and before, from what is shown of it. Where that differs by one to four: the last count that is
 * shown, without which it is not known.
 */
function betrayingRest({ total, parts }: Sum, before: ShownBefore, shown: (id: string) => Range | null): string | undefined {
  const shownIds = [total, ...parts].filter((id) => shown(id) !== null);
  if (shownIds.length > parts.length) return undefined;
  let difference = 0;
  for (const id of shownIds) {
    const range = before(id);
    if (!range) return undefined;
    difference += (id === total ? 1 : -1) * (shown(id)!.from - range.from);
  }
  return isSmallDifference(difference) ? shownIds.at(-1) : undefined;
}

const countOrNull = (range: Range): Range | null => (range.from === range.to && !saysNothing(range) ? range : null);
