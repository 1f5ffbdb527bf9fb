import { describe, expect, it } from "vitest";
import { cellText } from "../../../portal/charts/chart-table.tsx";
import { NARROW, WIDE } from "../../../portal/charts/drawing.tsx";
import { Funnel } from "../../../portal/charts/funnel.tsx";
import { HeatMap } from "../../../portal/charts/heat-map.tsx";
import { hatched } from "../../../portal/charts/patterns.tsx";
import { Transitions } from "../../../portal/charts/transitions.tsx";
import { TrendLine } from "../../../portal/charts/trend-line.tsx";
import { wordingOf } from "../../../portal/charts/wording.ts";
import { Speaking } from "../../../portal/language.tsx";
import { numbersIn, readDrawing } from "./drawn.ts";
import { funnel, heatMap, madeUpCharts, share, transitions, trend, twoLines, years } from "./made-up-charts.tsx";

const on = (width: number) => ({ width, labelledBy: "kop", describedBy: "conclusie" });
const nl = wordingOf("nl");

/** Numbers that belong to the frame and not to the figures: the axes and the classes of a key. */
const frame = new Set([
  "0%",
  "25%",
  "50%",
  "75%",
  "100%",
  "95%",
  "0",
  "20",
  "40",
  "60",
  "80",
  "20%",
  "40%",
  "60%",
  "80%",
  "10",
  "30",
  "50",
]);

describe.each(madeUpCharts())("$heading", (chart) => {
  const table = chart.table.rows.map((row) => row.map((value, i) => cellText(value, chart.table.columns[i]!.kind, nl)).join(" "));
  const inTable = new Set(table.flatMap(numbersIn));

  it.each([WIDE, NARROW])("draws no number at %i wide that is not in its table", (width) => {
    const drawn = readDrawing(String(chart.draw(on(width))));
    const numbers = drawn.texts.flatMap(({ text }) => numbersIn(text)).filter((number) => !frame.has(number));
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.filter((number) => !inTable.has(number))).toEqual([]);
  });

  it.each([WIDE, NARROW])("says n at %i wide: every count in its table, unless there is no room for a small part", (width) => {
    const drawn = readDrawing(String(chart.draw(on(width))));
    const shown = new Set(drawn.texts.flatMap(({ text }) => numbersIn(text)));
    const columns = chart.table.columns.flatMap(({ header }, i) => (/^n$|\(n\)$/.test(header) ? [i] : []));
    expect(columns.length).toBe(1);
    const counts = chart.table.rows.flatMap((row) => columns.map((i) => row[i])).filter((value) => typeof value === "number");
    const all = counts.filter((count) => shown.has(nl.number(count)));
    // Thin streams of the transitions and the total of all bodies have no number of their own in the drawing.
    const least = { hertoets: 15, instellingen: funnel.bodies.length }[chart.id] ?? counts.length;
    expect(all.length).toBeGreaterThanOrEqual(least);
  });

  it("can be told in English, with English numbers", () => {
    const english = madeUpCharts("en").find(({ id }) => id === chart.id)!;
    const drawing = String(<Speaking language="en">{english.draw(on(WIDE)) as never}</Speaking>);
    expect(`${drawing} ${english.table.columns.map(({ header }) => header).join(" ")}`).not.toMatch(
      /voldoet|hertoets|aandeel|toenemend|Ondergrens|Periode/,
    );
  });
});

