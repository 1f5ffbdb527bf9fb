import { directions, pageColours, palette } from "./palette.ts";

/**
 * Colours of the page that a chart draws with. On the page they are the variables of the style sheet, and so follow dark mode, print and
 * forced colours; on paper (a file of its own) they are those of the light page.
 */
export const inks = {
  text: { page: "var(--text)", paper: pageColours.light.text },
  soft: { page: "var(--soft)", paper: "#535a63" },
  line: { page: "var(--line)", paper: "#d5d9de" },
  edge: { page: "var(--edge)", paper: "#767d86" },
  accent: { page: "var(--link)", paper: "#00508c" },
  ground: { page: "var(--page)", paper: pageColours.light.background },
} as const;
export type Ink = keyof typeof inks;

type Look = Readonly<Record<string, string>>;

const ink = (name: Ink): string => `@${name}`;
const halo = { stroke: ink("ground"), "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke" };
const around = (colour: string) => ({ ...halo, stroke: colour, "stroke-width": "3.5" });

/** Everything a chart draws has one of these looks: SVG properties, with `@name` for an ink. They become the style sheet and the attributes of a file. */
export const chartClasses = {
  "chart-text": { fill: ink("text"), "font-size": "12px" },
  "chart-strong": { fill: ink("text"), "font-size": "12px", "font-weight": "700" },
  "chart-soft": { fill: ink("soft"), "font-size": "11px" },
  "chart-value": { fill: ink("text"), "font-size": "12px", "font-weight": "700", ...halo },
  "chart-remark": { fill: ink("text"), "font-size": "11px", ...halo },
  "chart-on-met": { fill: palette.onMet, "font-size": "12px", "font-weight": "600", ...around(palette.met) },
  "chart-on-partly": { fill: palette.onPartiallyMet, "font-size": "12px", "font-weight": "600", ...around(palette.partiallyMet) },
  "chart-on-not": { fill: palette.onNotMet, "font-size": "12px", "font-weight": "600", ...around(palette.notMet) },
  "chart-on-up": { fill: "#ffffff", "font-size": "12px", "font-weight": "600" },
  "chart-on-same": { fill: palette.onMet, "font-size": "11.5px", "font-weight": "600" },
  "chart-on-down": { fill: palette.onMet, "font-size": "12px", "font-weight": "600", ...around(directions.down) },
  "chart-grid": { stroke: ink("line"), "stroke-width": "1" },
  "chart-axis": { stroke: ink("edge"), "stroke-width": "1" },
  "chart-edge": { stroke: ink("edge"), "stroke-width": "1" },
  "chart-gap": { stroke: ink("ground"), "stroke-width": "1.5" },
  "chart-whisker": { stroke: ink("text"), "stroke-width": "1.5", fill: "none" },
  "chart-line": { stroke: ink("accent"), "stroke-width": "2.5", "stroke-linejoin": "round", "stroke-linecap": "round", fill: "none" },
  "chart-area": { fill: ink("accent"), "fill-opacity": "0.16" },
  "chart-limit": { stroke: ink("accent"), "stroke-width": "1.2", fill: "none" },
  "chart-point": { fill: ink("accent"), stroke: ink("ground"), "stroke-width": "1.5" },
  "chart-break": { stroke: ink("text"), "stroke-width": "1.2", "stroke-dasharray": "4 3" },
  "chart-decision": { stroke: ink("text"), "stroke-width": "1.2" },
  "chart-flag": { fill: ink("text") },
} as const satisfies Readonly<Record<string, Look>>;

export type ChartClass = keyof typeof chartClasses;
