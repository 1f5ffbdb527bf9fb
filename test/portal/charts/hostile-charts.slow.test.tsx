import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bars, barsTable } from "../../../portal/charts/bars.tsx";
import { type ChartTable, ChartTableView } from "../../../portal/charts/chart-table.tsx";
import { type Drawing, NARROW, WIDE } from "../../../portal/charts/drawing.tsx";
import { Funnel } from "../../../portal/charts/funnel.tsx";
import { funnelTable } from "../../../portal/charts/funnel-data.ts";
import { HeatMap, heatMapTable } from "../../../portal/charts/heat-map.tsx";
import { PairedBars, pairedBarsTable } from "../../../portal/charts/paired-bars.tsx";
import { standaloneSvg } from "../../../portal/charts/standalone.ts";
import { ThemeLines, themeLinesTable } from "../../../portal/charts/theme-lines.tsx";
import { Transitions, type TransitionsData, transitionsTable } from "../../../portal/charts/transitions.tsx";
import { trendTable } from "../../../portal/charts/trend-data.ts";
import { TrendLine } from "../../../portal/charts/trend-line.tsx";
import { wordingOf } from "../../../portal/charts/wording.ts";
import { readDrawing } from "./drawn.ts";

const nl = wordingOf("nl");

/** Numbers as they come, and as they should never come. */
const number = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 0.5, 1e9, 1e-9, -1, Number.NaN, Number.POSITIVE_INFINITY),
  fc.nat(400),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const maybe = fc.option(number, { nil: null });
const text = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "gewoon",
    "<script>alert(1)</script>",
    `"'><svg onload=alert(1)>`,
    "]]> <!-- &lt; &#0; -->",
    "שלום עולם \u202e gespiegeld",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦🏳️‍🌈".repeat(30),
    "half \ud83d surrogaat \udc00",
    "\u0000\u0008\u001f\uffff",
    "W".repeat(10_000),
    "woord ".repeat(2_000),
    "e\u0301".repeat(5_000),
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const few = <T,>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { maxLength: most });

const share = fc.record({ share: maybe, n: number, lower: maybe, upper: maybe });
const distribution = fc.record({ met: number, partiallyMet: number, notMet: number, lower: maybe, upper: maybe });
const day = fc.oneof(
  fc.constantFrom("2020-01-01", "2021-02-30", "", "gisteren"),
  fc.nat(4_000).map((since) => new Date(Date.UTC(2016, 0, since)).toISOString().slice(0, 10)),
);
const mark = fc.record({ date: day, label: text });
const period = fc
  .tuple(text, fc.integer({ min: 2015, max: 2027 }))
  .map(([label, year]) => ({ label, from: `${year}-01-01`, until: `${year}-12-31` }));
const marks = { breaks: few(mark, 4), decisions: few(mark, 6) };

interface Kind {
  readonly name: string;
  /** A drawing and the table of the same data. */
  readonly charts: fc.Arbitrary<{ draw(drawing: Drawing): unknown; table: ChartTable }>;
}

