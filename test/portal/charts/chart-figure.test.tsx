import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { type Chart, ChartFigure } from "../../../portal/charts/chart-figure.tsx";
import { BarDefinitions } from "../../../portal/charts/stacked-bar.tsx";
import { standaloneSvg } from "../../../portal/charts/standalone.ts";
import { TrendLine } from "../../../portal/charts/trend-line.tsx";
import { Speaking } from "../../../portal/language.tsx";
import { stylesheet } from "../../../portal/stylesheet.ts";
import { readDrawing } from "./drawn.ts";
import { madeUpCharts, trend } from "./made-up-charts.tsx";

const [chart] = madeUpCharts() as [Chart];
const downloads = { svg: "/figuur.svg?kader=a&norm=V03", csv: "/figuur.csv", xlsx: "/figuur.xlsx" };

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function elementsOf(markup: string): readonly Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes: { ...(attributes as Record<string, string>) } }));
  parser.write(`<div>${markup}</div>`).close();
  return elements;
}

describe("the frame of a chart", () => {
  const markup = String(<ChartFigure chart={chart} source="Peildatum 31-12-2025" downloads={downloads} />);
  const elements = elementsOf(markup);

  it("names both drawings by the heading and describes them by the conclusion", () => {
    const drawings = elements.filter(({ attributes }) => attributes["role"] === "img");
    expect(drawings).toHaveLength(2);
    const ids = new Map(elements.flatMap(({ name, attributes }) => (attributes["id"] ? [[attributes["id"], name] as const] : [])));
    for (const { attributes } of drawings) {
      expect(ids.get(attributes["aria-labelledby"]!)).toBe("h3");
      expect(ids.get(attributes["aria-describedby"]!)).toBe("p");
    }
    expect(markup).toContain(`<p id="trend-conclusie">${chart.conclusion}</p>`);
  });

  it("always has its table in the page, opened on paper by the style sheet", () => {
    const at = elements.findIndex(({ name }) => name === "details");
    expect(elements.slice(at).some(({ name }) => name === "table")).toBe(true);
    expect(markup.match(/<tr/g)).toHaveLength(1 + chart.table.rows.length);
    // The part for paper of the style sheet of charts; other pages have theirs after it.
    const [, ...print] = stylesheet.split("@media print");
    expect(print.some((part) => part.includes("\n.chart-table::details-content{content-visibility:visible"))).toBe(true);
  });

  it("links to itself and to its files, and hides the picture until a script can make it", () => {
    const links = elements.filter(({ name }) => name === "a").map(({ attributes }) => attributes["href"]);
    expect(links).toEqual(["#trend", downloads.svg, downloads.csv, downloads.xlsx, downloads.svg]);
    const hidden = elements.findIndex(({ attributes }) => "hidden" in attributes);
    expect(elements[hidden + 1]?.attributes).toMatchObject({ "data-png": downloads.svg, download: "trend.png" });
  });

  it("offers no file that there is not", () => {
    const bare = elementsOf(String(<ChartFigure chart={chart} />));
    expect(bare.filter(({ name }) => name === "a").map(({ attributes }) => attributes["href"])).toEqual(["#trend"]);
    expect(bare.some(({ attributes }) => "hidden" in attributes)).toBe(false);
  });

  it("needs nothing that the policy of the pages forbids", () => {
    for (const { name, attributes } of elements) {
      expect(name).not.toMatch(/^(script|style)$/);
      expect(Object.keys(attributes).filter((attribute) => attribute === "style" || attribute.startsWith("on"))).toEqual([]);
    }
  });

  it("has headings at the level of the page", () => {
    expect(String(<ChartFigure chart={chart} level={2} />)).toContain('<h2 id="trend-kop">');
  });
});

describe("a page with all charts", () => {
  const page = String(
    <div>
      <BarDefinitions />
      {madeUpCharts().map((one) => (
        <ChartFigure chart={one} downloads={downloads} />
      ))}
    </div>,
  );

  it("has every id once", () => {
    const ids = elementsOf(page).flatMap(({ attributes }) => attributes["id"] ?? []);
    expect(ids.length).toBeGreaterThan(madeUpCharts().length * 3);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has a pattern for every fill that names one, and a style for every look", () => {
    const elements = elementsOf(page);
    const patterns = new Set(elements.filter(({ name }) => name === "pattern").map(({ attributes }) => attributes["id"]));
    const named = elements.flatMap(({ attributes }) => /^url\(#(.+?)\)/.exec(attributes["fill"] ?? "")?.[1] ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !patterns.has(id))).toEqual([]);
    const looks = new Set(
      elements.flatMap(({ attributes }) => (attributes["class"] ?? "").split(" ").filter((name) => name.startsWith("chart"))),
    );
    expect([...looks].filter((look) => !stylesheet.includes(`.${look}`))).toEqual([]);
  });
});

describe("a chart as a file of its own", () => {
  const source = "Bron: normenmonitor, peildatum 31-12-2025";
  const file = standaloneSvg({ chart, source });
  const drawn = readDrawing(file);
  const [root] = drawn.elements;

  it("says what it is, how large, and where it comes from", () => {
    expect(root?.attributes).toMatchObject({ xmlns: "http://www.w3.org/2000/svg", width: `${drawn.width}`, height: `${drawn.height}` });
    expect(file).toContain(`<title id="titel">${chart.heading}</title>`);
    expect(drawn.texts.map(({ text }) => text)).toEqual(expect.arrayContaining([chart.heading, source]));
  });

  it("begins with a white ground over all of it", () => {
    const ground = drawn.elements.find(({ name, attributes }) => name === "rect" && attributes["width"] === `${drawn.width}`);
    expect(ground?.attributes).toMatchObject({ height: `${drawn.height}`, fill: "#ffffff" });
  });

  it.each(madeUpCharts())("holds everything itself: $id", (one) => {
    const own = standaloneSvg({ chart: one, source });
    expect(own).not.toMatch(/class=|style=|var\(|currentColor|<style|<script|href/);
    const elements = readDrawing(own).elements;
    const patterns = new Set(elements.filter(({ name }) => name === "pattern").map(({ attributes }) => attributes["id"]));
    for (const { attributes } of elements) {
      const named = /^url\(#(.+?)\)/.exec(attributes["fill"] ?? "")?.[1];
      if (named) expect(patterns).toContain(named);
    }
    for (const { attributes } of elements.filter(({ name }) => name === "text")) {
      expect(attributes["fill"], "every text has its colour").toMatch(/^#[0-9a-f]{6}$/);
      expect(attributes["paint-order"]).toBeUndefined();
    }
  });

  it("draws the letters over their halo", () => {
    const pairs = drawn.elements.filter(({ name, attributes }) => name === "text" && attributes["aria-hidden"] === "true");
    expect(pairs.length).toBeGreaterThan(0);
    for (const { attributes } of pairs) expect(attributes["fill"]).toBe(attributes["stroke"]);
  });

  it("speaks the language it is asked in", () => {
    const draw = (drawing: Parameters<Chart["draw"]>[0]) =>
      String(<Speaking language="en">{<TrendLine data={trend} drawing={drawing} />}</Speaking>);
    expect(standaloneSvg({ chart: { ...chart, draw }, source })).toContain("Norm verduidelijkt (14 Jun 2022)");
  });
});
