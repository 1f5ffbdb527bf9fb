import { describe, expect, it } from "vitest";
import { contrast, luminance, pageColours, palette } from "../../../portal/charts/palette.ts";

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what must be told apart to understand a figure. */
const TEXT = 4.5;
const GRAPHIC = 3;

describe("the colours of the judgements", () => {
  it("are measured as WCAG says", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#ffffff", "#777777")).toBe(contrast("#777777", "#ffffff"));
  });

  it("are those that were chosen", () => {
    expect([palette.met, palette.partiallyMet, palette.notMet]).toEqual(["#a9d8f2", "#a85c18", "#4a0e2b"]);
  });

  it("can be told apart where they meet, and by lightness alone", () => {
    expect(contrast(palette.met, palette.partiallyMet)).toBeGreaterThan(GRAPHIC);
    expect(contrast(palette.met, palette.notMet)).toBeGreaterThan(GRAPHIC);
    expect(contrast(palette.partiallyMet, palette.notMet)).toBeGreaterThan(GRAPHIC);
    expect(luminance(palette.met)).toBeGreaterThan(luminance(palette.partiallyMet));
    expect(luminance(palette.partiallyMet)).toBeGreaterThan(luminance(palette.notMet));
  });

  it("are helped by hatching that stands out, so that niet is known without colour", () => {
    expect(contrast(palette.hatching, palette.notMet)).toBeGreaterThan(TEXT);
  });

  it("carry readable numbers", () => {
    expect(contrast(palette.onMet, palette.met)).toBeGreaterThan(TEXT);
    expect(contrast(palette.onPartiallyMet, palette.partiallyMet)).toBeGreaterThan(TEXT);
    expect(contrast(palette.onNotMet, palette.notMet)).toBeGreaterThan(TEXT);
  });

  it("lie on pages whose text and whiskers are readable", () => {
    for (const { background, text } of Object.values(pageColours)) expect(contrast(background, text)).toBeGreaterThan(7);
  });
});
