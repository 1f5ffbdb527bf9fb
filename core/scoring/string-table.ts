import { compareCodePoints } from "./code-points.ts";

/** Distinct texts in code-point order: a text is a small number, and comparing the numbers compares the texts. */
export type StringTable = readonly string[];

export interface IndexedTable {
  readonly table: StringTable;
  readonly indexOf: ReadonlyMap<string, number>;
}

export function stringTable(texts: Iterable<string>): IndexedTable {
  const table = [...new Set(texts)].sort(compareCodePoints);
  return { table, indexOf: new Map(table.map((text, index) => [text, index])) };
}

export interface MergedTable {
  readonly table: StringTable;
  /** Old number → new number. */
  readonly fromA: Uint32Array;
  readonly fromB: Uint32Array;
  /** New numbers of the texts that both have. */
  readonly common: readonly number[];
}

export function mergeTables(a: StringTable, b: StringTable): MergedTable {
  const table: string[] = [];
  const fromA = new Uint32Array(a.length);
  const fromB = new Uint32Array(b.length);
  const common: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const order = i === a.length ? 1 : j === b.length ? -1 : compareCodePoints(a[i]!, b[j]!);
    if (order === 0) common.push(table.length);
    const text = order <= 0 ? a[i]! : b[j]!;
    if (order <= 0) fromA[i++] = table.length;
    if (order >= 0) fromB[j++] = table.length;
    table.push(text);
  }
  return { table, fromA, fromB, common };
}
