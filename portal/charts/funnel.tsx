import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useLanguage } from "../language.tsx";
import { at, ChartSvg, type Drawing, EmptyDrawing, isNarrow } from "./drawing.tsx";
import { axisEnd, type Body, bodiesOf, type FunnelData, limitsOf, overall } from "./funnel-data.ts";
import type { FunnelLimit } from "./funnel-limits.ts";
import { Key, placeKey } from "./key.tsx";
import { type LabelPlaces, labelPlaces } from "./label-places.ts";
import { plain } from "./plain-text.ts";
import { ShareAxis, shareScale } from "./share-axis.tsx";
import { BOLD, fitted, textWidth } from "./text-width.ts";
import { type Wording, wordingOf } from "./wording.ts";

const LEFT = 46;
const RIGHT = 14;

/** Differences between bodies as a picture: the fewer audits, the further chance alone can take a body from the whole. No point is coloured as an alarm. */
export function Funnel({ data, drawing }: { readonly data: FunnelData; readonly drawing: Drawing }) {
  const wording = wordingOf(useLanguage());
  const bodies = bodiesOf(data);
  const all = overall(bodies);
  if (all === null) return <EmptyDrawing drawing={drawing} text={wording.say("Nog geen oordelen.", "No judgements yet.")} />;
  const right = drawing.width - RIGHT;
  const top = 52;
  const bottom = top + (isNarrow(drawing) ? 230 : 270);
  const x = scaleLinear([0, axisEnd(bodies)], [LEFT, right]).clamp(true);
  const y = shareScale(top, bottom);
  const limits = limitsOf(data, bodies, all);
  const places = labelPlaces(
    { x: LEFT + 2, y: top - 8, width: right - LEFT + RIGHT - 4, height: bottom - top + 6 },
    bodies.map(({ n, share }) => ({ x: x(n) - 6, y: y(share) - 6, width: 12, height: 12 })),
    [
      { x: LEFT, y: y(all) - 1, width: right - LEFT, height: 2 },
      ...limits.flatMap(({ n, lower, upper }) => [lower, upper].map((edge) => ({ x: x(n) - 8, y: y(edge) - 2, width: 16, height: 4 }))),
    ],
  );
  const key = placeKey([limitsKey(wording)], drawing.width);
  return (
    <ChartSvg drawing={drawing} height={bottom + 40}>
      <Key items={key.placed} />
      <text class="chart-soft" x={0} y={top - 14}>
        {wording.say("aandeel voldoet", "share met")}
      </text>
      <ShareAxis left={LEFT} right={right} top={top} bottom={bottom} wording={wording} />
      <Limits limits={limits} x={x} y={y} />
      <line class="chart-break" x1={LEFT} x2={at(right)} y1={at(y(all))} y2={at(y(all))} />
      <Names bodies={bodies} all={all} x={x} y={y} places={places} drawing={drawing} wording={wording} />
      {bodies.map(({ n, share }) => (
        <circle class="chart-point" cx={at(x(n))} cy={at(y(share))} r={5} />
      ))}
      {x.ticks(isNarrow(drawing) ? 3 : 6).map((tick) =>
        Number.isInteger(tick) ? (
          <text
            class="chart-soft"
            x={at(Math.min(x(tick), drawing.width - textWidth(wording.number(tick), 11) / 2))}
            y={bottom + 17}
            text-anchor="middle"
          >
            {wording.number(tick)}
          </text>
        ) : null,
      )}
      <text class="chart-soft" x={at(right)} y={bottom + 35} text-anchor="end">
        {wording.say("aantal beoordeelde organisaties (n)", "organisations assessed (n)")}
      </text>
    </ChartSvg>
  );
}

const limitsKey = ({ say }: Wording) => ({
  text: say("zo ver kan toeval reiken (95%)", "as far as chance may reach (95%)"),
  swatch: (x: number, y: number) => (
    <>
      <rect class="chart-area" x={x} y={y + 1} width={14} height={12} />
      <path class="chart-limit" d={`M${at(x)},${at(y + 1)}h14M${at(x)},${at(y + 13)}h14`} />
    </>
  ),
});

