import { at } from "./drawing.tsx";
import type { PeriodColumns } from "./periods.ts";
import { letterPlaces, type MarkPlaces } from "./place-marks.ts";

const ROW = 15;

/** Height of the texts above the plot. */
export const marksHeight = ({ rows }: MarkPlaces): number => (rows === 0 ? 0 : rows * ROW + 4);

interface MarkLinesProps {
  readonly places: MarkPlaces;
  readonly columns: PeriodColumns;
  /** Of the plot. */
  readonly top: number;
  readonly bottom: number;
}

/** A dashed line where the framework changed, a line with a pennant where something was decided; their texts above the plot. */
export function MarkLines({ places: { placed }, columns, top, bottom }: MarkLinesProps) {
  const rowTop = (row: number) => top - 4 - (row + 1) * ROW;
  const lettered = placed.flatMap(({ x, letter }) => (letter === undefined ? [] : [{ x, letter }]));
  const letters = letterPlaces(lettered, columns);
  return (
    <g>
      {placed.map(({ kind, x, row, letter }) => (
        <line class={`chart-${kind}`} x1={at(x)} x2={at(x)} y1={at(letter === undefined ? rowTop(row) + 2 : top - 4)} y2={at(bottom)} />
      ))}
      {placed.map(({ kind, x, row, text, textX, letter }) => {
        const pennant = kind === "decision" && letter === undefined;
        return (
          <>
            {pennant && <path class="chart-flag" d={`M${at(x)},${at(rowTop(row) + 2)}l8,4.5l-8,4.5z`} />}
            {letter !== undefined && (
              <text class="chart-strong" x={0} y={at(rowTop(row) + 11)}>
                {letter}
              </text>
            )}
            <text class="chart-remark" x={at(textX + (pennant ? 5 : 0))} y={at(rowTop(row) + 11)}>
              {text}
            </text>
          </>
        );
      })}
      {lettered.map(({ letter }, i) => (
        <text class="chart-strong" x={at(letters[i] ?? 0)} y={at(rowTop(0) + 11)} text-anchor="middle">
          {letter}
        </text>
      ))}
    </g>
  );
}