describe("the trend line", () => {
  /** Middles of the markers, as the place they are moved to. */
  const markers = (markup: string) =>
    readDrawing(markup)
      .elements.filter(({ attributes }) => attributes["class"] === "chart-point" && attributes["transform"])
      .map(({ attributes }) => /translate\((\S+) (\S+)\)/.exec(attributes["transform"]!)!.slice(1).map(Number) as [number, number]);
  const axis = (markup: string) => {
    const grid = readDrawing(markup).elements.filter(({ attributes }) => /chart-(grid|axis)/.test(attributes["class"] ?? ""));
    const ys = grid.map(({ attributes }) => Number(attributes["y1"]));
    return { zero: Math.max(...ys), one: Math.min(...ys) };
  };

  it("puts every share of its table at its height, and nothing where there is none", () => {
    const markup = String(<TrendLine data={trend} drawing={on(WIDE)} />);
    const { zero, one } = axis(markup);
    const shares = markers(markup).map(([, y]) => (zero - y) / (zero - one));
    const table = trend.lines[0]!.values.flatMap((value) => (value ? [value.share!] : []));
    expect(shares).toHaveLength(8);
    for (const [i, drawn] of shares.entries()) expect(drawn).toBeCloseTo(table[i]!, 2);
  });

  it("is interrupted at a gap and at a framework under which the norm changed", () => {
    const lines = (markup: string) =>
      readDrawing(markup).elements.filter(({ attributes }) => attributes["class"] === "chart-line" && attributes["d"]);
    expect(lines(String(<TrendLine data={trend} drawing={on(WIDE)} />))).toHaveLength(3);
    expect(lines(String(<TrendLine data={twoLines} drawing={on(WIDE)} />))).toHaveLength(2);
  });

  it("draws breaks and decisions on their day, and lists in the table what lies outside", () => {
    const data = {
      periods: years(2020, 2021),
      lines: [{ name: "", norm: "same" as const, values: [share(1, 2), share(2, 2)] }],
      breaks: [{ date: "2021-01-01", label: "Kader" }],
      decisions: [
        { date: "2020-07-02", label: "Besluit" },
        { date: "2031-01-01", label: "Later" },
      ],
    };
    const drawn = readDrawing(String(<TrendLine data={data} drawing={on(WIDE)} />));
    const at = (look: string) =>
      drawn.elements
        .filter(({ name, attributes }) => name === "line" && attributes["class"] === look)
        .map(({ attributes }) => Number(attributes["x1"]));
    const [break_, decision] = [at("chart-break"), at("chart-decision")];
    const [first, second] = markers(String(<TrendLine data={data} drawing={on(WIDE)} />)).map(([x]) => x) as [number, number];
    expect(break_).toHaveLength(1);
    expect(break_[0]).toBeCloseTo((first + second) / 2, 0);
    expect(decision).toHaveLength(1);
    expect(decision[0]).toBeCloseTo(first, 0);
    expect(drawn.texts.map(({ text }) => text).join(" ")).not.toContain("Later");
  });

  it("gives a lone point its whisker", () => {
    const data = { ...trend, lines: [{ name: "", norm: "same" as const, values: [share(3, 9)] }] };
    expect(String(<TrendLine data={data} drawing={on(WIDE)} />)).toContain('class="chart-whisker"');
  });
});

describe("the heat map", () => {
  it("hatches a share of nobody, and writes a dash where there is nothing", () => {
    const markup = String(
      <HeatMap
        data={{
          ...heatMap,
          columns: ["2025"],
          rows: [
            { label: "a", cells: [{ share: 0, n: 30 }] },
            { label: "b", cells: [null] },
          ],
        }}
        drawing={on(WIDE)}
      />,
    );
    expect(markup.split(`fill="${hatched.notMet}"`)).toHaveLength(3);
    expect(readDrawing(markup).texts.map(({ text }) => text)).toEqual(expect.arrayContaining(["0%", "n 30", "–"]));
  });

  it("goes on below where columns do not fit, with all rows again", () => {
    const columns = Array.from({ length: 16 }, (_, i) => `k${i}`);
    const data = { ...heatMap, columns, rows: [{ label: "rij", cells: columns.map((_, i) => ({ share: 0.5, n: i + 100 })) }] };
    const texts = readDrawing(String(<HeatMap data={data} drawing={on(NARROW)} />)).texts.map(({ text }) => text);
    expect(columns.filter((column) => texts.includes(column))).toEqual(columns);
    expect(texts.filter((text) => text === "rij").length).toBeGreaterThan(1);
    expect(columns.every((_, i) => texts.includes(`n ${i + 100}`))).toBe(true);
  });
});

describe("the transitions", () => {
  it("draw every stream as thick as its count, and say better, equal and worse", () => {
    const markup = String(<Transitions data={transitions} drawing={on(WIDE)} />);
    const streams = readDrawing(markup).elements.filter(({ name, attributes }) => name === "path" && attributes["class"] === "chart-edge");
    const thickness = streams.map(({ attributes }) => {
      const [, top, bottom] = /^M[\d.]+,([\d.]+)C.*L[\d.]+,([\d.]+)C/.exec(attributes["d"]!)!.map(Number) as [number, number, number];
      const right = Number(/C[\d.,]+,([\d.]+)L/.exec(attributes["d"]!)![1]);
      return { left: top, thick: Math.abs(bottom - right) };
    });
    const counts = transitions.flat().filter((count) => count > 0);
    const unit = Math.max(...thickness.map(({ thick }) => thick)) / Math.max(...counts);
    expect(thickness.map(({ thick }) => Math.round(thick / unit)).toSorted((a, b) => a - b)).toEqual(counts.toSorted((a, b) => a - b));
    expect(readDrawing(markup).texts.map(({ text }) => text)).toEqual(expect.arrayContaining(["beter: 19", "gelijk: 27", "slechter: 5"]));
  });
});

describe("the funnel", () => {
  it("names every body with its share and n, and colours none as an alarm", () => {
    for (const width of [WIDE, NARROW]) {
      const drawn = readDrawing(String(<Funnel data={funnel} drawing={on(width)} />));
      const texts = drawn.texts.map(({ text }) => text);
      for (const { name, n } of funnel.bodies) {
        expect(texts).toContain(name);
        expect(texts.some((text) => text.endsWith(`n = ${n}`))).toBe(true);
      }
      const points = drawn.elements.filter(({ name }) => name === "circle");
      expect(new Set(points.map(({ attributes }) => `${attributes["class"]} ${attributes["fill"]}`)).size).toBe(1);
    }
  });
});
