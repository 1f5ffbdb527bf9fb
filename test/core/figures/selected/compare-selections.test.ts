import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareSelections } from "../../../../core/figures/selected/compare-selections.ts";
import { normRows } from "../../../../core/figures/selected/norm-rows.ts";
import { everythingOf, type Selection } from "../../../../core/figures/selected/selection.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, day, report } from "../tables/example.ts";
import { counted, selection } from "./example.ts";

const compare = (reports: readonly PackedReport[], a: Partial<Selection>, b: Partial<Selection>) =>
  compareSelections(counted(reports), selection(a), selection(b))!;

const row = (reports: readonly PackedReport[], a: Partial<Selection>, b: Partial<Selection>, code: string) =>
  compare(reports, a, b).rows.find(({ norm }) => norm.code === code)!;

describe("two selections beside each other", () => {
  const of = (count: number, what: Parameters<typeof report>[0], from = 0) =>
    Array.from({ length: count }, (_, i) => report({ ...what, organisation: `kvk:${20000000 + from + i}` }));

  test("give the share of each, and what the second has more, with Newcombe's interval", () => {
    const reports = [
      ...of(56, { day: "2022-03-01", audit: "2222" }),
      ...of(14, { day: "2022-03-01", audit: "0222" }, 56),
      ...of(48, { day: "2018-03-01", framework: "L/basis/2017", audit: "2222" }, 100),
      ...of(32, { day: "2018-03-01", framework: "L/basis/2017", audit: "0222" }, 148),
    ];
    const found = row(reports, { until: day("2019-12-31") }, { from: day("2020-01-01") }, "A1");
    expect([found.a.counts.judged, found.a.met, found.b.counts.judged, found.b.met]).toEqual([80, 48, 70, 56]);
    expect(found.difference!.difference).toBeCloseTo(0.2, 12);
    expect(found.difference!.interval.lower).toBeCloseTo(0.0524, 4);
    expect(found.difference!.interval.upper).toBeCloseTo(0.3339, 4);
    expect(found.inBoth).toBe(0);
  });

  test("say how many organisations are in both", () => {
    const reports = [...of(3, { day: "2018-03-01", audit: "0222" }), ...of(2, { day: "2022-03-01", kind: "recertification" })];
    expect(row(reports, { until: day("2019-12-31") }, { from: day("2020-01-01") }, "A1").inBoth).toBe(2);
  });

  test("put a norm that two variants share in one row, and one that only one has beside nothing", () => {
    const reports = [
      report({ framework: "L/basis/2021", audit: "222" }),
      report({ framework: "L/wijk/2021", organisation: "delta", audit: "20" }),
    ];
    const found = compare(reports, { variants: ["basis"] }, { variants: ["wijk"] });
    const judged = (code: string) => {
      const { a, b, difference } = found.rows.find(({ norm }) => norm.code === code)!;
      return [a.counts.judged, b.counts.judged, difference?.difference ?? null];
    };
    expect(judged("A1")).toEqual([1, 1, -1]);
    expect(judged("B9")).toEqual([0, 1, null]);
    expect(found.exploratory).toBe(true);
  });

  test("lay a body beside the others: who went to another body is in both, by the report of each", () => {
    const reports = [
      ...of(3, { body: "ciio", audit: "2222" }),
      ...of(4, { body: "dnv", audit: "0222" }, 3),
      report({ body: "ciio", organisation: "kvk:20000003", day: "2018-03-01", audit: "2222" }),
    ];
    const found = row(reports, { body: "ciio" }, { exceptBody: "ciio" }, "A1");
    expect([found.a.met, found.a.counts.judged, found.b.met, found.b.counts.judged, found.inBoth]).toEqual([4, 4, 0, 4, 1]);
    expect(row(reports, {}, { exceptBody: "nobody" }, "A1").b.counts).toEqual(row(reports, {}, {}, "A1").a.counts);
  });

  test("are read with one counting: that of the first", () => {
    const reports = [report({ audit: "1222" })];
    expect(row(reports, { counting: "soepel" }, { counting: "streng" }, "A1")).toMatchObject({ a: { met: 1 }, b: { met: 1 } });
  });

  test("of two labels are not compared norm by norm", () => {
    expect(compareSelections(counted([]), selection(), everythingOf("N"))).toBeNull();
  });

  test("are each what the selection says by itself", () => {
    fc.assert(
      fc.property(anyRegister, fc.constantFrom(null, "ciio", "dnv"), fc.constantFrom(null, day("2020-07-01")), (reports, body, from) => {
        const found = compare(reports, { body }, { from });
        const sides = [normRows(counted(reports), selection({ body })), normRows(counted(reports), selection({ from }))];
        expect(found.rows.map(({ a }) => a.counts)).toEqual(sides[0]!.rows.map(({ counts }) => counts));
        expect(found.rows.map(({ b }) => b.counts)).toEqual(sides[1]!.rows.map(({ counts }) => counts));
        for (const { a, b, inBoth } of found.rows) expect(inBoth).toBeLessThanOrEqual(Math.min(a.counts.judged, b.counts.judged));
      }),
      { numRuns: 60 },
    );
  });
});
