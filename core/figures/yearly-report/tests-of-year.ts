import { yearOf } from "../../calendar.ts";
import { auditKinds } from "../../scoring/types.ts";
import { type CountCell, hideSmallCells, type Sum, saysNothing } from "../suppression/hide-small-cells.ts";
import type { Range } from "../suppression/range.ts";
import type { LabelYears } from "./label-years.ts";
import type { TestsOfYear, YearlyReport } from "./report.ts";

/** The test reports of a year by kind and variant. What an earlier version of the report hid stays hidden. */
export function testsOfYear(label: LabelYears, year: number, versions: readonly YearlyReport[]): TestsOfYear {
  const { source } = label;
  const { variants } = source.view;
  const kinds = auditKinds.map((kind, position) => ({ kind, counts: countsPerVariant(label, year, position, variants.length) }));
  const perVariant = variants.map((_, variant) => sum(kinds.map(({ counts }) => counts[variant]!)));
  const cells: CountCell[] = [
    { id: "all", value: sum(perVariant) },
    ...kinds.map(({ kind, counts }) => ({ id: kind, value: sum(counts) })),
    ...variants.map((variant, i) => ({ id: `* ${variant}`, value: perVariant[i]! })),
    ...kinds.flatMap(({ kind, counts }) => variants.map((variant, i) => ({ id: `${kind} ${variant}`, value: counts[i]! }))),
  ];
  const sums: Sum[] = [
    { total: "all", parts: auditKinds },
    { total: "all", parts: variants.map((variant) => `* ${variant}`) },
    ...auditKinds.map((kind) => ({ total: kind, parts: variants.map((variant) => `${kind} ${variant}`) })),
    ...variants.map((variant) => ({ total: `* ${variant}`, parts: auditKinds.map((kind) => `${kind} ${variant}`) })),
  ];
  // A label of which nothing is left in the catalogue has no variants, and then no sums either.
  const ranges = hideSmallCells({
    cells: stayHidden(
      cells,
      versions.map(({ tests }) => shownIds(tests)),
    ),
    sums: variants.length > 0 ? sums : [],
  });
  const shown = (id: string): Range | null => shownOrNull(ranges.get(id)!);
  return {
    total: shown("all"),
    variants,
    perVariant: variants.map((variant) => shown(`* ${variant}`)),
    kinds: auditKinds.map((kind) => ({ kind, total: shown(kind), perVariant: variants.map((variant) => shown(`${kind} ${variant}`)) })),
  };
}

/** Only a count itself is shown of reports; a range would say nothing that the counts beside it do not. */
export const shownOrNull = (range: Range): Range | null => (range.from === range.to && !saysNothing(range) ? range : null);

/** Hides once more what was hidden in any of these: cells by id, those that were shown. */
export const stayHidden = (cells: readonly CountCell[], shownBefore: readonly ReadonlySet<string>[]): readonly CountCell[] =>
  cells.map((cell) => (shownBefore.every((shown) => shown.has(cell.id)) ? cell : { ...cell, hidden: true }));

function shownIds({ total, variants, perVariant, kinds }: TestsOfYear): ReadonlySet<string> {
  const all: (readonly [string, Range | null | undefined])[] = [
    ["all", total],
    ...variants.map((variant, i) => [`* ${variant}`, perVariant[i]] as const),
    ...kinds.flatMap((of) => [
      [of.kind, of.total] as const,
      ...variants.map((variant, i) => [`${of.kind} ${variant}`, of.perVariant[i]] as const),
    ]),
  ];
  return new Set(all.filter(([, range]) => range).map(([id]) => id));
}

function countsPerVariant(
  { source: { matrix, label, audit }, referenceDay }: LabelYears,
  year: number,
  kind: number,
  variants: number,
): number[] {
  const counts = new Array<number>(variants).fill(0);
  for (let row = 0; row < matrix.audits; row++) {
    if (matrix.day[row]! > referenceDay || yearOf(matrix.day[row]!) !== year || label!.audits.kind[audit[row]!] !== kind) continue;
    counts[matrix.variant[row]!]!++;
  }
  return counts;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
