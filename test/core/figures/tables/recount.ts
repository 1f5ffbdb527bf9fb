/**
 * A second count of what the tables say, written from their sentences: slow, with report objects and texts, and with nothing of the
 * scores, views and lines of the product.
 */
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { frameworks, referenceDay } from "./example.ts";

const keyOf = ({ label, variant, version }: { label: string; variant: string; version: string }) => `${label}/${variant}/${version}`;

/** `L/basis/2019 A1` */
type Place = string;
/** All places of one norm in a view, sorted: a norm of a view is the set of its places. */
export type Identity = string;

/** A view is written `L *` or `L basis`. */
export const frameworksOf = (view: string) => {
  const [label, variant] = view.split(" ");
  return frameworks.filter((framework) => framework.label === label && (variant === "*" || framework.variant === variant));
};

/** "A line runs on only through lineage same; a norm with the same code in two variants, tied by overlaps, is one norm." */
export function identities(view: string): Map<Place, Identity> {
  const inView = frameworksOf(view);
  const places = inView.flatMap((framework) => framework.norms.map(({ code }) => `${keyOf(framework)} ${code}`));
  const ties = inView.flatMap((framework) =>
    framework.norms.flatMap((norm) => [
      ...(norm.from ?? [])
        .filter(({ relation }) => relation === "same")
        .map((step) => [`${keyOf(framework)} ${norm.code}`, `${step.framework} ${step.norm}`]),
      ...(norm.overlaps ?? [])
        .filter((other) => other.norm === norm.code)
        .map((other) => [`${keyOf(framework)} ${norm.code}`, `${other.framework} ${other.norm}`]),
    ]),
  );
  const together = new Map(places.map((place) => [place, new Set([place])]));
  // So often that the longest chain has come together.
  for (const _ of places) {
    for (const [a, b] of ties) {
      const [ofA, ofB] = [together.get(a!), together.get(b!)];
      if (!ofA || !ofB) continue;
      const joined = new Set([...ofA, ...ofB]);
      for (const place of joined) together.set(place, joined);
    }
  }
  return new Map(places.map((place) => [place, [...together.get(place)!].sort().join("|")]));
}

/** "Organisations merge": alfa went up in gamma. */
export const organisationOf = ({ organisation }: PackedReport): string => (organisation === "alfa" ? "gamma" : organisation);

/** Reports of a view up to the reference day, in the order in which they count as later. */
export const inView = (view: string, reports: readonly PackedReport[], until = referenceDay): PackedReport[] =>
  reports
    .filter((report) => report.day <= until && frameworksOf(view).some((framework) => keyOf(framework) === report.framework))
    .sort((a, b) => a.day - b.day || codePoints(a.reference) - codePoints(b.reference) || (a.body < b.body ? -1 : 1));

/** Enough for the references of the example: R1 … R3, U+FFFD, an emoji. */
const codePoints = (text: string): number =>
  text.codePointAt(0)! * 1000 + (text.charCodeAt(1) || 0) * (text.length === 2 && text[0] === "R" ? 1 : 0);

export const isFull = ({ kind }: PackedReport): boolean => kind === "initial" || kind === "recertification";

/** The score of a report on a norm of a view: its own row; else the judgement that the other label of a combined audit lends. */
export function scoreOf(report: PackedReport, norm: Identity, all: readonly PackedReport[]): string {
  const codes = norm.split("|").flatMap((place) => (place.startsWith(`${report.framework} `) ? [place.split(" ")[1]!] : []));
  const code = codes[0];
  if (code === undefined) return ".";
  const own = characterOf(report, code);
  if (own !== ".") return own;
  const lent = all
    .filter((other) => other.day <= referenceDay && other.body === report.body && other.reference === report.reference)
    .filter((other) => other.framework[0] !== report.framework[0] && organisationOf(other) === organisationOf(report))
    .filter((other) => Math.abs(other.day - report.day) <= 31)
    .flatMap((other) => overlapping(report.framework, code, other.framework).map((otherCode) => characterOf(other, otherCode)));
  return lent.filter(isJudged).sort()[0] ?? ".";
}

