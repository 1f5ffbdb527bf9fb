import { BrokenInvariant } from "../../faults.ts";
import { SMALL } from "../mirror/small-cells.ts";
import { type Bounds, isSettledByNarrowing, type NumberedSum, narrow, tableWith } from "./attack.ts";
import type { Range } from "./range.ts";

/** A count of a table. */
export interface CountCell {
  readonly id: string;
  readonly value: number;
  /** What a reader is told of it once it is hidden; nothing when left out. It is then hidden for every value within. */
  readonly told?: Range;
  /** Hidden whatever its value: it was hidden before, or what was published before would betray it. */
  readonly hidden?: boolean;
}

/** `total` is the sum of `parts`, by id. Rows and columns are sums, and so are levels within each other. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface CountTable {
  /** Those that matter most first: where something has to be hidden beside a small cell, it is taken from the end. */
  readonly cells: readonly CountCell[];
  readonly sums: readonly Sum[];
}

/**
 * So many values stay possible for what is hidden, for a reader who has the whole table: as many as a small cell is not. A reader so never knows
 * that a cell is small by more than he is told.
 */
export const VALUES_LEFT = SMALL;

/** What a reader knows of a cell of which he knows nothing: there are fewer organisations of social work in the country. */
const NO_LIMIT = 100_000;

/**
 * What is known of each cell of a table once small ones are hidden, by id. A cell is hidden
 *
 * - when it is small (1 to 4), falls within what would be told of it, or is said to be hidden (*primary*);
 * - when it is part of a small total, also when it is 0: of fewer than five nothing more is said;
 * - when a primary cell would otherwise have fewer than `VALUES_LEFT` possible values (*secondary*). Which cell that is follows from its place in
 *   the table and from whether it is 0, not from its size, so that the choice tells little.
 *
 * A cell that is hidden has as its range what can be worked out from the rest of the table: to show that range says nothing new.
 *
 * @throws BrokenInvariant when a sum is not the sum of its parts.
 */
export function hideSmallCells(table: CountTable): ReadonlyMap<string, Range> {
  const ranges = hideBeside(table, new Set());
  if (!ranges) throw new BrokenInvariant("a table with everything hidden still betrays a cell");
  return ranges;
}

/**
 * The same, with some cells (by id) that stay as they are, unless they are primary: they are shown elsewhere already. Undefined when the others
 * cannot be hidden enough to make up for that.
 */
export function hideBeside(table: CountTable, kept: ReadonlySet<string>): ReadonlyMap<string, Range> | undefined {
  const numbered = numberedTable(table);
  const { cells, sums } = numbered;
  const audit = auditOf(numbered);
  const hidden = primaryCells(numbered);
  const primary = [...hidden];
  const told = new Set(primary.filter((cell) => isTold(cells[cell]!)));
  for (let betrayed = audit(primary, hidden, told); betrayed !== undefined; betrayed = audit(primary, hidden, told)) {
    const next = besides(betrayed, numbered, hidden, kept);
    if (next !== undefined) hidden.add(next);
    // All that is tied to it is hidden already: then less must be told.
    else if (!dropLast(told)) return undefined;
  }
  for (const cell of [...hidden].filter((one) => !primary.includes(one)).sort((a, b) => a - b)) {
    hidden.delete(cell);
    if (audit(primary, hidden, told) !== undefined) hidden.add(cell);
  }
  const { low, high } = boundsOf(numbered, hidden, told);
  narrow({ low, high }, sums);
  return new Map(cells.map(({ id }, cell) => [id, { from: low[cell]!, to: high[cell]! }]));
}

/** Does this range say nothing at all? */
export const saysNothing = ({ from, to }: Range): boolean => from === 0 && to >= NO_LIMIT;

interface NumberedTable {
  readonly cells: readonly CountCell[];
  readonly sums: readonly NumberedSum[];
  readonly values: Float64Array;
}

function numberedTable({ cells, sums }: CountTable): NumberedTable {
  const numbers = new Map(cells.map(({ id }, number) => [id, number]));
  const numberOf = (id: string): number => {
    const number = numbers.get(id);
    if (number === undefined) throw new BrokenInvariant(`a sum names ${id}, which the table does not have`);
    return number;
  };
  const numbered = sums.map(({ total, parts }) => ({ total: numberOf(total), parts: parts.map(numberOf) }));
  const values = Float64Array.from(cells, ({ value }) => value);
  for (const { total, parts } of numbered) {
    if (parts.reduce((sum, part) => sum + values[part]!, 0) !== values[total])
      throw new BrokenInvariant(`${cells[total]!.id} is not the sum of its parts`);
  }
  return { cells, sums: numbered, values };
}

