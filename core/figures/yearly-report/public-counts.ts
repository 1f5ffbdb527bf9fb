import type { NormCounts } from "../../relevance/signal.ts";
import { SMALL } from "../mirror/small-cells.ts";
import { type CountCell, type CountTable, hideBeside, hideSmallCells, type Sum } from "../suppression/hide-small-cells.ts";
import { isExact, type Range } from "../suppression/range.ts";

export type Judgements = Pick<NormCounts, "met" | "partiallyMet" | "notMet">;

/** What everybody may know of the judgements on a norm. Null: it is not shown. A range of one value is the count itself. */
export interface PublicCounts {
  /** n */
  readonly judged: Range | null;
  readonly met: Range | null;
  readonly partiallyMet: Range | null;
  readonly notMet: Range | null;
}

export const nothingShown: PublicCounts = { judged: null, met: null, partiallyMet: null, notMet: null };

/** A way to divide organisations, each in one group: by variant, by size. */
export interface Division {
  readonly name: string;
  readonly groups: readonly { readonly name: string; readonly counts: Judgements }[];
}

/** How much of a norm is given up because of what was published before, beyond what small cells ask. */
export const retreats = ["nothing", "division of what is not met", "met"] as const;
export type Retreat = (typeof retreats)[number];

/** What a reader is told of a small number: one value more than is small, so that it may be no small number at all. */
const TOLD: Range = { from: 1, to: SMALL };

/** From so many judged on, not both parts of n can be within what is told, so that one of them gives the other a range. */
const ENOUGH_TO_TELL = 2 * SMALL + 1;

export interface ShownNorm {
  readonly counts: PublicCounts;
  /** Per division, per group, in their order; null where they would betray what is hidden of the whole. */
  readonly divisions: readonly (readonly PublicCounts[])[] | null;
}

/**
 * What is shown of one norm: of all organisations, and of the groups of divisions. What is shown of all does not depend on the groups: those come
 * after, hidden as far as the sums ask.
 */
export function shownNorm(all: Judgements, divisions: readonly Division[], retreat: Retreat = "nothing"): ShownNorm {
  const whole = wholeTable(all, retreat);
  const ranges = hideSmallCells(whole);
  const counts = publicCounts(ranges);
  if (counts.judged === null) return { counts, divisions: null };
  return { counts, divisions: shownDivisions(whole, ranges, divisions) };
}

/**
 * Three steps and no others: everything; how many meet it, without the division of the rest; a range of it, or nothing. Were a division shown beside a
 * range, or one part of it beside another that is hidden, then which of them is hidden would tell what it is.
 */
function wholeTable({ met, partiallyMet, notMet }: Judgements, retreat: Retreat): CountTable {
  const rest = partiallyMet + notMet;
  const judged = met + rest;
  const told = retreat === "met" ? undefined : toldOf(judged);
  const withholdsMet = retreat === "met" || [met, rest].some((count) => isSmall(count) || isWithin(told, count));
  const withholdsDivision = withholdsMet || retreat !== "nothing" || isSmall(partiallyMet) || isSmall(notMet);
  return {
    cells: [
      { id: "n", value: judged },
      { id: "met", value: met, told, hidden: withholdsMet },
      { id: "rest", value: rest, told, hidden: withholdsMet },
      { id: "partly", value: partiallyMet, hidden: withholdsDivision },
      { id: "not", value: notMet, hidden: withholdsDivision },
    ],
    sums: [
      { total: "n", parts: ["met", "rest"] },
      { total: "rest", parts: ["partly", "not"] },
    ],
  };
}

function publicCounts(ranges: ReadonlyMap<string, Range>): PublicCounts {
  const judged = exactOrNull(ranges.get("n")!);
  if (judged === null) return nothingShown;
  const of = (id: string): Range | null => within(ranges.get(id)!, judged);
  return { judged, met: of("met"), partiallyMet: of("partly"), notMet: of("not") };
}

function shownDivisions(whole: CountTable, ranges: ReadonlyMap<string, Range>, divisions: readonly Division[]): ShownNorm["divisions"] {
  const settled = whole.cells.map((cell): CountCell => ({ ...cell, hidden: !isExact(ranges.get(cell.id)!) }));
  const tables = divisions.map(({ groups }, division) => groups.map(({ counts }, group) => groupTable(`${division} ${group}`, counts)));
  const totals = tables.flatMap((groups): Sum[] =>
    ["n", "met", "rest"].map((what) => ({ total: what, parts: groups.map(({ id }) => `${id} ${what}`) })),
  );
  const hidden = hideBeside(
    {
      cells: [...settled, ...tables.flat().flatMap(({ cells }) => cells)],
      sums: [...whole.sums, ...tables.flat().map(({ sum }) => sum), ...totals],
    },
    new Set(settled.map(({ id }) => id)),
  );
  if (!hidden) return null;
  return tables.map((groups) =>
    groups.map(({ id }): PublicCounts => {
      const judged = exactOrNull(hidden.get(`${id} n`)!);
      return judged === null ? nothingShown : { ...nothingShown, judged, met: within(hidden.get(`${id} met`)!, judged) };
    }),
  );
}

function groupTable(
  id: string,
  { met, partiallyMet, notMet }: Judgements,
): { readonly id: string; readonly cells: readonly CountCell[]; readonly sum: Sum } {
  const rest = partiallyMet + notMet;
  const told = toldOf(met + rest);
  return {
    id,
    cells: [
      { id: `${id} n`, value: met + rest },
      { id: `${id} met`, value: met, told },
      { id: `${id} rest`, value: rest, told },
    ],
    sum: { total: `${id} n`, parts: [`${id} met`, `${id} rest`] },
  };
}

const isSmall = (value: number): boolean => value > 0 && value < SMALL;

const isWithin = (range: Range | undefined, value: number): boolean => range !== undefined && value >= range.from && value <= range.to;

const toldOf = (judged: number): Range | undefined => (judged >= ENOUGH_TO_TELL ? TOLD : undefined);

/** n is shown as it is or not at all: of a share whose n is not known nothing can be said. */
const exactOrNull = (range: Range): Range | null => (isExact(range) ? range : null);

/** Null when it says no more than that it is a part of n. */
const within = (range: Range, { to: judged }: Range): Range | null => (judged > 0 && range.from === 0 && range.to >= judged ? null : range);
