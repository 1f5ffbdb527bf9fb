import { type Day, monthsBetween } from "../../calendar.ts";
import { monthsBefore } from "../../relevance/reference-dates.ts";
import { combinedAudits } from "../../scoring/carry.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { isOneAudit } from "../../scoring/combined-audit.ts";
import { isFullTest } from "../../scoring/current-reports.ts";
import { type NextTest, nextTests } from "../deliveries/next-tests.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { analysisThresholds } from "./analysis-thresholds.ts";

/** One audit of two labels, in the place of two. */
export interface CombinedProposal {
  readonly organisation: string;
  readonly name: string;
  readonly a: NextTest;
  readonly b: NextTest;
  /** Was the last test of both one audit? Then a cycle of another length drives them apart. */
  readonly lastTogether: boolean;
  /**
   * The half-year up to the last day on which one audit keeps both within their cycle: bodies plan per half-year, and earlier would waste what is left of a cycle. From the reference date on;
   * null when one of them is late already.
   */
  readonly window: { readonly from: Day; readonly until: Day } | null;
  /** Whole months that the label which is due last comes forward at least. */
  readonly broughtForward: number;
  /** Audit days of both last tests together, where they were two audits of which both are known. */
  readonly daysApart: number | null;
}

export interface CombinedProposals {
  /** With a next test that is still to be expected under both labels. */
  readonly organisations: number;
  /** Of these: tested together last time, and due together: nothing to save. */
  readonly inStep: number;
  /** Due too far apart. */
  readonly tooFarApart: number;
  /** Who has to be there first, first. Each saves one audit. */
  readonly proposals: readonly CombinedProposal[];
  readonly days: DaysSaved;
}

/** What is known of the days that proposals save. */
export interface DaysSaved {
  /** Proposals of which the days apart are known, and those days together. */
  readonly proposals: number;
  readonly apart: number;
  /** Middle number of days of the combined audits of these labels, and of how many it is; null while too few are known. */
  readonly combined: { readonly median: number; readonly audits: number } | null;
  /** `apart` less as many combined audits; null when either is not known. Below 0: combining costs more. */
  readonly saved: number | null;
}

/**
 * Which organisations with both labels could have one audit where they would have two: their next tests are due at most so many months apart. A proposal, worked out from the cycles
 * and nothing else: it knows nothing of the agenda of an organisation or a body.
 */
export function combinedProposals(counted: CountedScores, labelA: string, labelB: string, withinMonths: number): CombinedProposals {
  const expected = (label: string) => nextTests(counted, label).filter(({ state }) => state !== "away");
  const ofB = new Map(expected(labelB).map((test) => [test.organisation, test]));
  const both = expected(labelA).flatMap((a) => {
    const b = ofB.get(a.organisation);
    return b ? [{ a, b, lastTogether: wereTogether(a, b) }] : [];
  });
  const apart = both.filter(({ a, b, lastTogether }) => !(lastTogether && isOneAudit(a.due, b.due)));
  const near = apart.filter(({ a, b }) => Math.max(a.due, b.due) <= monthsBefore(Math.min(a.due, b.due), -withinMonths));
  const proposals = near.map((pair) => proposalOf(pair, counted.referenceDay));
  proposals.sort(
    (one, other) =>
      Math.min(one.a.due, one.b.due) - Math.min(other.a.due, other.b.due) || compareCodePoints(one.organisation, other.organisation),
  );
  return {
    organisations: both.length,
    inStep: both.length - apart.length,
    tooFarApart: apart.length - near.length,
    proposals,
    days: daysSaved(proposals, combinedDays(counted, labelA, labelB)),
  };
}

const wereTogether = (a: NextTest, b: NextTest): boolean =>
  a.body === b.body && a.reference === b.reference && isOneAudit(a.lastTest, b.lastTest);

const WINDOW_MONTHS = 6;

interface Pair extends Pick<CombinedProposal, "a" | "b" | "lastTogether"> {}

function proposalOf({ a, b, lastTogether }: Pair, referenceDay: Day): CombinedProposal {
  const until = Math.min(a.due, b.due);
  const last = Math.max(a.due, b.due);
  const known = !lastTogether && a.auditDays !== null && b.auditDays !== null;
  return {
    organisation: a.organisation,
    name: a.name,
    a,
    b,
    lastTogether,
    window: until < referenceDay ? null : { from: Math.max(referenceDay, monthsBefore(until, WINDOW_MONTHS)), until },
    broughtForward: monthsBetween(until, last),
    daysApart: known ? a.auditDays! + b.auditDays! : null,
  };
}

/** Days of the full tests of both labels in one audit. Both reports say how long that audit took; where they differ, the longer. */
function combinedDays({ labels }: CountedScores, labelA: string, labelB: string): number[] {
  const [a, b] = [labels.get(labelA), labels.get(labelB)];
  if (!a || !b) return [];
  return combinedAudits(a, b)
    .filter(([auditA, auditB]) => isFullTest(a, auditA) && isFullTest(b, auditB))
    .map(([auditA, auditB]) => [a.audits.auditDays[auditA]!, b.audits.auditDays[auditB]!].filter((days) => !Number.isNaN(days)))
    .flatMap((days) => (days.length === 0 ? [] : [Math.max(...days)]));
}

function daysSaved(proposals: readonly CombinedProposal[], combined: readonly number[]): DaysSaved {
  const known = proposals.flatMap(({ daysApart }) => (daysApart === null ? [] : [daysApart]));
  const apart = known.reduce((sum, days) => sum + days, 0);
  const middle = combined.length < analysisThresholds.knownAuditDays ? null : { median: medianOf(combined), audits: combined.length };
  const saved = middle === null || known.length === 0 ? null : apart - known.length * middle.median;
  return { proposals: known.length, apart, combined: middle, saved };
}

function medianOf(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const middle = ordered.length / 2;
  return ordered.length % 2 === 1 ? ordered[Math.floor(middle)]! : (ordered[middle - 1]! + ordered[middle]!) / 2;
}
