import { max } from "d3-array";
import { useLanguage } from "../language.tsx";
import type { ChartClass } from "./chart-classes.ts";
import type { Cell, ChartTable } from "./chart-table.tsx";
import { at, ChartSvg, type Drawing, EmptyDrawing, isNarrow, middleWithin } from "./drawing.tsx";
import { filled, Key, placeKey } from "./key.tsx";
import { directions } from "./palette.ts";
import { hatched } from "./patterns.tsx";
import { plain } from "./plain-text.ts";
import { counted } from "./share.ts";
import { fitted, fittedLines, textWidth } from "./text-width.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** How often certifying bodies reported a theme, by the direction they saw. */
export interface ThemeCounts {
  readonly increasing: number;
  readonly stable: number;
  readonly decreasing: number;
}

export interface ThemeLinesData {
  /** With the number of audit reports in it, whether or not they reported a trend. */
  readonly periods: readonly { readonly label: string; readonly reports: number }[];
  /** Counts are as many as periods; null: not reported. */
  readonly themes: readonly { readonly name: string; readonly counts: readonly (ThemeCounts | null)[] }[];
}

/** Height of the highest column, and room for the numbers above and below it. */
const HIGHEST = 64;
const NUMBER = 14;
const AIR = 5;
const SIZE = 11;

/** Reported trends: a line per theme, in which a column per period reaches up for "toenemend" and down for "afnemend", "gelijk" in between. */
export function ThemeLines({ data, drawing }: { readonly data: ThemeLinesData; readonly drawing: Drawing }) {
  const wording = wordingOf(useLanguage());
  const { periods, themes } = data;
  if (periods.length === 0 || themes.length === 0) {
    return <EmptyDrawing drawing={drawing} text={wording.say("Nog geen trends gemeld.", "No trends reported yet.")} />;
  }
  const narrow = isNarrow(drawing);
  const left = narrow ? 0 : 190;
  const right = drawing.width;
  const slot = (right - left) / periods.length;
  const key = placeKey(keyItems(wording), drawing.width);
  const highest = max(themes, ({ counts }) => max(counts, (one) => up(one) + down(one))) ?? 0;
  const scale = highest > 0 ? HIGHEST / highest : 0;
  const headHeight = narrow ? 20 : 4;
  const top = key.height + 40;
  let y = top;
  const rows = themes.map(({ name, counts }) => {
    const lineTop = y;
    const middle = lineTop + headHeight + AIR + NUMBER + scale * (max(counts, up) ?? 0);
    const lines = fittedLines(plain(name), narrow ? drawing.width : left - 14, 12, narrow ? 1 : 3);
    y = Math.max(middle + scale * (max(counts, down) ?? 0) + NUMBER + AIR, lineTop + headHeight + (narrow ? 0 : lines.length * 15 + 12));
    return { lines, counts, lineTop, middle, textY: narrow ? lineTop + 15 : lineTop + 20 };
  });
  const standing = Math.max(
    ...periods.map(({ label, reports }) => Math.max(textWidth(nText(reports, wording), SIZE), Math.min(120, textWidth(plain(label), 12)))),
  );
  const step = Math.max(1, Math.ceil((standing + 4) / slot));
  return (
    <ChartSvg drawing={drawing} height={y}>
      <Key items={key.placed} />
      {periods.map(({ label, reports }, i) => {
        if ((periods.length - 1 - i) % step !== 0) return null;
        const heads = [
          { look: "chart-text", y: top - 22, text: fitted(plain(label), Math.min(slot * step, 120) - 3, 12) },
          { look: "chart-soft", y: top - 8, text: fitted(nText(reports, wording), slot * step, SIZE) },
        ];
        return heads.map(({ look, y: headY, text }) => (
          <text class={look} x={at(middleWithin(left + (i + 0.5) * slot, textWidth(text, 12), 0, right))} y={headY} text-anchor="middle">
            {text}
          </text>
        ));
      })}
      {rows.map(({ lines, counts, lineTop, middle, textY }) => (
        <>
          <line class="chart-grid" x1={0} x2={at(right)} y1={at(lineTop)} y2={at(lineTop)} />
          {lines.map((line, i) => (
            <text class="chart-text" x={0} y={at(textY + i * 15)}>
              {line}
            </text>
          ))}
          <line class="chart-axis" x1={at(left)} x2={at(right)} y1={at(middle)} y2={at(middle)} />
          {periods.map((_, period) => (
            <Column
              counts={counts[period] ?? null}
              x={left + (period + 0.5) * slot}
              middle={middle}
              slot={slot}
              scale={scale}
              wording={wording}
            />
          ))}
        </>
      ))}
    </ChartSvg>
  );
}