type Scale = (value: number) => number;

/** The funnel itself, from the first n that it knows. */
function Limits({ limits, x, y }: { readonly limits: readonly FunnelLimit[]; readonly x: Scale; readonly y: Scale }) {
  const at = ({ n }: FunnelLimit) => x(n);
  const inside = area<FunnelLimit>()
    .x(at)
    .y0(({ lower }) => y(lower))
    .y1(({ upper }) => y(upper))
    .digits(1)([...limits]);
  const edges = (["upper", "lower"] as const).map((side) => line<FunnelLimit>(at, (limit) => y(limit[side])).digits(1)([...limits]));
  return (
    <>
      {inside && <path class="chart-area" d={inside} />}
      {edges.map((edge) => edge && <path class="chart-limit" d={edge} />)}
    </>
  );
}

interface NamesProps {
  readonly bodies: readonly Body[];
  readonly all: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly places: LabelPlaces;
  readonly drawing: Drawing;
  readonly wording: Wording;
}

const SIZE = 12;
const LINE = 14;

/** Name, share and n beside each point; where points crowd, a line leads to the text. Largest bodies first. */
function Names({ bodies, all, x, y, places, drawing, wording }: NamesProps) {
  const roomiest = isNarrow(drawing) ? 160 : 220;
  const average = `${wording.say("alle instellingen samen:", "all bodies together:")} ${wording.percent(all)}`;
  const averageWidth = textWidth(average, 11);
  const averagePlace = places.take(
    [drawing.width - RIGHT - averageWidth, LEFT + 4].flatMap((left) =>
      [y(all) - 17, y(all) + 4].map((top) => ({ x: left, y: top, width: averageWidth, height: 13 })),
    ),
  );
  return (
    <g>
      {averagePlace && (
        <text class="chart-remark" x={at(averagePlace.x)} y={at(averagePlace.y + 11)}>
          {average}
        </text>
      )}
      {bodies
        .toSorted((a, b) => b.n - a.n)
        .map(({ name, n, share }) => {
          const head = fitted(plain(name), roomiest, SIZE * BOLD);
          const numbers = `${wording.percent(share)}, n = ${wording.number(n)}`;
          const width = Math.max(textWidth(head, SIZE * BOLD), textWidth(numbers, 11));
          const place = places.take(candidates(x(n), y(share), width));
          if (!place) return null;
          const left = at(place.x);
          return (
            <>
              {place.far && (
                <line
                  class="chart-axis"
                  x1={at(x(n))}
                  y1={at(y(share))}
                  x2={at(Math.max(place.x, Math.min(x(n), place.x + width)))}
                  y2={at(place.y > y(share) ? place.y : place.y + 2 * LINE)}
                />
              )}
              <text class="chart-value" x={left} y={at(place.y + 11)}>
                {head}
              </text>
              <text class="chart-remark" x={left} y={at(place.y + 11 + LINE)}>
                {numbers}
              </text>
            </>
          );
        })}
    </g>
  );
}

/** Beside the point, above and below it; then ever further away. */
function candidates(x: number, y: number, width: number) {
  const height = 2 * LINE;
  const beside = [
    { x: x + 9, y: y - LINE },
    { x: x - 9 - width, y: y - LINE },
  ];
  const along = [x - width / 2, x - 12, x - width + 12, x - width / 4, x - (3 * width) / 4];
  const around = along.flatMap((left) => [y - height - 8, y + 8].map((top) => ({ x: left, y: top })));
  const far = [30, 50, 70, 95, 120, 150].flatMap((away) =>
    [-away, away].flatMap((dy) => [x + 18, x - 18 - width, ...along].map((left) => ({ x: left, y: y + dy - LINE, far: true }))),
  );
  return [...[...beside, ...around].map((place) => ({ ...place, far: false })), ...far].map((place) => ({ ...place, width, height }));
}
