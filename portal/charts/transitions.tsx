import { sum } from "d3-array";
import { area, curveBumpX } from "d3-shape";
import { useLanguage } from "../language.tsx";
import type { ChartClass } from "./chart-classes.ts";
import type { ChartTable } from "./chart-table.tsx";
import { at, ChartSvg, type Drawing, EmptyDrawing, isNarrow } from "./drawing.tsx";
import { judgements } from "./judgement-looks.ts";
import { filled, Key, placeKey } from "./key.tsx";
import { directions } from "./palette.ts";
import { hatched } from "./patterns.tsx";
import { counted } from "./share.ts";
import { BOLD, textWidth } from "./text-width.ts";
import { type Wording, wordingOf } from "./wording.ts";

type Triple = readonly [number, number, number];

/** Organisations by judgement at the first test (rows) and at the hertoets (columns), each in the order voldoet, deels, niet. */
export type TransitionsData = readonly [Triple, Triple, Triple];

type Change = "better" | "same" | "worse";

const changes: Readonly<Record<Change, { readonly fill: string; readonly on: ChartClass; readonly order: number }>> = {
  better: { fill: directions.up, on: "chart-on-up", order: 2 },
  same: { fill: directions.same, on: "chart-on-same", order: 0 },
  worse: { fill: hatched.down, on: "chart-on-down", order: 1 },
};

/** Space between the judgements of a side. */
const APART = 14;
const BLOCK = 26;
const SIZE = 12;

interface Flow {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly change: Change;
}

/** The same organisations at two tests, as streams from judgement to judgement: better, equal, worse. */
export function Transitions({ data, drawing }: { readonly data: TransitionsData; readonly drawing: Drawing }) {
  const wording = wordingOf(useLanguage());
  const flows = flowsOf(data);
  const all = sum(flows, ({ count }) => count);
  if (all === 0) {
    return (
      <EmptyDrawing
        drawing={drawing}
        text={wording.say("Nog geen organisatie had een hertoets.", "No organisation was tested again yet.")}
      />
    );
  }
  const narrow = isNarrow(drawing);
  const name = narrow ? "shortName" : "name";
  const widest = Math.max(
    ...judgements.map((look) => textWidth(look[name](wording), SIZE)),
    ...flows.map(({ count }) => textWidth(wording.number(count), SIZE * BOLD)),
  );
  const side = Math.min(drawing.width / 3, widest + 12);
  const key = placeKey(
    (["better", "same", "worse"] as const).map((change) => ({
      text: `${changeName(change, wording)}: ${wording.number(countOf(flows, change))}`,
      swatch: filled(changes[change].fill),
    })),
    drawing.width,
  );
  const top = key.height + 26;
  const height = narrow ? 210 : 240;
  const [left, right] = [side, drawing.width - side];
  const before = stack(flows, "from", all, top, height);
  const after = stack(flows, "to", all, top, height);
  return (
    <ChartSvg drawing={drawing} height={top + height + 8}>
      <Key items={key.placed} />
      <text class="chart-strong" x={0} y={top - 10}>
        {wording.say("eerste toets", "first test")}
      </text>
      <text class="chart-strong" x={at(drawing.width)} y={top - 10} text-anchor="end">
        {wording.say("hertoets", "second test")}
      </text>
      {flows
        .toSorted((a, b) => changes[a.change].order - changes[b.change].order)
        .map((flow) => (
          <Stream
            flow={flow}
            left={left + BLOCK}
            right={right - BLOCK}
            y0={before.place(flow)}
            y1={after.place(flow)}
            thickness={before.scale * flow.count}
            wording={wording}
          />
        ))}
      <Side blocks={before.blocks} bottom={top + height} x={left} textX={left - 8} anchor="end" name={name} wording={wording} />
      <Side blocks={after.blocks} bottom={top + height} x={right - BLOCK} textX={right + 8} anchor="start" name={name} wording={wording} />
    </ChartSvg>
  );
}

interface StreamProps {
  readonly flow: Flow;
  readonly left: number;
  readonly right: number;
  readonly y0: number;
  readonly y1: number;
  readonly thickness: number;
  readonly wording: Wording;
}

function Stream({ flow, left, right, y0, y1, thickness, wording }: StreamProps) {
  const ends = [
    { x: left, y: y0 },
    { x: right, y: y1 },
  ];
  const band = area<{ x: number; y: number }>()
    .x(({ x }) => x)
    .y0(({ y }) => y)
    .y1(({ y }) => y + thickness)
    .curve(curveBumpX)
    .digits(1)(ends);
  const text = wording.number(flow.count);
  return (
    <>
      <path class="chart-edge" d={band ?? ""} fill={changes[flow.change].fill} />
      {thickness >= LEGIBLE && (
        <text class={changes[flow.change].on} x={at(left + 8)} y={at(y0 + thickness / 2 + 4)}>
          {text}
        </text>
      )}
    </>
  );
}

