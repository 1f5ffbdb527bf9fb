import { describe, expect, it } from "vitest";
import { inks } from "../../../portal/charts/chart-classes.ts";
import { contrast, directions, luminance, pageColours, palette, shareSteps } from "../../../portal/charts/palette.ts";
import { stylesheet } from "../../../portal/stylesheet.ts";
import { difference, type Vision } from "./colour-vision.ts";

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what must be told apart to understand a figure. */
const TEXT = 4.5;
const GRAPHIC = 3;

const visions: readonly Vision[] = ["protanopia", "deuteranopia", "tritanopia", "grey"];

describe("the measure of colour vision", () => {
  it("finds red and green alike for who cannot tell them apart, and black and white far apart for all", () => {
    expect(difference("#a80000", "#5a5a00", "protanopia")).toBeLessThan(difference("#a80000", "#5a5a00", "tritanopia") / 2);
    for (const vision of visions) {
      expect(difference("#000000", "#ffffff", vision)).toBeCloseTo(100, 0);
      expect(difference("#123456", "#123456", vision)).toBe(0);
    }
  });
});

describe.each(visions)("seen with %s", (vision) => {
  it("the judgements stay three colours", () => {
    expect(difference(palette.met, palette.partiallyMet, vision)).toBeGreaterThan(30);
    expect(difference(palette.partiallyMet, palette.notMet, vision)).toBeGreaterThan(30);
    expect(difference(palette.met, palette.notMet, vision)).toBeGreaterThan(30);
  });

  it("up and equal differ, and the lines of down stand out from its ground", () => {
    expect(difference(directions.up, directions.same, vision)).toBeGreaterThan(30);
    expect(difference(directions.down, directions.downLines, vision)).toBeGreaterThan(30);
    expect(difference(directions.up, directions.down, vision)).toBeGreaterThan(30);
  });

  it("neighbouring steps of the heat map can be told apart, and further ones better", () => {
    for (const [i, { fill }] of shareSteps.entries()) {
      for (const [j, other] of shareSteps.entries()) {
        if (j > i) expect(difference(fill, other.fill, vision), `${fill} and ${other.fill}`).toBeGreaterThan(9 * (j - i));
      }
    }
  });
});

describe("the colours of the charts", () => {
  it("get lighter with every step of the share", () => {
    const lightness = shareSteps.map(({ fill }) => luminance(fill));
    expect(lightness).toEqual(lightness.toSorted((a, b) => a - b));
    expect(shareSteps.map(({ from }) => from)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it("carry readable numbers", () => {
    for (const { fill, ink } of shareSteps) expect(contrast(fill, ink), fill).toBeGreaterThan(TEXT);
    expect(contrast(directions.up, "#ffffff")).toBeGreaterThan(TEXT);
    expect(contrast(directions.same, palette.onMet)).toBeGreaterThan(TEXT);
    expect(contrast(directions.down, palette.onMet)).toBeGreaterThan(TEXT);
  });

  it("can be told apart where better, equal and worse meet", () => {
    expect(contrast(directions.up, directions.same)).toBeGreaterThan(GRAPHIC);
    expect(contrast(directions.downLines, directions.down)).toBeGreaterThan(GRAPHIC);
  });

  it.each(["light", "dark"] as const)("stand out from the %s page: texts, lines, edges of every fill", (theme) => {
    const page = pageColours[theme].background;
    const ink = inksOf(theme);
    expect(contrast(ink("text"), page)).toBeGreaterThan(TEXT);
    expect(contrast(ink("soft"), page)).toBeGreaterThan(TEXT);
    expect(contrast(ink("link"), page)).toBeGreaterThan(TEXT);
    expect(contrast(ink("edge"), page)).toBeGreaterThan(GRAPHIC);
  });

  it("are those of the light page in a file of its own", () => {
    const ink = inksOf("light");
    const names = { text: "text", soft: "soft", line: "line", edge: "edge", accent: "link", ground: "page" } as const;
    for (const [name, variable] of Object.entries(names)) expect(inks[name as keyof typeof names].paper, name).toBe(ink(variable));
  });
});

/** Variables of the style sheet as they are in that theme. */
function inksOf(theme: "light" | "dark"): (name: string) => string {
  const [light, dark] = stylesheet.split("prefers-color-scheme:dark") as [string, string];
  return (name) => new RegExp(`--${name}:(#[0-9a-f]{3,6})\\b`).exec(theme === "light" ? light : dark)?.[1] ?? "";
}
