/**
 * A second count of the current state, written straight from the sentences of the specification: slow, with report objects and
 * texts, and without anything of `core/scoring`, so that the two can only agree by being right (or wrong in the same sentence).
 */
import type { PackedReport } from "../../../core/scoring/types.ts";
import { frameworks } from "../scoring/example.ts";

export interface Recount {
  readonly framework: string;
  readonly norm: string;
  readonly organisaties: number;
  readonly voldoet_niet: number;
  readonly voldoet_deels: number;
  readonly voldoet: number;
  readonly niet_van_toepassing: number;
  readonly niet_beoordeeld: number;
}

const keyOf = ({ label, variant, version }: { label: string; variant: string; version: string }) => `${label}/${variant}/${version}`;
const labelOf = (report: PackedReport) => report.framework.split("/")[0];

/** "Organisations merge and rename": who each id of the example is today. */
const today: Record<string, string> = { alfa: "gamma", "kvk:10000004": "gamma" };
const organisationOf = (report: PackedReport): string => today[report.organisation] ?? report.organisation;

export function recount(reports: readonly PackedReport[], referenceDay: number): Recount[] {
  const known = reports.filter((report) => report.day <= referenceDay);
  return frameworks.flatMap((framework) =>
    framework.norms.map((norm) => {
      const inView = known.filter((report) => report.framework === keyOf(framework));
      const organisations = [...new Set(inView.map(organisationOf))];
      const scores = organisations.map((organisation) => scoreOf(organisation, norm.code, keyOf(framework), inView, known));
      const times = (score: string) => scores.filter((found) => found === score).length;
      return {
        framework: keyOf(framework),
        norm: norm.code,
        organisaties: scores.filter((found) => found !== ".").length,
        voldoet_niet: times("0"),
        voldoet_deels: times("1"),
        voldoet: times("2"),
        niet_van_toepassing: times("-"),
        niet_beoordeeld: times("?"),
      };
    }),
  );
}

function scoreOf(
  organisation: string,
  norm: string,
  framework: string,
  inView: readonly PackedReport[],
  known: readonly PackedReport[],
): string {
  const own = inView.filter((report) => organisationOf(report) === organisation).sort(earlierFirst);
  // "its latest report of kind eerste toets or hertoets up to the reference date"
  const current = own.findLast((report) => report.kind === "initial" || report.kind === "recertification");
  if (!current) return ".";
  // "a norm that it does not contain does not count, even if an earlier report had it"
  let score = scoreIn(current, norm, framework, known);
  if (score === ".") return ".";
  // "later tussentijdse toets and vervolgtoets reports replace the judgement of the norms they judged"
  for (const later of own.slice(own.indexOf(current) + 1)) {
    const replacement = scoreIn(later, norm, framework, known);
    if ("012".includes(replacement)) score = replacement;
  }
  return score;
}

/** "An explicit row wins"; otherwise "the catalogue's overlap carries the judgement to the other label", "n.v.t. is not carried". */
function scoreIn(report: PackedReport, norm: string, framework: string, known: readonly PackedReport[]): string {
  const explicit = characterOf(report, norm);
  if (explicit !== ".") return explicit;
  const lent = known
    .filter((other) => other.body === report.body && other.reference === report.reference && labelOf(other) !== labelOf(report))
    .filter((other) => organisationOf(other) === organisationOf(report))
    // "with at most 31 days between them"
    .filter((other) => Math.abs(other.day - report.day) <= 31)
    .flatMap((other) => overlapping(framework, norm, other.framework).map((otherNorm) => characterOf(other, otherNorm)))
    .filter((character) => "012".includes(character));
  return lent.sort()[0] ?? ".";
}

const characterOf = (report: PackedReport, norm: string): string => {
  const framework = frameworks.find((candidate) => keyOf(candidate) === report.framework)!;
  return report.audit[framework.norms.findIndex(({ code }) => code === norm)]!;
};

/** "Overlap is symmetric and need be stated once." */
function overlapping(framework: string, norm: string, otherFramework: string): string[] {
  const stated = (from: string, code: string) =>
    frameworks.find((candidate) => keyOf(candidate) === from)!.norms.find((candidate) => candidate.code === code)?.overlaps ?? [];
  const other = frameworks.find((candidate) => keyOf(candidate) === otherFramework)!;
  return other.norms
    .map(({ code }) => code)
    .filter(
      (code) =>
        stated(framework, norm).some((overlap) => overlap.framework === otherFramework && overlap.norm === code) ||
        stated(otherFramework, code).some((overlap) => overlap.framework === framework && overlap.norm === norm),
    );
}

/** "the greater reference in code-point order counts as the later"; then the body. */
function earlierFirst(a: PackedReport, b: PackedReport): number {
  return a.day - b.day || byCodePoints(a.reference, b.reference) || byCodePoints(a.body, b.body);
}

function byCodePoints(a: string, b: string): number {
  const pointsOfA = [...a].map((character) => character.codePointAt(0)!);
  const pointsOfB = [...b].map((character) => character.codePointAt(0)!);
  const different = pointsOfA.findIndex((point, i) => point !== pointsOfB[i]);
  return different < 0 ? pointsOfA.length - pointsOfB.length : pointsOfA[different]! - (pointsOfB[different] ?? -1);
}
