import { describe, expect, it } from "vitest";
import { competenciesLost, coverage, coverageLost } from "../../../../core/figures/what-if/coverage.ts";

const framework = (...norms: readonly (readonly [category: string, ...competencies: string[]])[]) => ({
  categories: [
    { code: "V", title: "Vakmanschap" },
    { code: "D", title: "Dienstverlening" },
  ],
  norms: norms.map(([category, ...competencies], i) => ({ code: `N${i}`, title: "x", category, competencies })),
});

describe("what the norms of a category rest on", () => {
  const before = framework(["V", "C02", "C01"], ["V", "C01"], ["D", "C01"], ["D"]);

  it("is counted per category and competency, in both versions", () => {
    expect(coverage(before, framework(["V", "C01"], ["D", "C03"]))).toEqual([
      { category: "V", competency: "C01", before: 2, after: 1 },
      { category: "V", competency: "C02", before: 1, after: 0 },
      { category: "D", competency: "C01", before: 1, after: 0 },
      { category: "D", competency: "C03", before: 0, after: 1 },
    ]);
  });

  it("is lost with the last norm of a category, and altogether with the last norm of all", () => {
    const cells = coverage(before, framework(["V", "C01"]));
    expect(coverageLost(cells).map(({ category, competency }) => category + competency)).toEqual(["VC02", "DC01"]);
    expect(competenciesLost(cells)).toEqual(["C02"]);
    expect(coverageLost(coverage(before, before))).toEqual([]);
  });
});