function primaryCells({ cells, sums }: NumberedTable): Set<number> {
  const hidden = new Set<number>();
  cells.forEach((cell, number) => {
    if (isPrimary(cell)) hidden.add(number);
  });
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const { total, parts } of sums) if (hidden.has(total) && isSmall(cells[total]!.value)) for (const part of parts) hidden.add(part);
  }
  return hidden;
}

const isPrimary = (cell: CountCell): boolean => cell.hidden === true || isSmall(cell.value) || isTold(cell);

const isTold = ({ value, told }: CountCell): boolean => told !== undefined && value >= told.from && value <= told.to;

const isSmall = (value: number): boolean => value > 0 && value < SMALL;

function boundsOf({ cells, values }: NumberedTable, hidden: ReadonlySet<number>, told: ReadonlySet<number>): Bounds {
  const low = values.slice();
  const high = values.slice();
  for (const cell of hidden) {
    const range = told.has(cell) ? cells[cell]!.told : undefined;
    low[cell] = range?.from ?? 0;
    high[cell] = range?.to ?? NO_LIMIT;
  }
  return { low, high };
}

type Audit = (primary: readonly number[], hidden: ReadonlySet<number>, told: ReadonlySet<number>) => number | undefined;

/** The first primary cell with too few possible values. */
function auditOf(table: NumberedTable): Audit {
  return (primary, hidden, told) => {
    const bounds = boundsOf(table, hidden, told);
    narrow(bounds, table.sums);
    const open = table.sums.filter(({ total, parts }) => [total, ...parts].some((cell) => bounds.low[cell]! < bounds.high[cell]!));
    const seen = new Map(primary.map((cell) => [cell, new Set([table.values[cell]!])]));
    return primary.find((cell) => !keepsEnough({ ...table, sums: open }, bounds, cell, seen));
  };
}

/** @param seen values that primary cells have in tables that were found: what was found for one cell serves the others. */
function keepsEnough({ sums, values }: NumberedTable, bounds: Bounds, cell: number, seen: ReadonlyMap<number, Set<number>>): boolean {
  if (bounds.high[cell]! - bounds.low[cell]! + 1 < VALUES_LEFT) return false;
  if (isSettledByNarrowing(bounds, sums, cell)) return true;
  const found = seen.get(cell)!;
  for (const way of [1, -1]) {
    // What is possible is a stretch without gaps in every table that rows and columns make; in others looking stops at the first gap.
    for (let value = values[cell]! + way; found.size < VALUES_LEFT; value += way) {
      if (found.has(value)) continue;
      const table = tableWith(bounds, sums, cell, value, values);
      if (!table) break;
      for (const fitting of alongTheLine(values, table, bounds)) for (const [other, of] of seen) of.add(fitting[other]!);
    }
  }
  return found.size >= VALUES_LEFT;
}

/**
 * The table that was found, and those on the line through it and the true one, as far as needed: in both all sums are right, so in these too. It spares most of
 * the searching.
 */
function* alongTheLine(values: Float64Array, found: Float64Array, { low, high }: Bounds): Generator<Float64Array> {
  yield found;
  for (const way of [1, -1]) {
    for (let step = way === 1 ? 2 : 1; step < VALUES_LEFT; step++) {
      const table = values.map((value, cell) => value + way * step * (found[cell]! - value));
      if (table.some((value, cell) => value < low[cell]! || value > high[cell]!)) break;
      yield table;
    }
  }
}

/**
 * What to hide next: of the cells that share a sum with the betrayed one, or with what is hidden beside it, the last in the table; one that
 * is not 0 before one that is, since a nought hides little.
 */
function besides(
  betrayed: number,
  { cells, sums, values }: NumberedTable,
  hidden: ReadonlySet<number>,
  kept: ReadonlySet<string>,
): number | undefined {
  const tied = new Set([betrayed]);
  const shown = new Set<number>();
  for (let before = -1; before !== tied.size; ) {
    before = tied.size;
    for (const { total, parts } of sums) {
      const all = [total, ...parts];
      if (!all.some((cell) => tied.has(cell))) continue;
      for (const cell of all) {
        if (hidden.has(cell)) tied.add(cell);
        else if (!kept.has(cells[cell]!.id)) shown.add(cell);
      }
    }
  }
  const last = (candidates: readonly number[]): number | undefined => (candidates.length > 0 ? Math.max(...candidates) : undefined);
  return last([...shown].filter((cell) => values[cell]! > 0)) ?? last([...shown]);
}

function dropLast(told: Set<number>): boolean {
  return told.delete(Math.max(...told));
}
