import { useLanguage } from "../language.tsx";
import type { Cell, ChartTable } from "./chart-table.tsx";
import { MarkLines, marksHeight } from "./dated-marks.tsx";
import { at, ChartSvg, type Drawing, EmptyDrawing, isNarrow } from "./drawing.tsx";
import { judgements } from "./judgement-looks.ts";
import { filled, Key, placeKey } from "./key.tsx";
import { PeriodAxis, periodAxisHeight } from "./period-axis.tsx";
import { type DatedMark, type Period, periodColumns } from "./periods.ts";
import { placeMarks } from "./place-marks.ts";
import { counted, type Distribution, drawable, shareMet, total } from "./share.ts";
import { ShareAxis, shareScale } from "./share-axis.tsx";
import { textWidth } from "./text-width.ts";
import { remarksIn, remarksOutside } from "./trend-data.ts";
import { type Wording, wordingOf } from "./wording.ts";

export interface TrendStackData {
  readonly periods: readonly Period[];
  /** One per period; null where nobody was tested. */
  readonly values: readonly (Distribution | null)[];
  readonly breaks: readonly DatedMark[];
  readonly decisions: readonly DatedMark[];
}

const LEFT = 46;
const RIGHT = 14;
const SIZE = 12;

/** The three judgements per period as a column of 100%, "voldoet" at the foot, with the 95% interval of its share and n below. */
export function TrendStack({ data, drawing }: { readonly data: TrendStackData; readonly drawing: Drawing }) {
  const wording = wordingOf(useLanguage());
  const { periods } = data;
  if (!periods.some((_, i) => data.values[i] && total(data.values[i]) > 0)) {
    return <EmptyDrawing drawing={drawing} text={wording.say("Nog geen gegevens over de tijd.", "No figures over time yet.")} />;
  }
  const right = drawing.width - RIGHT;
  const columns = periodColumns(periods, LEFT, right);
  const key = placeKey(
    [...judgements.map(({ fill, name }) => ({ text: name(wording), swatch: filled(fill) })), standingInterval(wording)],
    drawing.width,
  );
  const marks = placeMarks(data, columns, wording);
  const top = key.height + marksHeight(marks) + 8;
  const bottom = top + (isNarrow(drawing) ? 170 : 210);
  const rows = [
    {
      counts: periods.map((_, i) => (data.values[i] ? total(data.values[i]) : null)),
      head: (_: number, rowTop: number) => (
        <text class="chart-soft" x={LEFT - 6} y={at(rowTop + 12)} text-anchor="end">
          n
        </text>
      ),
    },
  ];
  return (
    <ChartSvg drawing={drawing} height={bottom + periodAxisHeight(rows, columns, wording)}>
      <Key items={key.placed} />
      <ShareAxis left={LEFT} right={right} top={top} bottom={bottom} wording={wording} />
      {periods.map((_, i) => {
        const value = data.values[i];
        return value && <Column value={value} middle={columns.middle(i)} slot={columns.slot} top={top} bottom={bottom} wording={wording} />;
      })}
      <MarkLines places={marks} columns={columns} top={top} bottom={bottom} />
      <PeriodAxis labels={periods.map(({ label }) => label)} rows={rows} columns={columns} top={bottom} wording={wording} />
    </ChartSvg>
  );
}

const standingInterval = ({ say }: Wording) => ({
  text: say("95%-interval van voldoet", "95% interval of met"),
  swatch: (x: number, y: number) => (
    <path class="chart-whisker" d={`M${at(x + 4)},${at(y + 1)}h6M${at(x + 7)},${at(y + 1)}v12M${at(x + 4)},${at(y + 13)}h6`} />
  ),
});

interface ColumnProps {
  readonly value: Distribution;
  readonly middle: number;
  readonly slot: number;
  readonly top: number;
  readonly bottom: number;
  readonly wording: Wording;
}

/** Widest column that still reads as one. */
const WIDEST = 56;

function Column({ value, middle, slot, top, bottom, wording }: ColumnProps) {
  const n = total(value);
  if (n === 0) return null;
  const y = shareScale(top, bottom);
  const width = Math.min(WIDEST, slot * 0.72);
  const left = middle - width / 2;
  let below = 0;
  const whisker = middle + width / 2 + Math.min(4, slot * 0.08);
  return (
    <>
      {judgements.map(({ part, fill, on }) => {
        const share = counted(value[part]) / n;
        const [from, to] = [y(below), y(below + share)];
        below += share;
        const text = wording.percent(share);
        if (share === 0) return null;
        return (
          <>
            <rect class="chart-edge" x={at(left)} y={at(to)} width={at(width)} height={at(from - to)} fill={fill} />
            {from - to > 17 && textWidth(text, SIZE) + 4 < width && (
              <text class={on} x={at(middle)} y={at((from + to) / 2 + 4)} text-anchor="middle">
                {text}
              </text>
            )}
          </>
        );
      })}
      <Interval x={whisker} lower={drawable(value.lower)} upper={drawable(value.upper)} y={y} />
    </>
  );
}

interface IntervalProps {
  readonly x: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly y: ReturnType<typeof shareScale>;
}

function Interval({ x, lower, upper, y }: IntervalProps) {
  if (lower === null || upper === null) return null;
  const [low, high] = [at(y(lower)), at(y(upper))];
  return <path class="chart-whisker" d={`M${at(x - 2)},${high}h4M${at(x)},${high}V${low}M${at(x - 2)},${low}h4`} />;
}

export function trendStackTable(data: TrendStackData, wording: Wording): ChartTable {
  const rows = data.periods.map(({ label }, i): readonly Cell[] => {
    const value = data.values[i];
    const numbers = value
      ? [total(value), ...judgements.flatMap(({ part }) => [counted(value[part]), partOf(value, counted(value[part]))])]
      : Array.from({ length: 7 }, () => null);
    return [label, ...numbers, drawable(value?.lower), drawable(value?.upper), remarksIn(i, data, wording)];
  });
  return {
    columns: [
      { header: wording.say("Periode", "Period"), kind: "text" },
      { header: "n", kind: "count" },
      ...judgements.flatMap(({ name }) => [
        { header: name(wording), kind: "count" as const },
        { header: `${name(wording)} (%)`, kind: "share" as const },
      ]),
      { header: wording.say("Voldoet: ondergrens (95%)", "Met: lower limit (95%)"), kind: "share" },
      { header: wording.say("Voldoet: bovengrens (95%)", "Met: upper limit (95%)"), kind: "share" },
      { header: wording.say("Bijzonderheden", "Remarks"), kind: "text" },
    ],
    rows: [...rows, ...remarksOutside(data, wording).map((text) => [null, ...Array.from({ length: 9 }, () => null), text])],
  };
}

const partOf = (value: Distribution, count: number): number | null => (shareMet(value) === null ? null : count / total(value));
