/** Two selections in one address: what both share by its own name, what each has for itself with `a-` or `b-` before it. */
import { type Day, dayOf, isoDay, yearOf } from "../core/calendar.ts";
import type { CountedScores } from "../core/figures/selected/counted-scores.ts";
import { type Fields, readSelection, selectionFields } from "../core/figures/selected/read-selection.ts";
import { everythingOf, type Selection } from "../core/figures/selected/selection.ts";

export interface Comparison {
  /** The first; differences are the second less the first. */
  readonly a: Selection;
  readonly b: Selection;
}

const sides = ["a", "b"] as const;

/** Fields of both sides; all others belong to one. */
const SHARED: readonly string[] = ["label", "telling", "categorie", "competentie", "zoek"];

/** Before the code of a body: every body but this one. One field so says what `instelling` and `zonder` say of a selection. */
const ALL_BUT = "!";

/** A comparison that nobody chose yet: the last cycle of the label beside the one before. */
export function readComparison(fields: Fields, counted: CountedScores): Comparison {
  const side = (name: (typeof sides)[number]) => readSelection((field) => fieldOf(fields, name, field), counted);
  const chosen = { a: side("a"), b: side("b") };
  if (sides.some((name) => ownFields(chosen[name]).length > 0)) return chosen;
  const { a, b } = lastCycles(counted, chosen.a.label);
  const { category, competency, counting, search } = chosen.a;
  return { a: { ...a, category, competency, counting, search }, b: { ...b, category, competency, counting, search } };
}

function fieldOf(fields: Fields, side: string, field: string): readonly string[] {
  if (SHARED.includes(field)) return fields(field);
  const bodies = fields(`${side}-instelling`);
  if (field === "instelling") return bodies.filter((body) => !body.startsWith(ALL_BUT));
  if (field === "zonder") return bodies.filter((body) => body.startsWith(ALL_BUT)).map((body) => body.slice(ALL_BUT.length));
  return fields(`${side}-${field}`);
}

/** The fields of a comparison, so that reading them gives it again. */
export const comparisonFields = ({ a, b }: Comparison): readonly (readonly [name: string, value: string])[] => [
  ...selectionFields(a).filter(([name]) => SHARED.includes(name)),
  ...ownFields(a).map(([name, value]) => [`a-${name}`, value] as const),
  ...ownFields(b).map(([name, value]) => [`b-${name}`, value] as const),
];

const ownFields = (selection: Selection): readonly (readonly [name: string, value: string])[] =>
  selectionFields(selection)
    .filter(([name]) => !SHARED.includes(name))
    .map(([name, value]) => (name === "zonder" ? ["instelling", ALL_BUT + value] : [name, value]));

/** The value of the choice of a body, for a form: its code, or all but it. */
export const bodyChoice = ({ body, exceptBody }: Selection): string | undefined =>
  body ?? (exceptBody === null ? undefined : ALL_BUT + exceptBody);

export const allBut = (body: string): string => ALL_BUT + body;

/** What people ask most: the last cycle beside the one before, a variant beside another, a body beside the others. */
export type Preset =
  | { readonly about: "cycles"; readonly years: number; readonly comparison: Comparison }
  | { readonly about: "variants"; readonly names: readonly [string, string]; readonly comparison: Comparison }
  | { readonly about: "body"; readonly body: string; readonly comparison: Comparison };

export function presetsOf(counted: CountedScores, label: string): readonly Preset[] {
  const all = everythingOf(label);
  const frameworks = counted.catalogue.frameworks.filter((framework) => framework.label === label);
  const [first, ...others] = [...new Set(frameworks.map(({ variant }) => variant))];
  const delivered = counted.labels.get(label)?.tables.bodies ?? [];
  return [
    { about: "cycles", years: cycleOf(counted, label), comparison: lastCycles(counted, label) },
    ...others.map((other): Preset => {
      const comparison = { a: { ...all, variants: [first!] }, b: { ...all, variants: [other] } };
      return { about: "variants", names: [first!, other], comparison };
    }),
    ...(delivered.length < 2 ? [] : delivered).map(
      (body): Preset => ({ about: "body", body, comparison: { a: { ...all, exceptBody: body }, b: { ...all, body } } }),
    ),
  ];
}

/** The last cycle of a label, and the one before. In a whole cycle nearly every organisation is tested once: a shorter period would compare other organisations. */
export function lastCycles(counted: CountedScores, label: string): Comparison {
  const years = cycleOf(counted, label);
  const end = counted.referenceDay;
  const [middle, begin] = [yearsBefore(end, years), yearsBefore(end, 2 * years)];
  const all = everythingOf(label);
  return { a: { ...all, from: begin + 1, until: middle }, b: { ...all, from: middle + 1 } };
}

export const cycleOf = ({ catalogue }: CountedScores, label: string): number =>
  catalogue.frameworks.findLast((framework) => framework.label === label)?.cycleYears ?? 1;

/** The same day some years before; of 29 February, the 28th. */
function yearsBefore(day: Day, years: number): Day {
  const [, month, dayOfMonth] = isoDay(day).split("-").map(Number) as [number, number, number];
  const year = yearOf(day) - years;
  return dayOf(year, month, dayOfMonth) ?? dayOf(year, month, dayOfMonth - 1)!;
}
