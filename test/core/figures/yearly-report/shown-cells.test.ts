import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactly, type Range } from "../../../../core/figures/suppression/range.ts";
import { type ShownBefore, shownCells } from "../../../../core/figures/yearly-report/shown-cells.ts";

const rows = [0, 1, 2];
const columns = [0, 1];
type Numbers = readonly (readonly number[])[];

const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Three rows and two columns, with their totals. */
const tableOf = (numbers: Numbers) => ({
  cells: [
    { id: "all", value: sumOf(numbers.flat()) },
    ...rows.map((row) => ({ id: `row ${row}`, value: sumOf(numbers[row]!) })),
    ...columns.map((column) => ({ id: `column ${column}`, value: sumOf(rows.map((row) => numbers[row]![column]!)) })),
    ...rows.flatMap((row) => columns.map((column) => ({ id: `${row} ${column}`, value: numbers[row]![column]! }))),
  ],
  sums: [
    { total: "all", parts: rows.map((row) => `row ${row}`) },
    { total: "all", parts: columns.map((column) => `column ${column}`) },
    ...rows.map((row) => ({ total: `row ${row}`, parts: columns.map((column) => `${row} ${column}`) })),
    ...columns.map((column) => ({ total: `column ${column}`, parts: rows.map((row) => `${row} ${column}`) })),
  ],
});

const { cells: all, sums } = tableOf(rows.map(() => columns.map(() => 0)));
const ids = all.map(({ id }) => id);

const published = (numbers: Numbers, before: readonly ShownBefore[] = []): ReadonlyMap<string, Range | null> => {
  const shown = shownCells(tableOf(numbers), before);
  return new Map(ids.map((id) => [id, shown(id)]));
};
const asBefore =
  (version: ReadonlyMap<string, Range | null>): ShownBefore =>
  (id) =>
    version.get(id);

const small = (difference: number): boolean => Math.abs(difference) > 0 && Math.abs(difference) < 5;

const anyNumbers = fc.array(fc.array(fc.nat(12), { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 3 });
/** Most numbers stay; some go up by a few. */
const anyCorrection = fc.array(fc.array(fc.constantFrom(0, 0, 0, 1, 2, 5, 6), { minLength: 2, maxLength: 2 }), {
  minLength: 3,
  maxLength: 3,
});
const corrected = (numbers: Numbers, by: Numbers): Numbers => numbers.map((row, i) => row.map((one, j) => one + by[i]![j]!));

describe("a table beside earlier versions of it", () => {
  test("shows nothing that was hidden, no small difference, and no sum of hidden numbers that differs by few", () => {
    fc.assert(
      fc.property(anyNumbers, anyCorrection, anyCorrection, (numbers, by, again) => {
        const first = published(numbers);
        const secondNumbers = corrected(numbers, by);
        const second = published(secondNumbers, [asBefore(first)]);
        const third = published(corrected(secondNumbers, again), [asBefore(first), asBefore(second)]);
        for (const [earlier, later] of [
          [first, second],
          [first, third],
          [second, third],
        ] as const) {
          const shown = ids.filter((id) => later.get(id));
          expect(shown.filter((id) => !earlier.get(id))).toEqual([]);
          const difference = (id: string) => later.get(id)!.from - earlier.get(id)!.from;
          expect(shown.filter((id) => small(difference(id)))).toEqual([]);
          for (const { total, parts } of sums) {
            const shownParts = parts.filter((id) => later.get(id));
            if (!later.get(total) || shownParts.length === parts.length) continue;
            expect(small(difference(total) - sumOf(shownParts.map(difference)))).toBe(false);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("is shown once more when nothing changed", () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const first = published(numbers);
        expect(published(numbers, [asBefore(first)])).toEqual(first);
      }),
    );
  });

  test("is held against a report that says something of one of its numbers only", () => {
    const numbers = [
      [10, 10],
      [10, 10],
      [10, 10],
    ];
    const total = (value: number) => published(numbers, [(id) => (id === "all" ? exactly(value) : undefined)]).get("all");
    expect([59, 60, 55].map(total)).toEqual([null, exactly(60), exactly(60)]);
    expect(published(numbers, [(id) => (id === "all" ? null : undefined)]).get("all")).toBeNull();
  });
});
