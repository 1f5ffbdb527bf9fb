import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planning, quarterName, quarterOf } from "../../../../core/figures/analyses/planning.ts";
import { counted } from "../selected/example.ts";
import { anyRegister, day, report } from "../tables/example.ts";

/** The cycle is two years, the reference day 31 March 2024. */
const planOf = (...reports: Parameters<typeof counted>[0]) => planning(counted(reports));

describe("the next tests", () => {
  test("are counted per quarter from the reference date on, with those that are late and those that stayed away apart", () => {
    const { quarters, labels } = planOf(
      report({ organisation: "gamma", day: "2022-04-01" }),
      report({ organisation: "beta", day: "2022-06-30" }),
      report({ organisation: "delta", day: "2023-01-15" }),
      report({ organisation: "kvk:20000001", day: "2022-02-01" }),
      report({ organisation: "kvk:20000002", day: "2019-02-01" }),
    );
    expect(quarters.map(quarterName)).toEqual(["2024-K1", "2024-K2", "2024-K3", "2024-K4", "2025-K1"]);
    expect(labels).toMatchObject([{ label: "L", cycles: [2], overdue: 1, away: 1, perQuarter: [0, 2, 0, 0, 1] }]);
    expect(labels[0]!.tests.map(({ name, due, state }) => [name, due, state])).toEqual([
      ["kvk:20000002", day("2021-02-01"), "away"],
      ["kvk:20000001", day("2024-02-01"), "overdue"],
      ["Gamma", day("2024-04-01"), "soon"],
      ["beta", day("2024-06-30"), "soon"],
      ["delta", day("2025-01-15"), "later"],
    ]);
  });

  test("are of every label that was tested, each by its own cycle", () => {
    const { labels } = planOf(report({}), report({ framework: "N/basis/2021", day: "2023-01-01" }));
    expect(labels.map(({ label }) => label)).toEqual(["L", "N"]);
    expect(planOf()).toMatchObject({ labels: [], quarters: [quarterOf(day("2024-03-31"))] });
  });

  test("have everybody once: in a quarter, late, or away", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const { labels, quarters } = planOf(...reports);
        for (const { tests, overdue, away, perQuarter } of labels) {
          expect(perQuarter.length).toBe(quarters.length);
          expect(perQuarter.reduce((sum, one) => sum + one, 0) + overdue + away).toBe(tests.length);
        }
        expect(planOf(...reports.toReversed())).toEqual(planOf(...reports));
      }),
      { numRuns: 60 },
    );
  });
});

test("a quarter begins on the first of January, April, July or October", () => {
  for (const [first, last] of [
    ["2024-01-01", "2024-03-31"],
    ["2024-04-01", "2024-06-30"],
    ["2024-07-01", "2024-09-30"],
    ["2024-10-01", "2024-12-31"],
  ] as const) {
    expect(quarterOf(day(first))).toBe(quarterOf(day(last)));
    expect(quarterOf(day(last) + 1)).toBe(quarterOf(day(last)) + 1);
  }
});
