import { yearOf } from "../../calendar.ts";
import { auditKinds } from "../../scoring/types.ts";
import type { CountCell, Sum } from "../suppression/hide-small-cells.ts";
import type { LabelYears } from "./label-years.ts";
import type { TestsOfYear, YearlyReport } from "./report.ts";
import { type ShownBefore, shownCells } from "./shown-cells.ts";

/**
 * The test reports of a year by kind and variant.
 *
 * @param published reports of this label: versions of this year, and those of later years, which show its total beside their own.
 */
export function testsOfYear(label: LabelYears, year: number, published: readonly YearlyReport[]): TestsOfYear {
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
  const before = published.filter((report) => report.years.includes(year)).map((report) => shownIn(report, year));
  // A label of which nothing is left in the catalogue has no variants, and then no sums either.
  const shown = shownCells({ cells, sums: variants.length > 0 ? sums : [] }, before);
  return {
    total: shown("all"),
    variants,
    perVariant: variants.map((variant) => shown(`* ${variant}`)),
    kinds: auditKinds.map((kind) => ({ kind, total: shown(kind), perVariant: variants.map((variant) => shown(`${kind} ${variant}`)) })),
  };
}

function shownIn(report: YearlyReport, year: number): ShownBefore {
  if (report.year !== year) return (id) => (id === "all" ? report.testsPerYear[report.years.indexOf(year)] : undefined);
  const { total, variants, perVariant, kinds } = report.tests;
  const all = new Map([
    ["all", total],
    ...variants.map((variant, i) => [`* ${variant}`, perVariant[i] ?? null] as const),
    ...kinds.flatMap((of) => [
      [of.kind, of.total] as const,
      ...variants.map((variant, i) => [`${of.kind} ${variant}`, of.perVariant[i] ?? null] as const),
    ]),
  ]);
  return (id) => all.get(id) ?? null;
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
