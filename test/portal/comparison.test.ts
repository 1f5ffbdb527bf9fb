import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../core/calendar.ts";
import { byDifference, compareSelections, differsClearly } from "../../core/figures/selected/compare-selections.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { comparisonFields, lastCycles, presetsOf, readComparison } from "../../portal/comparison.ts";
import { sampleScores } from "./sample-scores.ts";

const counted = await sampleScores();
const readAgain = (fields: readonly (readonly [string, string])[]) => {
  const query = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  return readComparison((name) => query.getAll(name), counted);
};

describe("a comparison in an address", () => {
  it("comes back from its own fields", () => {
    const side = fc.record({
      variants: fc.constantFrom<readonly string[]>([], ["basis"], ["wijkteam"]),
      from: fc.constantFrom(null, dayOf(2022, 1, 1)!),
      until: fc.constantFrom(null, dayOf(2024, 12, 31)!),
      body: fc.constantFrom(null, "ciio"),
      exceptBody: fc.constantFrom(null, "dnv"),
      kind: fc.constantFrom(null, "recertification" as const),
    });
    const shared = fc.record({ counting: fc.constantFrom("streng" as const, "soepel" as const), competency: fc.constantFrom(null, "C02") });
    fc.assert(
      fc.property(side, side, shared, (one, other, both) => {
        // A body is one of them or all but one: both at once is no choice that the form has.
        const whole = (chosen: typeof one) => ({
          ...everythingOf("KSW"),
          ...chosen,
          exceptBody: chosen.body === null ? chosen.exceptBody : null,
          ...both,
        });
        const comparison = { a: whole(one), b: whole(other) };
        const chosen = [one, other].some((each) => Object.values(each).some((value) => value !== null && String(value) !== ""));
        if (chosen) expect(readAgain(comparisonFields(comparison))).toEqual(comparison);
      }),
    );
  });

  it("is the last cycle beside the one before when nothing is chosen: two periods that meet and do not overlap", () => {
    const { a, b } = readAgain([
      ["label", "KSW"],
      ["telling", "soepel"],
    ]);
    const end = counted.referenceDay;
    expect([a.counting, b.counting]).toEqual(["soepel", "soepel"]);
    expect(b.from).toBe(a.until! + 1);
    expect(b.until).toBeNull();
    expect([(end - a.until!) / 365.25, (a.until! - a.from! + 1) / 365.25].map(Math.round)).toEqual([2, 2]);
    expect(lastCycles(counted, "KSW")).toEqual({ a: { ...a, counting: "streng" }, b: { ...b, counting: "streng" } });
  });

  it("is offered ready made: variants beside each other, and each body that delivered beside the others", () => {
    const presets = presetsOf(counted, "KSW");
    expect(presets.filter(({ about }) => about === "variants").length).toBe(1);
    const bodies = presets.flatMap((preset) => (preset.about === "body" ? [preset] : []));
    expect(bodies.map(({ body }) => body)).toEqual(counted.labels.get("KSW")?.tables.bodies);
    for (const { body, comparison } of bodies) {
      expect([comparison.a.exceptBody, comparison.b.body]).toEqual([body, body]);
      expect(readAgain(comparisonFields(comparison))).toEqual(comparison);
    }
  });
});

describe("the order of differences", () => {
  it("is the clear ones, then the others, each by size; without a difference last; nothing is lost", () => {
    for (const { comparison } of presetsOf(counted, "KSW")) {
      const { rows } = compareSelections(counted, comparison.a, comparison.b)!;
      const sorted = byDifference(rows);
      expect(new Set(sorted)).toEqual(new Set(rows));
      const ranks = sorted.map((row) => [Number(differsClearly(row)), row.difference ? Math.abs(row.difference.difference) : -1] as const);
      ranks.slice(1).forEach(([clear, size], i) => {
        const [before, sizeBefore] = ranks[i]!;
        expect(before > clear || (before === clear && sizeBefore >= size)).toBe(true);
      });
    }
  });

  it("calls a difference clear when its interval leaves out nought, whichever side", () => {
    const with_ = (lower: number, upper: number) => ({ difference: { difference: (lower + upper) / 2, interval: { lower, upper } } });
    expect([with_(0.01, 0.3), with_(-0.3, -0.01)].map(differsClearly)).toEqual([true, true]);
    expect([with_(-0.01, 0.3), with_(0, 0.3), with_(-0.3, 0), { difference: null }].map(differsClearly)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
