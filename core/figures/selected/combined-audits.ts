import type { Day } from "../../calendar.ts";
import { type CountedLabel, combinedAudits } from "../../scoring/carry.ts";

/**
 * Audits of a with that of b, one pair of each organisation: its latest with both last days in the period, ends included. The later
 * of its two days is the day of a pair, so that a and b may change places.
 */
export function latestCombined(a: CountedLabel, b: CountedLabel, from: Day, until: Day): (readonly [number, number])[] {
  const pairs = combinedAudits(a, b)
    .map(([auditA, auditB]) => ({ auditA, auditB, days: [a.audits.day[auditA]!, b.audits.day[auditB]!] as const }))
    .filter(({ days }) => days.every((day) => day >= from && day <= until));
  const later = (one: number, other: number) =>
    a.audits.reference[one]! - a.audits.reference[other]! || a.audits.body[one]! - a.audits.body[other]!;
  pairs.sort((one, other) => Math.max(...one.days) - Math.max(...other.days) || later(one.auditA, other.auditA));
  return [...new Map(pairs.map(({ auditA, auditB }) => [a.audits.organisation[auditA]!, [auditA, auditB] as const])).values()];
}

/** A score, and whether it is the report's own. */
export interface OwnScore {
  readonly score: number;
  /** Lent by the other label: not a row of the report. */
  readonly borrowed: boolean;
}

/** The score of an audit (position in the label) on a norm of its framework. */
export function ownScores(label: CountedLabel): (audit: number, norm: number) => OwnScore {
  const carried = new Set(label.carried);
  return (audit, norm) => {
    const position = label.scoreStart[audit]! + norm;
    return { score: label.scores[position]!, borrowed: carried.has(position) };
  };
}
