import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CountCell, type CountTable, hideSmallCells, type Sum } from "../../../../core/figures/suppression/hide-small-cells.ts";
import { isExact, type Range } from "../../../../core/figures/suppression/range.ts";
import { valuesThatFit } from "./attacker.ts";

/** Rows and columns with their totals and the total of all: the totals first, since they matter most. */
function twoWay(counts: readonly (readonly number[])[]): CountTable {
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const columns = counts[0]!.map((_, column) => counts.map((row) => row[column]!));
  const cells: CountCell[] = [
    { id: "all", value: sum(counts.flat()) },
    ...counts.map((row, i) => ({ id: `row ${i}`, value: sum(row) })),
    ...columns.map((column, j) => ({ id: `column ${j}`, value: sum(column) })),
    ...counts.flatMap((row, i) => row.map((value, j) => ({ id: `${i} ${j}`, value }))),
  ];
  const sums: Sum[] = [
    { total: "all", parts: counts.map((_, i) => `row ${i}`) },
    { total: "all", parts: columns.map((_, j) => `column ${j}`) },
    ...counts.map((row, i) => ({ total: `row ${i}`, parts: row.map((_, j) => `${i} ${j}`) })),
    ...columns.map((_, j) => ({ total: `column ${j}`, parts: counts.map((_, i) => `${i} ${j}`) })),
  ];
  return { cells, sums };
}

/** A total, its parts, and parts of those: norms within categories within a label. */
function nested(counts: readonly (readonly number[])[]): CountTable {
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    cells: [
      { id: "all", value: sum(counts.flat()) },
      ...counts.map((part, i) => ({ id: `part ${i}`, value: sum(part) })),
      ...counts.flatMap((part, i) => part.map((value, j) => ({ id: `${i} ${j}`, value }))),
    ],
    sums: [
      { total: "all", parts: counts.map((_, i) => `part ${i}`) },
      ...counts.map((part, i) => ({ total: `part ${i}`, parts: part.map((_, j) => `${i} ${j}`) })),
    ],
  };
}

const rectangle = (rows: number, columns: number) =>
  fc.array(fc.array(fc.oneof(fc.nat(4), fc.nat(14)), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

const anyTable: fc.Arbitrary<CountTable> = fc.oneof(
  rectangle(2, 2).map(twoWay),
  rectangle(2, 3).map(twoWay),
  rectangle(3, 2).map(nested),
  rectangle(1, 3).map(nested),
);

const small = ({ value }: CountCell): boolean => value > 0 && value < 5;
const hiddenIn = (shown: ReadonlyMap<string, Range>) => [...shown].filter(([, range]) => !isExact(range)).map(([id]) => id);

/** Small cells that somebody can tell to be one of fewer than five values. */
const betrayed = (table: CountTable, shown: ReadonlyMap<string, Range>): string[] =>
  table.cells
    .filter(small)
    .filter(({ id }) => valuesThatFit(table.sums, shown, id, { enough: 5, most: 40 }) < 5)
    .map(({ id }) => id);

describe("hiding small cells", () => {
  test("leaves five values for every small cell of any table, whatever its totals say", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(betrayed(table, hideSmallCells(table))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("without the second cell beside it, the attacker finds most of them: this is what the attack is for", () => {
    const onlySmall = (table: CountTable) =>
      new Map(
        table.cells.map((cell): [string, Range] => [cell.id, small(cell) ? { from: 0, to: 1e9 } : { from: cell.value, to: cell.value }]),
      );
    const found = fc.sample(anyTable, { numRuns: 200, seed: 1 }).filter((table) => betrayed(table, onlySmall(table)).length > 0);
    expect(found.length).toBeGreaterThan(100);
  });

  test("says of a hidden cell exactly what can be worked out, and never what is not so", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const shown = hideSmallCells(table);
        for (const { id, value } of table.cells) {
          expect(shown.get(id)!.from).toBeLessThanOrEqual(value);
          expect(shown.get(id)!.to).toBeGreaterThanOrEqual(value);
        }
      }),
    );
  });

  test("hides nothing where nothing is small", () => {
    expect(
      hiddenIn(
        hideSmallCells(
          twoWay([
            [0, 12],
            [7, 0],
          ]),
        ),
      ),
    ).toEqual([]);
  });

  test("hides a second cell in the row and in the column of a small one", () => {
    expect(
      hiddenIn(
        hideSmallCells(
          twoWay([
            [3, 12],
            [7, 20],
          ]),
        ),
      ).sort(),
    ).toEqual(["0 0", "0 1", "1 0", "1 1"]);
  });

  test("takes a second cell from the end, and leaves totals as long as it can", () => {
    const hidden = hiddenIn(
      hideSmallCells(
        nested([
          [3, 12, 30],
          [40, 50, 60],
        ]),
      ),
    );
    expect(hidden).toEqual(["0 0", "0 2"]);
  });

  test("does not take a nought for a second cell when another will do: it would hide nothing", () => {
    expect(hiddenIn(hideSmallCells(nested([[2, 12, 0]])))).toEqual(["0 0", "0 1"]);
  });

  test("says nothing of the parts of a small total, also not that one of them is nobody", () => {
    const hidden = hiddenIn(
      hideSmallCells(
        nested([
          [3, 0],
          [20, 30],
        ]),
      ),
    );
    expect(hidden).toEqual(expect.arrayContaining(["part 0", "0 0", "0 1"]));
  });

  test("shows a nought among large numbers: nobody is nobody's secret", () => {
    const shown = hideSmallCells(nested([[0, 43]]));
    expect(shown.get("0 0")).toEqual({ from: 0, to: 0 });
  });

  test("tells of a hidden cell what it is told to, and that holds for every value within", () => {
    const told = { from: 1, to: 5 };
    for (const met of [1, 2, 3, 4, 5]) {
      const shown = hideSmallCells({
        cells: [
          { id: "n", value: 41 },
          { id: "met", value: met, told },
          { id: "rest", value: 41 - met },
        ],
        sums: [{ total: "n", parts: ["met", "rest"] }],
      });
      expect([shown.get("met"), shown.get("rest")]).toEqual([told, { from: 36, to: 40 }]);
    }
  });

  test("what must stay hidden cannot be worked out either", () => {
    const shown = hideSmallCells({
      cells: [
        { id: "n", value: 41 },
        { id: "met", value: 20, hidden: true },
        { id: "rest", value: 21 },
      ],
      sums: [{ total: "n", parts: ["met", "rest"] }],
    });
    expect(shown.get("met")).toEqual({ from: 0, to: 41 });
  });

  test("refuses a table whose sums are not right, and one that names what it has not", () => {
    const cells = [
      { id: "n", value: 3 },
      { id: "a", value: 1 },
    ];
    expect(() => hideSmallCells({ cells, sums: [{ total: "n", parts: ["a"] }] })).toThrow("is not the sum");
    expect(() => hideSmallCells({ cells, sums: [{ total: "n", parts: ["b"] }] })).toThrow("does not have");
  });
});
