/** Everything a reader of the table of norms chose, as it stands in the address. */
import type { CountedScores } from "../../../core/figures/selected/counted-scores.ts";
import type { NormRow } from "../../../core/figures/selected/norm-rows.ts";
import { type Fields, readSelection, selectionFields } from "../../../core/figures/selected/read-selection.ts";
import type { Selection } from "../../../core/figures/selected/selection.ts";
import { NORMS, withFields } from "../../norm-links.ts";
import { bySignalOrder } from "../../words.ts";

const columns = ["aandeel", "norm", "n", "signaal"] as const;
export type NormColumn = (typeof columns)[number];

export interface NormOrder {
  readonly column: NormColumn;
  /** From low to high, or the other way round. */
  readonly direction: "ascending" | "descending";
}

export interface NormsChoice {
  readonly selection: Selection;
  readonly order: NormOrder;
  /** Code of a signal that a norm must have. */
  readonly signal: string | null;
}

/** Which way a column is sorted first: what asks for attention comes on top. */
const firstDirections: Readonly<Record<NormColumn, NormOrder["direction"]>> = {
  aandeel: "ascending",
  norm: "ascending",
  n: "descending",
  signaal: "ascending",
};

/** Behind the name of a column: sorted the other way round. */
const TURNED = "-om";

const LONGEST_CODE = 60;

export function readNormsChoice(fields: Fields, counted: CountedScores): NormsChoice {
  const asked = fields("sorteer")[0] ?? "";
  const column = columns.find((one) => asked === one || asked === one + TURNED) ?? "aandeel";
  const signal = (fields("signaal")[0] ?? "").trim().slice(0, LONGEST_CODE);
  const first = firstDirections[column];
  return {
    selection: readSelection(fields, counted),
    order: { column, direction: asked.endsWith(TURNED) ? turned(first) : first },
    signal: signal === "" ? null : signal,
  };
}

/** Address of the table with these choices. */
export const normsAddress = (choice: NormsChoice): string =>
  withFields(NORMS, [...selectionFields(choice.selection), ...ownFields(choice)]);

/** The fields of a choice that a selection does not have. */
export const ownFields = ({ order, signal }: Omit<NormsChoice, "selection">): readonly (readonly [string, string])[] => {
  const sort = order.direction === firstDirections[order.column] ? order.column : order.column + TURNED;
  return [...(sort === "aandeel" ? [] : [["sorteer", sort] as const]), ...(signal === null ? [] : [["signaal", signal] as const])];
};

/** The order that a click on a column gives: the first one, or the other way round when the table stands sorted by it. */
export const nextOrder = (column: NormColumn, now: NormOrder): NormOrder => ({
  column,
  direction: now.column === column ? turned(now.direction) : firstDirections[column],
});

const turned = (direction: NormOrder["direction"]): NormOrder["direction"] => (direction === "ascending" ? "descending" : "ascending");

/** Sorting is stable, so equals keep the order of the framework. Norms without a figure come last, whichever way. */
export function sortNorms(
  rows: readonly NormRow[],
  { column, direction }: NormOrder,
  signalsOf: (row: NormRow) => readonly string[],
): readonly NormRow[] {
  const sign = direction === "ascending" ? 1 : -1;
  if (column === "norm") return direction === "ascending" ? rows : rows.toReversed();
  if (column === "n") return rows.toSorted((a, b) => sign * (a.counts.judged - b.counts.judged));
  if (column === "aandeel") return rows.toSorted((a, b) => byShare(a, b, sign) || b.counts.judged - a.counts.judged);
  const first = (row: NormRow) => signalsOf(row).toSorted(bySignalOrder)[0];
  return rows.toSorted((a, b) => {
    const [one, other] = [first(a), first(b)];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return sign * bySignalOrder(one, other);
  });
}

function byShare(a: NormRow, b: NormRow, sign: number): number {
  if (a.share === null || b.share === null) return Number(a.share === null) - Number(b.share === null);
  return sign * (a.share - b.share);
}
