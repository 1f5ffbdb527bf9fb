import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isExact, type Range } from "../../../../core/figures/suppression/range.ts";
import { mayReplace, mayStandBeside } from "../../../../core/figures/yearly-report/beside-earlier.ts";
import { type Judgements, nothingShown, type PublicCounts, shownNorm } from "../../../../core/figures/yearly-report/public-counts.ts";

const shown = (met: number, partiallyMet: number, notMet: number): PublicCounts => shownNorm({ met, partiallyMet, notMet }, []).counts;
const moved = (entered: number, left = 0, changed = 0) => ({ entered, left, changed });

describe("figures of two years", () => {
  test("may stand beside each other when many were tested in between", () => {
    expect(mayStandBeside(shown(30, 10, 20), shown(36, 10, 19), moved(5, 0, 20))).toBe(true);
  });

  test("may not when fewer than five organisations moved: the difference would be theirs", () => {
    for (const few of [moved(1), moved(0, 0, 4), moved(2, 1, 1)])
      expect(mayStandBeside(shown(30, 10, 20), shown(31, 10, 20), few)).toBe(false);
    expect(mayStandBeside(shown(30, 10, 20), shown(30, 10, 20), moved(0))).toBe(true);
    // Corrected since: nobody moved, and yet they differ.
    expect(mayStandBeside(shown(30, 10, 20), shown(31, 10, 19), moved(0))).toBe(false);
  });

  test("may not when what is hidden in one can be told from how far it can have come", () => {
    // 8 in the year before, and 5 moved: fewer than 3 cannot be.
    expect(mayStandBeside(shown(8, 20, 20), shown(3, 20, 25), moved(0, 0, 5))).toBe(false);
    expect(mayStandBeside(shown(8, 20, 20), shown(3, 20, 25), moved(0, 0, 30))).toBe(true);
  });

  test("may not when those who came in make a small cell of their own", () => {
    // Five came in and nobody else was tested: two of the five meet it.
    expect(mayStandBeside(shown(30, 0, 30), shown(32, 0, 33), moved(5))).toBe(false);
    expect(mayStandBeside(shown(30, 0, 30), shown(40, 0, 40), moved(20))).toBe(true);
    expect(mayStandBeside(shown(30, 0, 30), shown(32, 0, 33), moved(5, 0, 12))).toBe(true);
  });

  test("of which one is not shown tell nothing", () => {
    expect(mayStandBeside(nothingShown, shown(30, 0, 30), moved(1))).toBe(true);
  });

  test("that may stand beside each other keep five values for each small number, for an attacker who tries every course that fits", () => {
    fc.assert(
      fc.property(anyCourse, ({ before, after, movement }) => {
        const [earlier, later] = [shown(...before), shown(...after)];
        fc.pre(earlier.judged !== null && later.judged !== null && mayStandBeside(earlier, later, movement));
        const courses = coursesThatFit(earlier, later, movement);
        const values = (of: (course: Course) => number) => new Set(courses.map(of)).size;
        const small = (value: number) => value > 0 && value < 5;
        if (small(before[0])) expect(values((course) => course.before)).toBeGreaterThanOrEqual(Math.min(5, sizeOfHidden(earlier)));
        if (small(after[0])) expect(values((course) => course.after)).toBeGreaterThanOrEqual(Math.min(5, sizeOfHidden(later)));
      }),
      { numRuns: 3000 },
    );
  });
});

/** Three judgements before and after, by groups of organisations that stayed, changed, came and went. */
const anyCourse = fc
  .record({
    // Many who do not meet it and few who do: then few numbers are left, and a small one comes out often.
    stayed: fc.tuple(fc.nat(5), fc.nat(25)),
    changedFrom: fc.tuple(fc.nat(7), fc.nat(3)),
    shift: fc.integer({ min: -7, max: 4 }),
    entered: fc.tuple(fc.nat(2), fc.nat(3)),
    left: fc.tuple(fc.nat(1), fc.nat(1)),
  })
  .map(({ stayed, changedFrom, shift, entered, left }) => {
    const changed = changedFrom[0] + changedFrom[1];
    const changedMet = Math.max(0, Math.min(changed, changedFrom[0] + shift));
    const before: [number, number, number] = [stayed[0] + changedFrom[0] + left[0], 0, stayed[1] + changedFrom[1] + left[1]];
    const after: [number, number, number] = [stayed[0] + changedMet + entered[0], 0, stayed[1] + changed - changedMet + entered[1]];
    return { before, after, movement: { entered: entered[0] + entered[1], left: left[0] + left[1], changed } };
  });

interface Course {
  readonly before: number;
  readonly after: number;
}

/** Tries every number that met it before, how many of those who left, came and changed did, and keeps what comes out as is shown. */
function coursesThatFit(
  earlier: PublicCounts,
  later: PublicCounts,
  movement: { entered: number; left: number; changed: number },
): readonly Course[] {
  const met = ({ met: range, judged }: PublicCounts): Range => range ?? { from: 0, to: judged!.to };
  const courses: Course[] = [];
  for (let before = met(earlier).from; before <= met(earlier).to; before++) {
    for (let out = 0; out <= Math.min(movement.left, before); out++) {
      for (let inside = 0; inside <= movement.entered; inside++) {
        for (let shift = -Math.min(movement.changed, before - out); shift <= movement.changed; shift++) {
          const after = before - out + inside + shift;
          if (after >= met(later).from && after <= met(later).to) courses.push({ before, after });
        }
      }
    }
  }
  return courses;
}

const sizeOfHidden = ({ met, judged }: PublicCounts): number => (met ? met.to - met.from + 1 : judged!.to + 1);

describe("a new version of a year", () => {
  const counts = (met: number, partly: number, not: number): Judgements => ({ met, partiallyMet: partly, notMet: not });

  test("may say the same, or something that differs by five or more", () => {
    expect(mayReplace(shown(30, 10, 20), shown(30, 10, 20))).toBe(true);
    expect(mayReplace(shown(30, 10, 20), shown(40, 10, 10))).toBe(true);
    expect(mayReplace(shown(30, 10, 20), nothingShown)).toBe(true);
  });

  test("may not show a difference of one to four: that is how many reports were corrected", () => {
    for (const corrected of [1, 2, 3, 4]) expect(mayReplace(shown(30, 10, 20), shown(30 + corrected, 10, 20 - corrected))).toBe(false);
    expect(mayReplace(shown(30, 10, 20), shown(30, 10, 21))).toBe(false);
  });

  test("keeps hidden what was hidden", () => {
    const hidden = shown(3, 10, 20);
    expect(isExact(hidden.met!)).toBe(false);
    expect(mayReplace(hidden, shown(9, 10, 14))).toBe(false);
    expect(mayReplace(hidden, shown(4, 10, 19))).toBe(true);
    expect(mayReplace(nothingShown, shown(30, 10, 20))).toBe(false);
  });

  test("always has a way out: n alone, and then nothing", () => {
    const now = shownNorm(counts(31, 10, 19), [], "met").counts;
    expect(now).toMatchObject({ judged: { from: 60, to: 60 }, met: null });
    expect(mayReplace(shown(30, 10, 20), now)).toBe(true);
  });
});
