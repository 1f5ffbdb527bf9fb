import { describe, expect, test } from "vitest";
import { isExact, type Range, sizeOf } from "../../../../core/figures/suppression/range.ts";
import { type Judgements, nothingShown, retreats, shownNorm } from "../../../../core/figures/yearly-report/public-counts.ts";

const counts = (met: number, partiallyMet: number, notMet: number): Judgements => ({ met, partiallyMet, notMet });
const one = (value: number): Range => ({ from: value, to: value });

/** Every way to divide up to so many organisations over the three judgements. */
const allUpTo = (most: number): Judgements[] =>
  Array.from({ length: most + 1 }, (_, n) => n).flatMap((n) =>
    Array.from({ length: n + 1 }, (_, met) => met).flatMap((met) =>
      Array.from({ length: n - met + 1 }, (_, partly) => counts(met, partly, n - met - partly)),
    ),
  );

const MOST = 26;
const everything = allUpTo(MOST);

describe("what is shown of a norm", () => {
  test("is all of it where nothing is small: 0 of 43 can be said", () => {
    expect(shownNorm(counts(0, 31, 12), []).counts).toEqual({ judged: one(43), met: one(0), partiallyMet: one(31), notMet: one(12) });
  });

  test("is a range of five where hardly anybody meets it, or nearly everybody", () => {
    expect(shownNorm(counts(1, 20, 62), []).counts).toMatchObject({ judged: one(83), met: { from: 1, to: 5 } });
    expect(shownNorm(counts(82, 1, 0), []).counts).toMatchObject({ judged: one(83), met: { from: 78, to: 82 } });
  });

  test("is how many meet it, and not how many meet it partly, where only that division is small", () => {
    const { met, partiallyMet, notMet } = shownNorm(counts(30, 8, 3), []).counts;
    expect([met, isExact(partiallyMet!), isExact(notMet!)]).toEqual([one(30), false, false]);
  });

  test("is nothing of fewer than five, also not that nobody meets it; and n alone of a handful that differ", () => {
    expect(shownNorm(counts(0, 0, 4), []).counts).toEqual(nothingShown);
    expect(shownNorm(counts(3, 2, 2), []).counts).toMatchObject({ judged: one(7), met: null });
  });

  test("leaves five values for every small number, for a reader of the norm", () => {
    for (const all of everything) {
      const shown = shownNorm(all, []).counts;
      for (const name of ["met", "partiallyMet", "notMet"] as const) {
        if (all[name] === 0 || all[name] > 4 || shown[name] === null) continue;
        expect([all, name, sizeOf(shown[name])]).toEqual([all, name, expect.toSatisfy((size: number) => size >= 5)]);
      }
    }
  });

  test.each(retreats)("leaves four values for every small number, for a reader who knows the rules as well (giving up: %s)", (retreat) => {
    const alike = new Map<string, Judgements[]>();
    for (const all of everything) {
      const said = JSON.stringify(shownNorm(all, [], retreat).counts);
      alike.set(said, [...(alike.get(said) ?? []), all]);
    }
    const betrayed = [...alike.values()].flatMap((same) => {
      const largest = Math.max(...same.map(({ met, partiallyMet, notMet }) => met + partiallyMet + notMet));
      if (largest > MOST - 1) return [];
      return (["met", "partiallyMet", "notMet"] as const).flatMap((name) => {
        const values = new Set(same.map((all) => all[name]));
        return values.size < 4 && [...values].some((value) => value > 0 && value < 5)
          ? [`${name}: ${[...values]} of ${JSON.stringify(same[0])}`]
          : [];
      });
    });
    expect(betrayed).toEqual([]);
  });
});

describe("groups of a norm", () => {
  const division = (...groups: readonly Judgements[]) => [
    { name: "variant", groups: groups.map((of, i) => ({ name: String(i), counts: of })) },
  ];

  test("are shown where neither they nor what is left are small", () => {
    expect(shownNorm(counts(40, 0, 20), division(counts(30, 0, 10), counts(10, 0, 10))).divisions?.[0]?.map(({ met }) => met)).toEqual([
      one(30),
      one(10),
    ]);
  });

  test("one that is small takes another along, since the whole is known", () => {
    const [large, small] = shownNorm(counts(40, 0, 30), division(counts(37, 0, 15), counts(3, 0, 15))).divisions![0]!;
    expect([large!.met, small!.met]).toEqual([
      { from: 35, to: 39 },
      { from: 1, to: 5 },
    ]);
  });

  test("do not change what is shown of the whole", () => {
    for (const all of everything.filter((_, i) => i % 7 === 0)) {
      const half = { met: Math.floor(all.met / 2), partiallyMet: Math.floor(all.partiallyMet / 2), notMet: Math.floor(all.notMet / 2) };
      const rest = { met: all.met - half.met, partiallyMet: all.partiallyMet - half.partiallyMet, notMet: all.notMet - half.notMet };
      expect(shownNorm(all, division(half, rest)).counts).toEqual(shownNorm(all, []).counts);
    }
  });

  test("keep five values for every small number in them and in the whole, though whole and groups add up", () => {
    for (const [a, b, c] of sampleOfThrees()) {
      const all = {
        met: a.met + b.met + c.met,
        partiallyMet: a.partiallyMet + b.partiallyMet + c.partiallyMet,
        notMet: a.notMet + b.notMet + c.notMet,
      };
      const shown = shownNorm(all, division(a, b, c));
      if (shown.divisions === null) continue;
      const groups = [a, b, c].map((of, i) => ({ of, shown: shown.divisions![0]![i]! }));
      for (const { of, shown: said } of groups) {
        if (said.judged === null || said.met === null) continue;
        expect(said.met.from).toBeLessThanOrEqual(of.met);
        expect(said.met.to).toBeGreaterThanOrEqual(of.met);
        if (of.met > 0 && of.met < 5)
          expect([of, valuesOf(groups, of, shown.counts.met!)]).toEqual([of, expect.toSatisfy((n: number) => n >= 5)]);
      }
    }
  });
});

/** Counted by hand: every number of this group for which the others can make up the whole. */
function valuesOf(
  groups: readonly { readonly of: Judgements; readonly shown: { readonly judged: Range | null; readonly met: Range | null } }[],
  group: Judgements,
  whole: Range,
): number {
  const met = (of: { judged: Range | null; met: Range | null }): Range => of.met ?? { from: 0, to: of.judged?.to ?? 1000 };
  const own = met(groups.find(({ of }) => of === group)!.shown);
  const others = groups.filter(({ of }) => of !== group).map(({ shown }) => met(shown));
  const low = others.reduce((sum, { from }) => sum + from, 0);
  const high = others.reduce((sum, { to }) => sum + to, 0);
  return Array.from({ length: sizeOf(own) }, (_, i) => own.from + i).filter(
    (value) => value + high >= whole.from && value + low <= whole.to,
  ).length;
}

function sampleOfThrees(): (readonly [Judgements, Judgements, Judgements])[] {
  const some = [
    counts(0, 0, 12),
    counts(3, 0, 9),
    counts(12, 0, 0),
    counts(9, 2, 1),
    counts(2, 0, 0),
    counts(0, 0, 0),
    counts(6, 0, 6),
    counts(20, 3, 2),
  ];
  return some.flatMap((a) => some.flatMap((b) => some.map((c) => [{ ...a }, { ...b }, { ...c }] as const)));
}
