import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combinedProposals } from "../../../../core/figures/analyses/combined-proposals.ts";
import { countedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { counted } from "../selected/example.ts";
import { anyRegister, catalogue, day, referenceDay, report } from "../tables/example.ts";
import { combined } from "./example.ts";

/** Both cycles are two years, the reference day 31 March 2024. */
const propose = (reports: readonly PackedReport[], months = 6) => combinedProposals(counted(reports), "L", "N", months);

/** An audit of each label, on its own day. */
const apart = (l: string, n: string, days: { l?: number; n?: number } = {}, organisation = "beta") => [
  report({ organisation, day: l, ...(days.l === undefined ? {} : { sector: { auditDays: days.l } }) }),
  report({ organisation, day: n, framework: "N/basis/2021", ...(days.n === undefined ? {} : { sector: { auditDays: days.n } }) }),
];

/** N has a cycle of three years. */
const withThreeYears = (reports: readonly PackedReport[]) => {
  const frameworks = catalogue.frameworks.map((one) => (one.label === "N" ? { ...one, cycleYears: 3 } : one));
  const longer = { ...catalogue, frameworks, frameworkByKey: new Map(frameworks.map((one) => [one.key, one])) };
  return countedScores(scoreShard(reports, longer, referenceDay), longer);
};

describe("one audit of two labels", () => {
  test("is proposed where two tests that were apart are due near each other, in the half-year before the first of them", () => {
    const found = propose(apart("2022-12-01", "2023-04-15"));
    expect(found).toMatchObject({ organisations: 1, inStep: 0, tooFarApart: 0 });
    expect(found.proposals).toMatchObject([
      {
        organisation: "beta",
        lastTogether: false,
        window: { from: day("2024-06-01"), until: day("2024-12-01") },
        broughtForward: 4,
        a: { due: day("2024-12-01") },
        b: { due: day("2025-04-15") },
      },
    ]);
  });

  test("begins at the reference date at the earliest, and is wanted at once when one of the two is late", () => {
    expect(propose(apart("2022-05-01", "2022-08-01")).proposals[0]!.window).toEqual({ from: referenceDay, until: day("2024-05-01") });
    expect(propose(apart("2022-02-01", "2022-06-01")).proposals[0]!.window).toBeNull();
  });

  test("is none when they are due further apart than was asked, by a day", () => {
    expect(propose(apart("2022-12-01", "2023-06-01")).proposals).toHaveLength(1);
    expect(propose(apart("2022-12-01", "2023-06-02"))).toMatchObject({ proposals: [], tooFarApart: 1 });
    expect(propose(apart("2022-12-01", "2023-06-02"), 12).proposals).toHaveLength(1);
  });

  test("saves nothing where both were tested together and are due together", () => {
    expect(propose(combined(1, { l: "2222", n: "22" }, "2023-03-01"))).toMatchObject({ organisations: 1, inStep: 1, proposals: [] });
  });

  test("keeps labels together that a cycle of another length drives apart: due a year apart after one audit", () => {
    const scores = withThreeYears(combined(1, { l: "2222", n: "22" }, "2023-03-01"));
    expect(combinedProposals(scores, "L", "N", 12).proposals).toMatchObject([
      { lastTogether: true, broughtForward: 12, window: { from: day("2024-09-01"), until: day("2025-03-01") }, daysApart: null },
    ]);
    expect(combinedProposals(scores, "L", "N", 6)).toMatchObject({ proposals: [], tooFarApart: 1 });
  });

  test("is not expected of who stayed away, nor of who has one label", () => {
    expect(propose(apart("2019-05-01", "2022-12-01"))).toMatchObject({ organisations: 0, proposals: [] });
    expect(propose([report({ day: "2023-01-01" })])).toMatchObject({ organisations: 0, proposals: [] });
    expect(propose([])).toMatchObject({ organisations: 0, proposals: [], days: { combined: null, saved: null } });
  });

  test("saves the days of two audits less those of a usual combined one, where they are known", () => {
    const together = [1, 1.5, 2, 2, 3].flatMap((auditDays, i) =>
      combined(i, { l: "2222", n: "22" }, "2021-09-01").map((one) => ({ ...one, sector: { auditDays } })),
    );
    const found = propose([
      ...together,
      ...apart("2022-12-01", "2023-02-01", { l: 2, n: 1.5 }),
      ...apart("2022-11-01", "2023-02-01", { l: 1, n: 2 }, "delta"),
      ...apart("2022-11-01", "2023-02-01", { l: 1 }, "gamma"),
    ]);
    expect(found.proposals).toHaveLength(3);
    // 3.5 + 3 days apart, twice 2 days together.
    expect(found.days).toEqual({ proposals: 2, apart: 6.5, combined: { median: 2, audits: 5 }, saved: 2.5 });
    const few = propose([...together.slice(0, 8), ...apart("2022-12-01", "2023-02-01", { l: 2, n: 1.5 })]);
    expect(few.days).toMatchObject({ proposals: 1, apart: 3.5, combined: null, saved: null });
  });

  test("puts every organisation with both labels somewhere, turns round with them, and keeps both within their cycle", () => {
    fc.assert(
      fc.property(anyRegister, fc.constantFrom(3, 6, 12), (reports, months) => {
        const there = propose(reports, months);
        expect(propose(reports.toReversed(), months)).toEqual(there);
        expect(there.proposals.length + there.inStep + there.tooFarApart).toBe(there.organisations);
        for (const { a, b, window } of there.proposals) {
          if (window === null) continue;
          expect(window.until).toBe(Math.min(a.due, b.due));
          expect(window.from).toBeGreaterThanOrEqual(referenceDay);
          expect(window.from).toBeLessThanOrEqual(window.until);
        }
        const back = combinedProposals(counted(reports), "N", "L", months);
        expect(back.proposals.map(({ organisation, window, a, b }) => [organisation, window, b.due, a.due])).toEqual(
          there.proposals.map(({ organisation, window, a, b }) => [organisation, window, a.due, b.due]),
        );
      }),
      { numRuns: 60 },
    );
  });
});
