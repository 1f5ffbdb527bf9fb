/**
 * A second attacker, that shares no code with the product: it fills in hidden cells with whole numbers, one after another, until every sum is right.
 * Slow and certain; for small tables.
 */
import type { CountTable } from "../../../../core/figures/suppression/hide-small-cells.ts";
import type { Range } from "../../../../core/figures/suppression/range.ts";

/** How many values the cell has in tables that fit what is shown; counting stops at `enough`. Values above `most` are not tried. */
export function valuesThatFit(
  sums: CountTable["sums"],
  shown: ReadonlyMap<string, Range>,
  id: string,
  { enough, most }: { readonly enough: number; readonly most: number },
): number {
  const { from, to } = shown.get(id)!;
  let found = 0;
  for (let value = from; value <= Math.min(to, most) && found < enough; value++) if (fits(new Map([[id, value]]))) found++;
  return found;

  function fits(table: ReadonlyMap<string, number>): boolean {
    const known = new Map(table);
    for (const [one, range] of shown) if (range.from === range.to) known.set(one, known.get(one) ?? range.from);
    if (!fillIn(known)) return false;
    const open = [...shown.keys()].find((one) => !known.has(one));
    if (open === undefined) return true;
    for (let value = shown.get(open)!.from; value <= Math.min(shown.get(open)!.to, most); value++) {
      if (fits(new Map(known).set(open, value))) return true;
    }
    return false;
  }

  /** Works out what is the last unknown of a sum. False when a sum is wrong, or a number is outside what is shown. */
  function fillIn(known: Map<string, number>): boolean {
    for (let again = true; again; ) {
      again = false;
      for (const { total, parts } of sums) {
        const unknown = [total, ...parts].filter((one) => !known.has(one));
        const sum = parts.reduce((all, part) => all + (known.get(part) ?? 0), 0);
        if (known.has(total) && sum > known.get(total)!) return false;
        if (unknown.length > 1) continue;
        if (unknown.length === 0 && sum !== known.get(total)) return false;
        if (unknown.length === 0) continue;
        const last = unknown[0]!;
        const value = last === total ? sum : known.get(total)! - sum;
        if (value < shown.get(last)!.from || value > shown.get(last)!.to) return false;
        known.set(last, value);
        again = true;
      }
    }
    return true;
  }
}