const nText = (reports: number, wording: Wording): string => `n ${wording.number(counted(reports))}`;

/** How far a column reaches above and below the middle, in reports: half of "gelijk" lies on each side. */
const up = (one: ThemeCounts | null): number => (one ? counted(one.increasing) + counted(one.stable) / 2 : 0);
const down = (one: ThemeCounts | null): number => (one ? counted(one.decreasing) + counted(one.stable) / 2 : 0);

interface ColumnProps {
  readonly counts: ThemeCounts | null;
  readonly x: number;
  readonly middle: number;
  readonly slot: number;
  readonly scale: number;
  readonly wording: Wording;
}

function Column({ counts, x, middle, slot, scale, wording }: ColumnProps) {
  const [more, same, less] = counts ? [counted(counts.increasing), counted(counts.stable), counted(counts.decreasing)] : [0, 0, 0];
  if (more + same + less === 0) {
    return (
      <text class="chart-remark" x={at(x)} y={at(middle + 4)} text-anchor="middle">
        –
      </text>
    );
  }
  const width = Math.min(34, slot * 0.7);
  const half = (same / 2) * scale;
  const parts = [
    { count: more, y: middle - half - more * scale, height: more * scale, fill: directions.up },
    { count: same, y: middle - half, height: 2 * half, fill: directions.same },
    { count: less, y: middle + half, height: less * scale, fill: hatched.down },
  ];
  const number = (count: number, y: number, look: ChartClass = "chart-remark") =>
    textWidth(wording.number(count), SIZE) < slot && (
      <text class={look} x={at(x)} y={at(y)} text-anchor="middle">
        {wording.number(count)}
      </text>
    );
  return (
    <>
      {parts.map(({ count, y, height, fill }) =>
        count > 0 ? <rect class="chart-edge" x={at(x - width / 2)} y={at(y)} width={at(width)} height={at(height)} fill={fill} /> : null,
      )}
      {more > 0 && number(more, middle - half - more * scale - 3)}
      {same > 0 && 2 * half >= NUMBER && number(same, middle + 4, "chart-on-same")}
      {less > 0 && number(less, middle + half + less * scale + 11)}
    </>
  );
}

const keyItems = ({ say }: Wording) => [
  { text: say("toenemend", "increasing"), swatch: filled(directions.up) },
  { text: say("gelijk", "stable"), swatch: filled(directions.same) },
  { text: say("afnemend", "decreasing"), swatch: filled(hatched.down) },
];

export function themeLinesTable({ periods, themes }: ThemeLinesData, { say }: Wording): ChartTable {
  return {
    columns: [
      { header: say("Thema", "Theme"), kind: "text" },
      { header: say("Periode", "Period"), kind: "text" },
      { header: say("Toenemend", "Increasing"), kind: "count" },
      { header: say("Gelijk", "Stable"), kind: "count" },
      { header: say("Afnemend", "Decreasing"), kind: "count" },
      { header: say("Rapporten (n)", "Reports (n)"), kind: "count" },
    ],
    rows: themes.flatMap(({ name, counts }) =>
      periods.map(({ label, reports }, i): readonly Cell[] => {
        const one = counts[i];
        const numbers = one ? [counted(one.increasing), counted(one.stable), counted(one.decreasing)] : [null, null, null];
        return [name, label, ...numbers, counted(reports)];
      }),
    ),
  };
}
