import { area, line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import { useLanguage } from "../language.tsx";
import { MarkLines, marksHeight } from "./dated-marks.tsx";
import { at, ChartSvg, type Drawing, EmptyDrawing, isNarrow } from "./drawing.tsx";
import { Key, placeKey } from "./key.tsx";
import { labelPlaces } from "./label-places.ts";
import { PeriodAxis, periodAxisHeight } from "./period-axis.tsx";
import { type PeriodColumns, periodColumns } from "./periods.ts";
import { placeMarks } from "./place-marks.ts";
import { plain } from "./plain-text.ts";
import { counted, drawable } from "./share.ts";
import { ShareAxis, shareScale } from "./share-axis.tsx";
import { fitted, textWidth } from "./text-width.ts";
import type { TrendData, TrendLineData } from "./trend-data.ts";
import { wordingOf } from "./wording.ts";

const LEFT = 46;
const RIGHT = 14;

/** How lines differ without colour; the newest line has the first look. */
const looks = [
  { dashes: undefined, marker: symbolCircle },
  { dashes: "7 4", marker: symbolSquare },
  { dashes: "2 5", marker: symbolDiamond },
  { dashes: "9 4 2 4", marker: symbolTriangle },
] as const;

/** Share met per period with its 95% interval, n below each period, and what happened meanwhile. A gap is a gap: nothing is drawn across it. */
export function TrendLine({ data, drawing }: { readonly data: TrendData; readonly drawing: Drawing }) {
  const wording = wordingOf(useLanguage());
  const lines = data.lines.map((one, i) => ({ ...one, look: looks[(data.lines.length - 1 - i) % looks.length]! }));
  const known = lines.some(({ values }) => data.periods.some((_, i) => drawable(values[i]?.share) !== null));
  if (!known) return <EmptyDrawing drawing={drawing} text={wording.say("Nog geen gegevens over de tijd.", "No figures over time yet.")} />;
  const right = drawing.width - RIGHT;
  const columns = periodColumns(data.periods, LEFT, right);
  const several = lines.length > 1;
  const key = placeKey(several ? lines.map((one) => keyItem(one, drawing.width)) : [], drawing.width);
  const marks = placeMarks(data, columns, wording);
  const top = key.height + marksHeight(marks) + 12;
  const bottom = top + (isNarrow(drawing) ? 170 : 210);
  const y = shareScale(top, bottom);
  const segments = lines.flatMap((one) => segmentsOf(one, data, columns).map((points) => ({ ...one, points })));
  const rows = lines.map(({ values, look }) => ({
    counts: data.periods.map((_, i) => (values[i] ? counted(values[i].n) : null)),
    head: (x: number, rowTop: number) => (
      <>
        {several && <Marker class="chart-flag" look={look} x={x + LEFT - 22} y={rowTop + 8} area={36} />}
        <text class="chart-soft" x={LEFT - 6} y={at(rowTop + 12)} text-anchor="end">
          n
        </text>
      </>
    ),
  }));
  return (
    <ChartSvg drawing={drawing} height={bottom + periodAxisHeight(rows, columns, wording)}>
      <Key items={key.placed} />
      <ShareAxis left={LEFT} right={right} top={top} bottom={bottom} wording={wording} />
      {segments.map(({ points }) => (points.length > 1 ? <Band points={points} y={y} /> : <Whisker point={points[0]!} y={y} />))}
      <MarkLines places={marks} columns={columns} top={top} bottom={bottom} />
      {segments.map(({ points, look }) => (
        <path class="chart-line" d={path(points, y)} stroke-dasharray={look.dashes} />
      ))}
      {segments.map(({ points, look }) =>
        points.map((point) => <Marker class="chart-point" look={look} x={point.x} y={y(point.share)} area={64} />),
      )}
      <Values segments={segments} y={y} columns={columns} top={top} bottom={bottom} percent={wording.percent} />
      <PeriodAxis labels={data.periods.map(({ label }) => label)} rows={rows} columns={columns} top={bottom} wording={wording} />
    </ChartSvg>
  );
}

interface Point {
  readonly x: number;
  readonly share: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Stretches of a line without a gap and without a change of framework. */
function segmentsOf(
  { values, norm }: TrendLineData,
  { periods, breaks }: TrendData,
  columns: PeriodColumns,
): readonly (readonly Point[])[] {
  const cuts = (norm === "same" ? [] : breaks).flatMap(({ date }) => columns.of(date) ?? []);
  const segments: Point[][] = [];
  let open: Point[] | undefined;
  for (const period of periods.keys()) {
    const value = values[period];
    const share = drawable(value?.share);
    if (!value || share === null) {
      open = undefined;
      continue;
    }
    const x = columns.middle(period);
    const before = open?.at(-1);
    if (before && cuts.some((cut) => cut > before.x && cut <= x)) open = undefined;
    if (!open) {
      open = [];
      segments.push(open);
    }
    open.push({ x, share, lower: drawable(value.lower), upper: drawable(value.upper) });
  }
  return segments;
}

type ShareScale = ReturnType<typeof shareScale>;

const path = (points: readonly Point[], y: ShareScale): string =>
  line<Point>(
    ({ x }) => x,
    ({ share }) => y(share),
  ).digits(1)([...points]) ?? "";

/** The interval along a stretch; where one point has none, its band is empty there. */
function Band({ points, y }: { readonly points: readonly Point[]; readonly y: ShareScale }) {
  const band = area<Point>()
    .defined(({ lower, upper }) => lower !== null && upper !== null)
    .x(({ x }) => x)
    .y0(({ lower }) => y(lower ?? 0))
    .y1(({ upper }) => y(upper ?? 0))
    .digits(1)([...points]);
  return band ? <path class="chart-area" d={band} /> : null;
}

/** The interval of a point that stands alone. */
function Whisker({ point: { x, lower, upper }, y }: { readonly point: Point; readonly y: ShareScale }) {
  if (lower === null || upper === null) return null;
  const [low, high, from, to] = [at(y(lower)), at(y(upper)), at(x - 4), at(x + 4)];
  return <path class="chart-whisker" d={`M${from},${high}H${to}M${at(x)},${high}V${low}M${from},${low}H${to}`} />;
}

const SIZE = 12;
const LINE_HEIGHT = 14;

interface ValuesProps {
  readonly segments: readonly { readonly points: readonly Point[] }[];
  readonly y: ShareScale;
  readonly columns: PeriodColumns;
  readonly top: number;
  readonly bottom: number;
  readonly percent: (fraction: number) => string;
}

/** The share beside its point: ends of lines first, the others where there is room left. All of them stand in the table. */
function Values({ segments, y, columns, top, bottom, percent }: ValuesProps) {
  const points = segments.flatMap(({ points: own }) => own);
  const obstacles = points.map(({ x, share }) => ({ x: x - 5, y: y(share) - 5, width: 10, height: 10 }));
  const bounds = { x: columns.left - 20, y: top - 12, width: columns.right - columns.left + 20 + RIGHT, height: bottom - top + 24 };
  const places = labelPlaces(bounds, obstacles);
  const ends = segments.flatMap(({ points: own }) => [own.at(-1)!, own[0]!]);
  return (
    <g>
      {[...new Set([...ends.toReversed(), ...points])].map((point) => {
        const text = percent(point.share);
        const width = textWidth(text, SIZE);
        const [x, middle] = [point.x - width / 2, y(point.share)];
        const place = places.take([
          { x, y: middle - LINE_HEIGHT - 6, width, height: LINE_HEIGHT },
          { x, y: middle + 6, width, height: LINE_HEIGHT },
        ]);
        return (
          place && (
            <text class="chart-value" x={at(point.x)} y={at(place.y + 11)} text-anchor="middle">
              {text}
            </text>
          )
        );
      })}
    </g>
  );
}

type Looking = { readonly look: (typeof looks)[number] };

const keyItem = ({ name, look }: TrendLineData & Looking, width: number) => ({
  text: fitted(plain(name), width - 44, SIZE),
  wide: 34,
  swatch: (x: number, y: number) => (
    <>
      <line class="chart-line" x1={x + 2} x2={x + 32} y1={y + 7} y2={y + 7} stroke-dasharray={look.dashes} />
      <Marker class="chart-point" look={look} x={x + 17} y={y + 7} area={64} />
    </>
  ),
});

interface MarkerProps extends Looking {
  readonly class: string;
  readonly x: number;
  readonly y: number;
  /** Area in square pixels: markers of different shapes weigh the same. */
  readonly area: number;
}

function Marker({ class: look, x, y, area: size, look: { marker } }: MarkerProps) {
  return <path class={look} transform={`translate(${at(x)} ${at(y)})`} d={symbol(marker, size).digits(1)() ?? ""} />;
}
