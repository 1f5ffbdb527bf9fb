import { type ChartClass, chartClasses, type Ink, inks } from "./chart-classes.ts";
import type { Chart } from "./chart-figure.tsx";
import { WIDE } from "./drawing.tsx";
import { Patterns } from "./patterns.tsx";
import { plain } from "./plain-text.ts";
import { readSvg, type SvgElement, type SvgNode, writeSvg } from "./svg-tree.ts";
import { fittedLines } from "./text-width.ts";

interface StandaloneProps {
  readonly chart: Omit<Chart, "table">;
  /** Where the figures come from, and of which day: a picture that travels must say so. */
  readonly source: string;
}

const MARGIN = 24;
const TITLE = { size: 18, line: 24, most: 2 };
const CONCLUSION = { size: 13, line: 18, most: 4 };
const SOURCE = { size: 11, line: 15, most: 2 };
/** Fonts of readers' own systems, as on the page. */
const FONTS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

/**
 * The chart as an SVG file of its own: white ground, heading, conclusion and source in the picture, colours as attributes (many programs
 * ignore style sheets in SVG), patterns inside, and width and height in pixels. It holds no script, no style and no address but of SVG itself.
 * In the language that is spoken where it is called: `<Speaking>` around it, or Dutch.
 */
export function standaloneSvg({ chart, source }: StandaloneProps): string {
  const drawing = readSvg(String(chart.draw({ width: WIDE, labelledBy: "titel", describedBy: "conclusie" })));
  const [drawnWidth, drawnHeight] = sizeOf(drawing);
  const heading = plain(chart.heading);
  const conclusion = plain(chart.conclusion);
  const room = drawnWidth;
  let y = MARGIN;
  const block = (text: string, { size, line, most }: typeof TITLE, more: Readonly<Record<string, string>>): readonly SvgElement[] => {
    const lines = fittedLines(text, room, size * (more["font-weight"] ? 1.1 : 1), most);
    const drawn = lines.map((words, i) => textAt(words, MARGIN, y + size + i * line, size, more));
    y += lines.length * line + 6;
    return drawn;
  };
  const top = [
    ...block(heading, TITLE, { "font-weight": "700", fill: inks.text.paper }),
    ...block(conclusion, CONCLUSION, { fill: inks.text.paper }),
  ];
  y += 8;
  const drawingTop = y;
  y += drawnHeight + 12;
  const bottom = block(plain(source), SOURCE, { fill: inks.soft.paper });
  const [width, height] = [drawnWidth + 2 * MARGIN, Math.ceil(y + MARGIN - 6)];
  const root: SvgElement = {
    name: "svg",
    attributes: {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width: `${width}`,
      height: `${height}`,
      role: "img",
      "aria-labelledby": "titel",
      "aria-describedby": "conclusie",
      "font-family": FONTS,
    },
    children: [
      { name: "title", attributes: { id: "titel" }, children: [heading] },
      { name: "desc", attributes: { id: "conclusie" }, children: [conclusion] },
      onPaper(readSvg(String(Patterns()))),
      { name: "rect", attributes: { width: `${width}`, height: `${height}`, fill: inks.ground.paper }, children: [] },
      ...top,
      {
        name: "g",
        attributes: { transform: `translate(${MARGIN} ${drawingTop})` },
        children: drawing.children.flatMap(onPaperTwice),
      },
      ...bottom,
    ],
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeSvg(root)}\n`;
}

const textAt = (words: string, x: number, y: number, size: number, more: Readonly<Record<string, string>>): SvgElement => ({
  name: "text",
  attributes: { x: `${x}`, y: `${y}`, "font-size": `${size}`, ...more },
  children: [words],
});

function sizeOf({ attributes }: SvgElement): readonly [number, number] {
  return [Number(attributes["width"]), Number(attributes["height"])];
}

/** Looks become attributes; what is said on the element itself goes before. */
function onPaper({ name, attributes, children }: SvgElement): SvgElement {
  const { class: look, ...own } = attributes;
  const said = look === undefined ? {} : paperLook(look);
  return { name, attributes: { ...said, ...own }, children: children.flatMap(onPaperTwice) };
}

/**
 * A text with a halo is drawn twice, first its halo and then its letters: programs that do not know `paint-order` would paint the halo over
 * the letters.
 */
function onPaperTwice(node: SvgNode): readonly SvgNode[] {
  if (typeof node === "string") return [node];
  const element = onPaper(node);
  const { "paint-order": order, stroke, "stroke-width": width, "stroke-linejoin": join, ...letters } = element.attributes;
  if (element.name !== "text" || order === undefined) return [element];
  const halo = {
    ...letters,
    fill: stroke ?? "none",
    stroke: stroke ?? "none",
    "stroke-width": width ?? "1",
    "stroke-linejoin": join ?? "round",
  };
  return [
    { ...element, attributes: { ...halo, "aria-hidden": "true" } },
    { ...element, attributes: letters },
  ];
}

function paperLook(name: string): Readonly<Record<string, string>> {
  const look: Readonly<Record<string, string>> = chartClasses[name as ChartClass] ?? {};
  return Object.fromEntries(
    Object.entries(look).map(([property, value]) => [property, value.startsWith("@") ? inks[value.slice(1) as Ink].paper : value]),
  );
}
