/** Everything a reader of the table of norms chose, as it stands in the address. */
import type { DecisionKind } from "../../../core/decisions.ts";
import type { CountedScores } from "../../../core/figures/selected/counted-scores.ts";
import type { NormRow } from "../../../core/figures/selected/norm-rows.ts";
import { type Fields, readSelection, selectionFields } from "../../../core/figures/selected/read-selection.ts";
import type { Selection } from "../../../core/figures/selected/selection.ts";
import { type DecisionAt, decisionWords } from "../../decisions.ts";
import { say } from "../../language.tsx";
import { NORMS, withFields } from "../../norm-links.ts";
import { bySignalOrder, signalWord } from "../../words.ts";
import type { SignalsOfNorms } from "./signals-of-norms.ts";

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
  readonly decision: DecisionChoice | null;
}

/** What was decided last about a norm, as it stands in the address in either language. */
const decisionValues = {
  none: "geen",
  keep: "behouden",
  clarify: "verduidelijken",
  amend: "aanpassen",
  retire: "schrappen",
  monitor: "monitoren",
} as const satisfies Record<DecisionKind | "none", string>;

export type DecisionChoice = keyof typeof decisionValues;
const decisionChoices = Object.keys(decisionValues) as readonly DecisionChoice[];

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
    decision: decisionChoices.find((one) => decisionValues[one] === fields("besluit")[0]) ?? null,
  };
}

/** Address of the table with these choices. */
export const normsAddress = (choice: NormsChoice): string =>
  withFields(NORMS, [...selectionFields(choice.selection), ...ownFields(choice)]);

/** The fields of a choice that a selection does not have. */
const ownFields = (choice: NormsChoice): readonly (readonly [string, string])[] => [
  ...fieldsOutsideForm(choice),
  ...(choice.decision === null ? [] : [["besluit", decisionValues[choice.decision]] as const]),
];

/** Those that the form does not ask for, and that stay as they are when it is sent. */
export function fieldsOutsideForm({ order, signal }: NormsChoice): readonly (readonly [string, string])[] {
  const sort = order.direction === firstDirections[order.column] ? order.column : order.column + TURNED;
  return [...(sort === "aandeel" ? [] : [["sorteer", sort] as const]), ...(signal === null ? [] : [["signaal", signal] as const])];
}

/** The choices that only the table of norms knows, in words, and its address without each. */
export function ownChoices(choice: NormsChoice): readonly { readonly text: string; readonly without: string }[] {
  const { signal, decision } = choice;
  const bySignal = signal !== null && {
    text: `${say("met het signaal", "with the signal")} “${signalWord(signal).text}”`,
    without: normsAddress({ ...choice, signal: null }),
  };
  const byDecision = decision !== null && {
    text:
      decision === "none"
        ? say("waarover nog niets is besloten", "about which nothing was decided yet")
        : `${say("met als laatste besluit", "with the last decision")} “${decisionWords[decision].text}”`,
    without: normsAddress({ ...choice, decision: null }),
  };
  return [bySignal, byDecision].filter((one) => one !== false);
}

/** Value and words of every choice, for a field of the form. */
export const decisionOptions = (): readonly (readonly [value: string, text: string])[] =>
  decisionChoices.map((one) => [
    decisionValues[one],
    one === "none" ? say("nog niets besloten", "nothing decided yet") : decisionWords[one].text,
  ]);

export const decisionValue = ({ decision }: NormsChoice): string | undefined => (decision === null ? undefined : decisionValues[decision]);

/** Those of the rows that have the signal and the decision that were chosen. */
export const chosenRows = (
  rows: readonly NormRow[],
  { signal, decision }: NormsChoice,
  signals: SignalsOfNorms,
  decisionAt: DecisionAt,
): readonly NormRow[] =>
  rows.filter(
    (row) =>
      (signal === null || signals.of(row).includes(signal)) &&
      (decision === null || (decisionAt(row.address)?.kind ?? "none") === decision),
  );

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