/** A stream of this thickness holds its number. */
const LEGIBLE = 13;

interface SideProps {
  readonly blocks: readonly { readonly y: number; readonly height: number; readonly count: number; readonly judgement: number }[];
  readonly bottom: number;
  readonly x: number;
  readonly textX: number;
  readonly anchor: "start" | "end";
  readonly name: "name" | "shortName";
  readonly wording: Wording;
}

function Side({ blocks, bottom, x, textX, anchor, name, wording }: SideProps) {
  const there = blocks.filter(({ count }) => count > 0);
  const middles = spread(
    there.map(({ y, height }) => y + height / 2),
    blocks[0]!.y,
    bottom,
  );
  return (
    <>
      {there.map(({ y, height, count, judgement }, i) => {
        const look = judgements[judgement]!;
        const middle = middles[i]!;
        return (
          <>
            <rect class="chart-edge" x={at(x)} y={at(y)} width={BLOCK} height={at(height)} fill={look.fill} />
            <text class="chart-text" x={at(textX)} y={at(middle - 3)} text-anchor={anchor}>
              {look[name](wording)}
            </text>
            <text class="chart-strong" x={at(textX)} y={at(middle + 11)} text-anchor={anchor}>
              {wording.number(count)}
            </text>
          </>
        );
      })}
    </>
  );
}

/** Two lines of text. */
const TEXT_HEIGHT = 30;

/** Where texts stand that want to be at these middles but may not touch. */
function spread(wanted: readonly number[], top: number, bottom: number): readonly number[] {
  let free = top - TEXT_HEIGHT / 2;
  const down = wanted.map((middle) => {
    free = Math.max(middle, free + TEXT_HEIGHT);
    return free;
  });
  let limit = bottom + TEXT_HEIGHT / 2;
  return down
    .toReversed()
    .map((middle) => {
      limit = Math.min(middle, limit - TEXT_HEIGHT);
      return limit;
    })
    .toReversed();
}

/** One side of the streams: its blocks from top to bottom, and where each flow begins or ends in them. */
function stack(flows: readonly Flow[], end: "from" | "to", all: number, top: number, height: number) {
  const counts = judgements.map((_, judgement) => sum(flows, (flow) => (flow[end] === judgement ? flow.count : 0)));
  const scale = (height - 2 * APART) / all;
  let y = top;
  const blocks = counts.map((count, judgement) => {
    const block = { y, height: count * scale, count, judgement };
    y += block.height + APART;
    return block;
  });
  const other = end === "from" ? "to" : "from";
  return {
    scale,
    blocks,
    place: (flow: Flow): number => {
      const above = flows.filter((one) => one[end] === flow[end] && one[other] < flow[other]);
      return blocks[flow[end]]!.y + scale * sum(above, ({ count }) => count);
    },
  };
}

const flowsOf = (data: TransitionsData): readonly Flow[] =>
  data.flatMap((row, from) =>
    row.flatMap((value, to) => {
      const count = counted(value);
      return count > 0 ? [{ from, to, count, change: changeOf(from, to) }] : [];
    }),
  );

const changeOf = (from: number, to: number): Change => (to < from ? "better" : to > from ? "worse" : "same");

const changeName = (change: Change, { say }: Wording): string =>
  ({ better: say("beter", "better"), same: say("gelijk", "equal"), worse: say("slechter", "worse") })[change];

const countOf = (flows: readonly Flow[], change: Change): number => sum(flows, (flow) => (flow.change === change ? flow.count : 0));

/** The nine streams, with their totals on both sides and per kind of change. */
export function transitionsTable(data: TransitionsData, wording: Wording): ChartTable {
  const flows = flowsOf(data);
  const { say } = wording;
  const name = (judgement: number): string => judgements[judgement]!.name(wording);
  const all = say("alle", "all");
  const side = (end: "from" | "to", judgement: number): number => sum(flows, (flow) => (flow[end] === judgement ? flow.count : 0));
  return {
    columns: [
      { header: say("Eerste toets", "First test"), kind: "text" },
      { header: say("Hertoets", "Second test"), kind: "text" },
      { header: say("Verandering", "Change"), kind: "text" },
      { header: say("Organisaties (n)", "Organisations (n)"), kind: "count" },
    ],
    rows: [
      ...data.flatMap((row, from) =>
        row.map((count, to) => [name(from), name(to), changeName(changeOf(from, to), wording), counted(count)]),
      ),
      ...judgements.map((_, judgement) => [name(judgement), all, null, side("from", judgement)]),
      ...judgements.map((_, judgement) => [all, name(judgement), null, side("to", judgement)]),
      ...(["better", "same", "worse"] as const).map((change) => [all, all, changeName(change, wording), countOf(flows, change)]),
      [all, all, null, sum(flows, ({ count }) => count)],
    ],
  };
}