export const isJudged = (score: string): boolean => "012".includes(score);

const frameworkAt = (key: string) => frameworks.find((framework) => keyOf(framework) === key)!;

const characterOf = (report: PackedReport, code: string): string =>
  report.audit[frameworkAt(report.framework).norms.findIndex((norm) => norm.code === code)]!;

const overlapping = (key: string, code: string, otherKey: string): string[] =>
  frameworkAt(otherKey)
    .norms.filter(
      (other) =>
        (other.overlaps ?? []).some((overlap) => overlap.framework === key && overlap.norm === code) ||
        (frameworkAt(key).norms.find((norm) => norm.code === code)?.overlaps ?? []).some(
          (overlap) => overlap.framework === otherKey && overlap.norm === other.code,
        ),
    )
    .map((other) => other.code);

/** "Its latest report of kind eerste toets or hertoets"; "later reports replace the judgement of the norms they judged". */
export function standing(reports: readonly PackedReport[], norm: Identity, all: readonly PackedReport[]): string {
  const at = reports.findLastIndex(isFull);
  if (at < 0) return ".";
  const score = scoreOf(reports[at]!, norm, all);
  if (score === ".") return ".";
  return reports
    .slice(at + 1)
    .map((later) => scoreOf(later, norm, all))
    .filter(isJudged)
    .reduce((_, later) => later, score);
}

/** Per organisation, in any order. */
export function byOrganisation(reports: readonly PackedReport[]): PackedReport[][] {
  const organisations = [...new Set(reports.map(organisationOf))];
  return organisations.map((organisation) => reports.filter((report) => organisationOf(report) === organisation));
}

export interface GroupLine {
  /** Framework keys, joined by `|`. */
  readonly lijn: string;
  readonly norms: readonly Identity[];
}

/** "One line for each set of norms that the group had, and one over the norms that all of them share." */
export function groupLines(
  view: string,
  belongs: (norm: { code: string; category: string; competencies?: readonly string[] }) => boolean,
): GroupLine[] {
  const identity = identities(view);
  const sets = frameworksOf(view)
    .map((framework) => ({
      key: keyOf(framework),
      norms: framework.norms
        .filter(belongs)
        .map(({ code }) => identity.get(`${keyOf(framework)} ${code}`)!)
        .sort(),
    }))
    .filter(({ norms }) => norms.length > 0);
  const distinct = [...new Set(sets.map(({ norms }) => norms.join(" + ")))];
  const lines = distinct.map((set) => {
    const same = sets.filter(({ norms }) => norms.join(" + ") === set);
    return { lijn: same.map(({ key }) => key).join("|"), norms: same[0]!.norms };
  });
  const shared = (sets[0]?.norms ?? []).filter((norm) => sets.every(({ norms }) => norms.includes(norm)));
  return lines.length > 1 && shared.length > 0 ? [...lines, { lijn: sets.map(({ key }) => key).join("|"), norms: shared }] : lines;
}

/** Every line of a view, norms first. */
export function allLines(view: string): (GroupLine & { readonly niveau: string; readonly code: string })[] {
  const norms = [...new Set(identities(view).values())].map((norm) => {
    const places = norm.split("|");
    const order = frameworksOf(view).map(keyOf);
    const inOrder = places.sort((a, b) => order.indexOf(a.split(" ")[0]!) - order.indexOf(b.split(" ")[0]!));
    return {
      niveau: "norm",
      code: inOrder.at(-1)!.split(" ")[1]!,
      lijn: inOrder.map((place) => place.split(" ")[0]).join("|"),
      norms: [[...places].sort().join("|")],
    };
  });
  const groups = [
    ...["A", "B"].map((code) => ({ niveau: "categorie", code, lines: groupLines(view, ({ category }) => category === code) })),
    { niveau: "competentie", code: "C01", lines: groupLines(view, ({ competencies = [] }) => competencies.includes("C01")) },
    { niveau: "label", code: view[0]!, lines: groupLines(view, () => true) },
  ];
  return [...norms, ...groups.flatMap(({ niveau, code, lines }) => lines.map((line) => ({ niveau, code, ...line })))];
}
