import type { Child } from "hono/jsx";
import { at, middleWithin } from "./drawing.tsx";
import type { PeriodColumns } from "./periods.ts";
import { plain } from "./plain-text.ts";
import { fitted, textWidth } from "./text-width.ts";
import type { Wording } from "./wording.ts";

/** One row of counts below the axis: n of a line, with what it belongs to before it. */
export interface CountRow {
  readonly head: (x: number, y: number) => Child;
  readonly counts: readonly (number | null)[];
}

interface PeriodAxisProps {
  readonly labels: readonly string[];
  readonly rows: readonly CountRow[];
  readonly columns: PeriodColumns;
  /** Top of the axis. */
  readonly top: number;
  readonly wording: Wording;
}

const SIZE = 11;
const ROW = 16;
/** Letters that stand on end need this much width. */
const STANDING = 13;

/** Height below the axis: the names of the periods, and a row per line with its n, which stand on end where they are wider than a period. */
export function periodAxisHeight(rows: readonly CountRow[], columns: PeriodColumns, wording: Wording): number {
  return 22 + rows.reduce((height, row) => height + rowHeight(row, columns, wording), 0) + 4;
}

/** Names of the periods and n per period. Where there is no room for all names every second, third … is left out, the last one never. */
export function PeriodAxis({ labels, rows, columns, top, wording }: PeriodAxisProps) {
  const names = labels.map(plain);
  const widest = Math.max(1, ...names.map((name) => Math.min(textWidth(name, SIZE), 90)));
  const step = Math.max(1, Math.ceil((widest + 6) / columns.slot));
  let y = top + 22;
  return (
    <g>
      {names.map((name, i) =>
        (names.length - 1 - i) % step === 0 ? (
          <text
            class="chart-soft"
            x={at(middleWithin(columns.middle(i), textWidth(fitted(name, 90, SIZE), SIZE), 0, columns.right + 8))}
            y={at(top + 16)}
            text-anchor="middle"
          >
            {fitted(name, 90, SIZE)}
          </text>
        ) : null,
      )}
      {rows.map((row) => {
        const height = rowHeight(row, columns, wording);
        const here = y;
        y += height;
        return <Counts row={row} columns={columns} top={here} height={height} wording={wording} />;
      })}
    </g>
  );
}

interface CountsProps {
  readonly row: CountRow;
  readonly columns: PeriodColumns;
  readonly top: number;
  readonly height: number;
  readonly wording: Wording;
}

function Counts({ row, columns, top, height, wording }: CountsProps) {
  const standing = height > ROW;
  const step = Math.max(1, Math.ceil(STANDING / columns.slot));
  return (
    <>
      {row.head(0, top)}
      {row.counts.map((count, i) => {
        if (count === null || (standing && (row.counts.length - 1 - i) % step !== 0)) return null;
        const x = at(columns.middle(i) + (standing ? 4 : 0));
        return standing ? (
          <text class="chart-soft" x={x} y={at(top + height - 4)} transform={`rotate(-90 ${x} ${at(top + height - 4)})`}>
            {wording.number(count)}
          </text>
        ) : (
          <text class="chart-soft" x={x} y={at(top + 12)} text-anchor="middle">
            {wording.number(count)}
          </text>
        );
      })}
    </>
  );
}

function rowHeight({ counts }: CountRow, columns: PeriodColumns, wording: Wording): number {
  const widest = Math.max(0, ...counts.map((count) => (count === null ? 0 : textWidth(wording.number(count), SIZE))));
  return widest + 3 <= columns.slot ? ROW : widest + 8;
}
