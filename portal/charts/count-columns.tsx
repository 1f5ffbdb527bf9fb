import { useLanguage } from "../language.tsx";
import type { ChartTable } from "./chart-table.tsx";
import { at, ChartSvg, type Drawing, EmptyDrawing, isNarrow, middleWithin } from "./drawing.tsx";
import { directions } from "./palette.ts";
import { plain } from "./plain-text.ts";
import { counted } from "./share.ts";
import { fitted, textWidth } from "./text-width.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** How many there are in each period, for one thing or several, one below the other on the same scale. */
export interface CountColumnsData {
  readonly periods: readonly string[];
  /** Counts are as many as periods. */
  readonly lines: readonly { readonly name: string; readonly counts: readonly number[] }[];
  /** What is counted: "organisaties". */
  readonly what: string;
}

/** Height of the highest column, and room for the name above and the number on top of it. */
const HIGHEST = 72;
const NAME = 20;
const NUMBER = 14;
const GAP = 12;
const SIZE = 11;

export function CountColumns({ data, drawing }: { readonly data: CountColumnsData; readonly drawing: Drawing }) {
  const wording = wordingOf(useLanguage());
  const { periods, lines } = data;
  if (periods.length === 0 || lines.length === 0)
    return <EmptyDrawing drawing={drawing} text={wording.say("Niets om te tonen.", "Nothing to show.")} />;
  const slot = drawing.width / periods.length;
  const highest = Math.max(1, ...lines.flatMap(({ counts }) => counts.map(counted)));
  const pitch = NAME + NUMBER + HIGHEST + GAP;
  const label = Math.max(...periods.map((period) => textWidth(plain(period), SIZE)));
  // Where not every label fits, the first has one and then every so many.
  const step = Math.max(1, Math.ceil((label + 6) / slot));
  return (
    <ChartSvg drawing={drawing} height={lines.length * pitch + NAME}>
      {lines.map(({ name, counts }, line) => {
        const bottom = line * pitch + NAME + NUMBER + HIGHEST;
        return (
          <>
            <text class="chart-strong" x={0} y={at(line * pitch + 13)}>
              {fitted(plain(name), drawing.width, 12)}
            </text>
            {counts.map((count, i) => (
              <Column count={counted(count)} x={(i + 0.5) * slot} bottom={bottom} slot={slot} scale={HIGHEST / highest} wording={wording} />
            ))}
            <line class="chart-axis" x1={0} x2={at(drawing.width)} y1={at(bottom)} y2={at(bottom)} />
          </>
        );
      })}
      {periods.map((period, i) =>
        i % step === 0 ? (
          <text
            class="chart-soft"
            x={at(middleWithin((i + 0.5) * slot, textWidth(plain(period), SIZE), 0, drawing.width))}
            y={at(lines.length * pitch + (isNarrow(drawing) ? 4 : 6))}
            text-anchor="middle"
          >
            {plain(period)}
          </text>
        ) : null,
      )}
    </ChartSvg>
  );
}

interface ColumnProps {
  readonly count: number;
  readonly x: number;
  readonly bottom: number;
  readonly slot: number;
  readonly scale: number;
  readonly wording: Wording;
}

function Column({ count, x, bottom, slot, scale, wording }: ColumnProps) {
  const height = count * scale;
  const width = Math.min(34, slot * 0.7);
  return (
    <>
      {count > 0 && (
        <rect class="chart-edge" x={at(x - width / 2)} y={at(bottom - height)} width={at(width)} height={at(height)} fill={directions.up} />
      )}
      <text class="chart-remark" x={at(x)} y={at(bottom - height - 3)} text-anchor="middle">
        {wording.number(count)}
      </text>
    </>
  );
}

/** A row per period, a column per line. */
export function countColumnsTable({ periods, lines, what }: CountColumnsData, wording: Wording): ChartTable {
  return {
    columns: [
      { header: wording.say("Naam", "Name"), kind: "text" },
      { header: wording.say("Periode", "Period"), kind: "text" },
      { header: `${what} (n)`, kind: "count" },
    ],
    rows: lines.flatMap(({ name, counts }) => periods.map((period, i) => [name, period, counted(counts[i] ?? 0)])),
  };
}
