import { type Day, dayOf, isoDay, parseIsoDay } from "../../calendar.ts";
import { foldWord } from "../../catalogue/codes.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { auditKinds } from "../../scoring/types.ts";
import { kindWords } from "../tables/audit-groups.ts";
import { countings } from "../tables/counting.ts";
import { lastDayOf } from "../tables/periods.ts";
import type { CountedScores } from "./counted-scores.ts";
import { everythingOf, type Selection } from "./selection.ts";

/** All values of a field of an address, in its order. */
export type Fields = (name: string) => readonly string[];

/**
 * Reads a selection from the fields of an address: `label`, `variant` and `versie` (several may be given), `van`, `tot` (jjjj, jjjj-H1, jjjj-mm-dd or
 * dd-mm-jjjj), `instelling`, `zonder` (all bodies but this one), `soort`, `discipline`, `categorie`, `competentie`, `telling`, `zoek`. What is
 * unknown is passed over: an old or mistyped link still shows figures. So is a period that ends before it begins, and a version that the
 * chosen variants do not have. Without a known label: the first of the catalogue.
 */
export function readSelection(fields: Fields, { catalogue, referenceDay, labels }: CountedScores): Selection {
  const first = (name: string) => fields(name)[0]?.trim() ?? "";
  const known = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
    values.find((value) => value === first(name)) ?? null;

  const labelNames = [...new Set(catalogue.frameworks.map((framework) => framework.label))].sort(compareCodePoints);
  const label = known("label", labelNames) ?? labelNames[0] ?? "";
  const frameworks = catalogue.frameworks.filter((framework) => framework.label === label);
  const counted = labels.get(label);
  const bodies = [...catalogue.bodies.keys(), ...(counted?.tables.bodies ?? [])];
  const variants = several(
    fields("variant"),
    frameworks.map(({ variant }) => variant),
  );
  const versions = several(
    fields("versie"),
    frameworks.map(({ version }) => version),
  );
  const together = frameworks.some(
    ({ variant, version }) =>
      (variants.length === 0 || variants.includes(variant)) && (versions.length === 0 || versions.includes(version)),
  );
  return {
    ...everythingOf(label),
    variants,
    versions: together ? versions : [],
    ...readPeriod(first("van"), first("tot"), referenceDay),
    body: known("instelling", bodies),
    exceptBody: known("zonder", bodies),
    kind: auditKinds.find((kind) => foldWord(kindWords[kind]) === foldWord(first("soort"))) ?? null,
    discipline: known("discipline", counted?.tables.disciplines ?? []),
    category: known(
      "categorie",
      frameworks.flatMap(({ categories }) => categories.map(({ code }) => code)),
    ),
    competency: known(
      "competentie",
      catalogue.competencies.map(({ code }) => code),
    ),
    counting: known("telling", countings) ?? "streng",
    search: first("zoek").slice(0, LONGEST_SEARCH).trim(),
  };
}

/** The fields of a selection, so that reading them gives it again. What was not chosen has none. */
export function selectionFields(selection: Selection): readonly (readonly [name: string, value: string])[] {
  const { label, variants, versions, from, until, body, exceptBody, kind, discipline } = selection;
  const { category, competency, counting, search } = selection;
  const one = (name: string, value: string | null): [string, string][] => (value === null || value === "" ? [] : [[name, value]]);
  return [
    ["label", label],
    ...variants.map((variant) => ["variant", variant] as const),
    ...versions.map((version) => ["versie", version] as const),
    ...one("van", from === null ? null : isoDay(from)),
    ...one("tot", until === null ? null : isoDay(until)),
    ...one("instelling", body),
    ...one("zonder", exceptBody),
    ...one("soort", kind === null ? null : kindWords[kind].replaceAll(" ", "-")),
    ...one("discipline", discipline),
    ...one("categorie", category),
    ...one("competentie", competency),
    ...one("telling", counting === "streng" ? null : counting),
    ...one("zoek", search),
  ];
}

/** Longer than any code or title: what comes beyond it finds nothing. */
const LONGEST_SEARCH = 200;

/** Each known value once, in code-point order. All of them is the same as no choice. */
function several(asked: readonly string[], known: readonly string[]): string[] {
  const all = [...new Set(known)].sort(compareCodePoints);
  const chosen = all.filter((value) => asked.some((one) => one.trim() === value));
  return chosen.length === all.length && all.length > 1 ? [] : chosen;
}

function readPeriod(from: string, until: string, referenceDay: Day): Pick<Selection, "from" | "until"> {
  const first = readPeriodText(from)?.first ?? null;
  const asked = readPeriodText(until)?.last ?? null;
  const last = asked !== null && asked < referenceDay ? asked : null;
  return first !== null && first > (last ?? referenceDay) ? { from: null, until: null } : { from: first, until: last };
}

/** A year, a half-year, or a day. */
function readPeriodText(text: string): { readonly first: Day; readonly last: Day } | undefined {
  const period = /^(\d{4})(?:-H([12]))?$/i.exec(text);
  if (period) {
    const [year, half] = [Number(period[1]), period[2]];
    const first = dayOf(year, half === "2" ? 7 : 1, 1)!;
    return { first, last: half === undefined ? lastDayOf(year, "jaar") : lastDayOf(year * 2 + Number(half) - 1, "halfjaar") };
  }
  const day = parseIsoDay(
    text.replace(/^(\d{1,2})-(\d{1,2})-(\d{4})$/, (_, d, m, y) => `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`),
  );
  return day === undefined ? undefined : { first: day, last: day };
}
