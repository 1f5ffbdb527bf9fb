import { describe, expect, it } from "vitest";
import { summaryOf } from "../../../../core/figures/selected/norm-summary.ts";
import { countsByName } from "../../../../core/relevance/norm-counts.ts";

/** met, by the counting of the selection, of voldoet, deels, niet. */
const row = (met: number, [full, partly, not]: readonly [number, number, number]) => ({
  met,
  counts: countsByName([not, partly, full, 0, 0]),
});

describe("what a table of norms comes to", () => {
  it("does not count a norm that was never judged among those that nobody or everybody meets", () => {
    const never = { met: 0, counts: countsByName([0, 0, 0, 7, 3]) };
    expect(summaryOf([never, row(4, [4, 0, 0])])).toEqual({ norms: 2, judged: 1, nobody: 0, nobodyForSure: 0, everybody: 1 });
  });

  it("calls it certain that nobody meets a norm from 29 organisations on", () => {
    expect(summaryOf([row(0, [0, 0, 28])])).toMatchObject({ nobody: 1, nobodyForSure: 0 });
    expect(summaryOf([row(0, [0, 0, 29])])).toMatchObject({ nobody: 1, nobodyForSure: 1 });
  });

  it("follows the counting of the selection: who meets it partly may count", () => {
    expect(summaryOf([row(0, [0, 30, 0])])).toMatchObject({ nobody: 1, everybody: 0 });
    expect(summaryOf([row(30, [0, 30, 0])])).toMatchObject({ nobody: 0, everybody: 1 });
  });
});
