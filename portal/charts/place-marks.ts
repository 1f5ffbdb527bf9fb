import { type DatedMark, markText, type PeriodColumns } from "./periods.ts";
import { plain } from "./plain-text.ts";
import { BOLD, fitted, textWidth } from "./text-width.ts";
import type { Wording } from "./wording.ts";

export interface Marks {
  /** A new framework: what lies left and right of it is not the same norm. */
  readonly breaks: readonly DatedMark[];
  readonly decisions: readonly DatedMark[];
}

export interface PlacedMark {
  readonly kind: "break" | "decision";
  readonly x: number;
  readonly text: string;
  readonly textX: number;
  /** 0 lies lowest. */
  readonly row: number;
  /** Stands at the mark and before its text, where texts beside their marks would cross others. */
  readonly letter: string | undefined;
}

export interface MarkPlaces {
  readonly placed: readonly PlacedMark[];
  readonly rows: number;
}

const SIZE = 11;
/** Between a mark and its text. */
const BESIDE = 6;
/** A letter and the air after it. */
const LETTER = 18;

interface KnownMark {
  readonly kind: PlacedMark["kind"];
  readonly x: number;
  readonly said: string;
}

/** Rows for the texts of marks above the plot: beside their marks where that crosses nothing; else as a list, by letter. Marks outside the axis have no place. */
export function placeMarks({ breaks, decisions }: Marks, columns: PeriodColumns, wording: Wording): MarkPlaces {
  const known = [
    ...breaks.map((mark) => ({ kind: "break" as const, mark, said: plain(mark.label) })),
    ...decisions.map((mark) => ({ kind: "decision" as const, mark, said: markText(mark, wording) })),
  ].flatMap(({ kind, mark, said }): readonly KnownMark[] => {
    const x = columns.of(mark.date);
    return x === undefined ? [] : [{ kind, x, said }];
  });
  return beside(known, columns) ?? byLetter(known, columns);
}

/** From right to left, each text takes the lowest row in which it touches no other and crosses no line of a mark; undefined when a text has no room. */
function beside(known: readonly KnownMark[], columns: PeriodColumns): MarkPlaces | undefined {
  const placed: (PlacedMark & { readonly to: number })[] = [];
  for (const { kind, x, said } of known.toSorted((a, b) => b.x - a.x)) {
    const textX = x + BESIDE;
    const to = textX + textWidth(said, SIZE);
    if (to > columns.right) return undefined;
    const inTheWay = placed.filter((other) => other.x <= to + BESIDE);
    placed.push({ kind, x, text: said, textX, to, letter: undefined, row: Math.max(-1, ...inTheWay.map(({ row }) => row)) + 1 });
  }
  return { placed, rows: Math.max(-1, ...placed.map(({ row }) => row)) + 1 };
}

/** From left to right, from top to bottom; the letters themselves stand in the lowest row. */
function byLetter(known: readonly KnownMark[], columns: PeriodColumns): MarkPlaces {
  const inOrder = known.toSorted((a, b) => a.x - b.x);
  const rows = inOrder.length + 1;
  const placed = inOrder.map(({ kind, x, said }, i) => {
    const text = fitted(said, columns.right - LETTER, SIZE);
    return { kind, x, text, textX: LETTER, row: rows - 1 - i, letter: letterOf(i) };
  });
  return { placed, rows };
}

/** A to Z, then AA, AB … */
const letterOf = (i: number): string => (i < 26 ? String.fromCharCode(65 + i) : letterOf(Math.floor(i / 26) - 1) + letterOf(i % 26));

/** Where the letters stand: at their marks, pushed to the right where marks lie closer than a letter is wide, and back within the axis. */
export function letterPlaces(
  letters: readonly { readonly x: number; readonly letter: string }[],
  columns: PeriodColumns,
): readonly number[] {
  let free = Number.NEGATIVE_INFINITY;
  return letters.map(({ x, letter }) => {
    const width = textWidth(letter, SIZE * BOLD) + 2;
    const middle = Math.min(Math.max(x, free + width / 2), columns.right);
    free = middle + width / 2;
    return middle;
  });
}