const kinds: readonly Kind[] = [
  {
    name: "trend line",
    charts: fc
      .record({
        periods: few(period, 30),
        lines: few(
          fc.record({ name: text, norm: fc.constantFrom("same" as const, "changes" as const), values: few(fc.option(share), 30) }),
          5,
        ),
        ...marks,
      })
      .map((data) => ({ draw: (drawing) => <TrendLine data={data} drawing={drawing} />, table: trendTable(data, nl) })),
  },
  {
    name: "funnel",
    charts: fc
      .record({ bodies: few(fc.record({ name: text, met: number, n: number }), 12) })
      .map((data) => ({ draw: (drawing) => <Funnel data={data} drawing={drawing} />, table: funnelTable(data, nl) })),
  },
  {
    name: "heat map",
    charts: fc
      .record({
        rowHead: text,
        columnHead: text,
        columns: few(text, 20),
        rows: few(fc.record({ label: text, cells: few(fc.option(fc.record({ share: maybe, n: number })), 20) }), 6),
      })
      .map((data) => ({ draw: (drawing) => <HeatMap data={data} drawing={drawing} />, table: heatMapTable(data, nl) })),
  },
  {
    name: "transitions",
    charts: fc
      .array(number, { minLength: 9, maxLength: 9 })
      .map((all): TransitionsData => [0, 3, 6].map((from) => all.slice(from, from + 3)) as unknown as TransitionsData)
      .map((data) => ({ draw: (drawing) => <Transitions data={data} drawing={drawing} />, table: transitionsTable(data, nl) })),
  },
  {
    name: "paired bars",
    charts: fc
      .record({ names: fc.tuple(text, text), pairs: few(fc.record({ label: text, bars: fc.tuple(distribution, distribution) }), 5) })
      .map((data) => ({ draw: (drawing) => <PairedBars data={data} drawing={drawing} />, table: pairedBarsTable(data, nl) })),
  },
  {
    name: "bars",
    charts: fc
      .record({
        bars: few(
          fc.tuple(distribution, text).map(([judged, name]) => ({ ...judged, name })),
          12,
        ),
        counts: fc.constantFrom("met" as const, "met or partly" as const),
      })
      .map((data) => ({ draw: (drawing) => <Bars data={data} drawing={drawing} />, table: barsTable(data, "Norm", nl) })),
  },
  {
    name: "theme lines",
    charts: fc
      .record({
        periods: few(fc.record({ label: text, reports: number }), 20),
        themes: few(
          fc.record({ name: text, counts: few(fc.option(fc.record({ increasing: number, stable: number, decreasing: number })), 20) }),
          5,
        ),
      })
      .map((data) => ({ draw: (drawing) => <ThemeLines data={data} drawing={drawing} />, table: themeLinesTable(data, nl) })),
  },
];

const drawing = fc.constantFrom(WIDE, NARROW).map((width): Drawing => ({ width, labelledBy: "kop", describedBy: "conclusie" }));

/** Everything a drawing of ours is made of. Anything else came in with a text. */
const ours = new Set(["svg", "g", "rect", "line", "path", "circle", "text"]);
const ownAttributes =
  /^(class|role|viewBox|width|height|aria-(labelledby|describedby)|x|y|x1|x2|y1|y2|cx|cy|r|d|fill|stroke|stroke-width|stroke-dasharray|paint-order|text-anchor|font-size|font-weight|transform)$/;
const noNumber = /NaN|Infinity|undefined|null|\de[-+]?\d/;
const colour = /#[0-9a-f]{6}\b/g;

describe.each(kinds)("$name, whatever the data", ({ charts }) => {
  it("is well-formed, of our own elements, without a number that is none, and within its frame", () => {
    fc.assert(
      fc.property(charts, drawing, (chart, on) => {
        const markup = String(chart.draw(on));
        const drawn = readDrawing(markup);
        expect(drawn.elements.filter(({ name }) => !ours.has(name))).toEqual([]);
        const attributes = drawn.elements.flatMap((element) => Object.entries(element.attributes));
        expect(attributes.filter(([name, value]) => !ownAttributes.test(name) || noNumber.test(value.replace(colour, "")))).toEqual([]);
        const isWithin = (x: number, y: number) => x >= -0.1 && x <= drawn.width + 0.1 && y >= -0.1 && y <= drawn.height + 0.1;
        expect(drawn.places.filter(({ x, y }) => !isWithin(x, y))).toEqual([]);
        expect(drawn.texts.filter(({ from, to }) => !(from >= -1 && to <= drawn.width + 1))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("has a table that is well-formed, as wide as its head, and says no number that is none", () => {
    fc.assert(
      fc.property(charts, ({ table }) => {
        for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
        for (const cell of table.rows.flat()) expect(typeof cell === "number" && !Number.isFinite(cell)).toBe(false);
        readDrawing(String(<ChartTableView table={table} caption="Figuur" />));
      }),
      { numRuns: 60 },
    );
  });

  it("stands on its own as a file, whatever its texts", () => {
    fc.assert(
      fc.property(charts, text, (chart, words) => {
        const draw = (on: Drawing) => String(chart.draw(on));
        const file = standaloneSvg({ chart: { id: "f", heading: words, conclusion: words, draw }, source: words });
        expect(readDrawing(file).elements.map(({ name }) => name)).not.toContain("script");
        expect(file).not.toMatch(/ (class|style|on\w+)="|var\(|NaN|currentColor/);
      }),
      { numRuns: 30 },
    );
  });
});
