import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barWords, StackedBar } from "../../../portal/charts/stacked-bar.tsx";

const drawn = (met: number, partiallyMet: number, notMet: number, interval?: { lower: number | null; upper: number | null }) =>
  String(<StackedBar met={met} partiallyMet={partiallyMet} notMet={notMet} interval={interval} />);

const widths = (svg: string): number[] =>
  [...svg.matchAll(/<rect x="([\d.]+)%" y="1" width="([\d.]+)%"/g)].map((match) => Number(match[2]));
const starts = (svg: string): number[] => [...svg.matchAll(/<rect x="([\d.]+)%" y="1"/g)].map((match) => Number(match[1]));

describe("the bar of a norm", () => {
  it("divides its width by the judgements", () => {
    const svg = drawn(12, 5, 3);
    expect(widths(svg)).toEqual([60, 25, 15]);
    expect(starts(svg)).toEqual([0, 60, 85]);
  });

  it("says in words what it shows", () => {
    expect(barWords({ met: 12, partiallyMet: 5, notMet: 3, interval: { lower: 0.387, upper: 0.781 } })).toBe(
      "20 organisaties: 12 voldoet, 5 voldoet deels, 3 voldoet niet; 60% voldoet, 95%-interval 39% tot 78%",
    );
    expect(drawn(12, 5, 3)).toContain('aria-label="20 organisaties');
  });

  it("is a sentence when nobody was judged", () => {
    expect(drawn(0, 0, 0)).toBe('<span class="quiet">nog niet beoordeeld</span>');
  });

  it("leaves out what did not occur, and numbers that have no room", () => {
    const svg = drawn(95, 0, 5);
    expect(widths(svg)).toEqual([95, 5]);
    expect([...svg.matchAll(/>(\d+)<\/text>/g)].map((match) => match[1])).toEqual(["95"]);
  });

  it("hatches voldoet niet, over its own colour where the pattern is missing", () => {
    expect(drawn(0, 0, 5)).toContain('fill="url(#hatching) #4a0e2b"');
  });

  it("draws the interval where it lies, and none when there is none", () => {
    expect(drawn(1, 0, 1, { lower: 0.25, upper: 0.75 })).toContain('x1="25%" x2="75%"');
    expect(drawn(1, 0, 1, { lower: null, upper: null })).not.toContain("<line");
  });

  it("is whole and finite for all counts", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000), (met, partiallyMet, notMet) => {
        const svg = drawn(met, partiallyMet, notMet, { lower: 0, upper: 1 });
        expect(svg).not.toMatch(/NaN|Infinity|undefined|\de-/);
        if (met + partiallyMet + notMet > 0) expect(widths(svg).reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 2);
      }),
    );
  });
});
