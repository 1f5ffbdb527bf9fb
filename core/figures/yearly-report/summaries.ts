/** What the yearly report says in few words. All of it is worked out from what everybody may see, so it can betray nothing. */
import { thresholds } from "../../relevance/thresholds.ts";
import { type Interval, wilsonInterval } from "../../statistics/wilson-interval.ts";
import type { PublicCounts } from "./public-counts.ts";
import type { ReportedNorm, YearlyReport } from "./report.ts";

/** A share of which the count may be known within limits only: fractions. */
export interface PublicShare {
  readonly from: number;
  readonly to: number;
  /** 95% Wilson, for the lowest count that is possible up to the highest. */
  readonly interval: Interval;
}

/** Null when n or the count is not shown, or nobody was judged. */
export function publicShare({ judged, met }: Pick<PublicCounts, "judged" | "met">): PublicShare | null {
  if (judged === null || met === null || judged.to === 0) return null;
  const n = judged.to;
  const interval = { lower: wilsonInterval(met.from, n)!.lower, upper: wilsonInterval(met.to, n)!.upper };
  return { from: met.from / n, to: met.to / n, interval };
}

export const normStands = ["nobody", "nobodySoFar", "hardlyAnybody", "nearlyEverybody", "everybody", "tooFew", "between"] as const;
export type NormStand = (typeof normStands)[number];

/**
 * How many meet the norm, in words. *Nobody* and *everybody* are literally so, of at least as many as the signals ask. *Hardly* and *nearly* are at
 * most one in ten, and at least nine in ten, of the organisations that were judged: a description, no test.
 */
export function standOf({ judged, met }: PublicCounts): NormStand {
  if (judged === null || met === null || judged.to < thresholds.enoughToSpeak) return "tooFew";
  const n = judged.to;
  const enough = n >= thresholds.enoughForNever;
  if (met.to === 0) return enough ? "nobody" : "nobodySoFar";
  if (!enough) return "between";
  if (met.from === n) return "everybody";
  if (met.to <= n * thresholds.neverMetAtMost) return "hardlyAnybody";
  return met.from >= n * thresholds.alwaysMetAtLeast ? "nearlyEverybody" : "between";
}

/** Counts of the year of the report. */
export const countsOfYear = ({ years }: ReportedNorm): PublicCounts => years.at(-1)!;

/** Several norms at once. */
export interface NormGroup {
  /** Norms in force, and those of them whose share is shown. */
  readonly norms: number;
  readonly shown: number;
  /** Mean over the norms that are shown of the share that meets them, fractions; null when none is. */
  readonly mean: { readonly from: number; readonly to: number } | null;
}

/** @param year position in `report.years`; the year of the report when left out. */
export function groupOf(norms: readonly ReportedNorm[], year?: number): NormGroup {
  const shares = norms.flatMap(({ years }) => publicShare(years[year ?? years.length - 1]!) ?? []);
  const mean = (of: "from" | "to") => shares.reduce((sum, share) => sum + share[of], 0) / shares.length;
  return { norms: norms.length, shown: shares.length, mean: shares.length === 0 ? null : { from: mean("from"), to: mean("to") } };
}

export const normsOfCategory = ({ norms }: YearlyReport, code: string): readonly ReportedNorm[] =>
  norms.filter(({ category }) => category === code);

export const normsOfCompetency = ({ norms }: YearlyReport, code: string): readonly ReportedNorm[] =>
  norms.filter(({ competencies }) => competencies.includes(code));

/** How a norm went since the last year of which it shows a share. */
export interface NormChange {
  readonly norm: ReportedNorm;
  readonly since: number;
  readonly before: PublicShare;
  readonly now: PublicShare;
  /** Difference in fractions: at least and at most, as far as the counts are shown. */
  readonly from: number;
  readonly to: number;
}

/** Undefined when there is nothing to compare with, or nothing to compare. */
export function changeOf(norm: ReportedNorm, years: readonly number[]): NormChange | undefined {
  const now = publicShare(countsOfYear(norm));
  if (!now) return undefined;
  for (let i = years.length - 2; i >= 0; i--) {
    const before = publicShare(norm.years[i]!);
    if (before) return { norm, since: years[i]!, before, now, from: now.from - before.to, to: now.to - before.from };
  }
  return undefined;
}

/** So many points make a change worth a line: at some hundred organisations one in ten is some ten of them. */
const WORTH_SAYING = 0.1;

/** Norms that went up or down by at least ten points, for certain, the largest first. */
export function largestChanges({ norms, years }: YearlyReport): readonly NormChange[] {
  const least = ({ from, to }: NormChange): number => Math.max(from, -to);
  return norms
    .flatMap((norm) => changeOf(norm, years) ?? [])
    .filter((change) => least(change) >= WORTH_SAYING)
    .sort((a, b) => least(b) - least(a));
}
