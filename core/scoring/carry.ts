import type { Catalogue } from "../catalogue/types.ts";
import { BrokenInvariant } from "../faults.ts";
import { isJudgement, OUT_OF_SCOPE } from "../judgement.ts";
import { isOneAudit } from "./combined-audit.ts";
import type { LabelScores, ShardScores } from "./shard-scores.ts";
import { mergeTables } from "./string-table.ts";

/** A label as it is counted: the judgements of combined audits stand under both labels. */
export interface CountedLabel extends LabelScores {
  /** Ascending positions in `scores` of the judgements that the other label lent: not a row of the report itself. */
  readonly carried: Uint32Array;
}

/**
 * Lends judgements between the labels of a combined audit (`docs/method.md`). The same body and reference under two labels is one
 * audit: where the report of one label has no row for a norm, and the catalogue says that it overlaps with a norm of the other
 * label's framework, the judgement there counts here too.
 *
 * - An explicit row wins, also n.v.t. and niet beoordeeld. Only judgements are lent: n.v.t. under one label says nothing about the
 *   other.
 * - Only what a report says itself is lent, never what it borrowed.
 * - A norm that overlaps with several norms gets the lowest of their judgements, as the disciplines of one norm do.
 * - Both reports are of the same organisation, and of the same time (`isOneAudit`). A reference that a body used for two organisations,
 *   or again years later, is not a combined audit.
 *
 * Applied to all merged scores, since a shard cannot know that it has both reports. `scores` itself stays as it is.
 *
 * @throws BrokenInvariant when the scores rest on another catalogue.
 */
export function carryJudgements(scores: ShardScores, catalogue: Catalogue): readonly CountedLabel[] {
  if (scores.referenceDay !== null && scores.catalogueVersion !== catalogue.version) {
    throw new BrokenInvariant("the scores rest on another catalogue");
  }
  return scores.labels.map((label) => {
    const borrowed = new Map<number, number>();
    for (const other of scores.labels) {
      if (other !== label) borrow(label, other, catalogue, borrowed);
    }
    if (borrowed.size === 0) return { ...label, carried: new Uint32Array(0) };
    const lent = label.scores.slice();
    for (const [position, judgement] of borrowed) lent[position] = judgement;
    return { ...label, scores: lent, carried: Uint32Array.from(borrowed.keys()).sort() };
  });
}

function borrow(label: LabelScores, other: LabelScores, catalogue: Catalogue, borrowed: Map<number, number>): void {
  const overlaps = overlapsBetween(label, other, catalogue);
  if (overlaps.size === 0) return;
  for (const [audit, lender] of combinedAudits(label, other)) {
    const begin = label.scoreStart[audit]!;
    const lenderBegin = other.scoreStart[lender]!;
    for (const [norm, lenderNorm] of overlaps.get(pairKey(label, audit, other, lender)) ?? []) {
      const judgement = other.scores[lenderBegin + lenderNorm]!;
      if (label.scores[begin + norm] !== OUT_OF_SCOPE || !isJudgement(judgement)) continue;
      borrowed.set(begin + norm, Math.min(judgement, borrowed.get(begin + norm) ?? judgement));
    }
  }
}

const pairKey = (label: LabelScores, audit: number, other: LabelScores, lender: number): string =>
  `${label.audits.framework[audit]} ${other.audits.framework[lender]}`;

/** Per pair of frameworks (positions in both labels): which norm of this one overlaps with which norm of the other. */
function overlapsBetween(label: LabelScores, other: LabelScores, catalogue: Catalogue): Map<string, [number, number][]> {
  const positionInOther = new Map(other.frameworks.map(({ key }, position) => [catalogue.frameworkByKey.get(key)?.index, position]));
  const overlaps = new Map<string, [number, number][]>();
  label.frameworks.forEach(({ key }, position) => {
    catalogue.frameworkByKey.get(key)?.overlapsOf.forEach((links, norm) => {
      for (const link of links) {
        const otherPosition = positionInOther.get(link.framework);
        if (otherPosition === undefined) continue;
        const pair = `${position} ${otherPosition}`;
        overlaps.set(pair, [...(overlaps.get(pair) ?? []), [norm, link.norm]]);
      }
    });
  });
  return overlaps;
}

/** Audits of the one label with the audit of the other that has the same body, reference and organisation, at the same time. */
export function combinedAudits(label: LabelScores, other: LabelScores): [number, number][] {
  const references = mergeTables(label.tables.references, other.tables.references);
  if (references.common.length === 0) return [];
  const common = new Set(references.common);
  const keyed = ({ audits, tables }: LabelScores, numbers: Uint32Array): [string, number][] => {
    const found: [string, number][] = [];
    for (let audit = 0; audit < audits.reference.length; audit++) {
      const reference = numbers[audits.reference[audit]!]!;
      if (!common.has(reference)) continue;
      found.push([`${reference}\n${tables.bodies[audits.body[audit]!]}\n${tables.organisations[audits.organisation[audit]!]}`, audit]);
    }
    return found;
  };
  const lenders = new Map(keyed(other, references.fromB));
  return keyed(label, references.fromA).flatMap(([key, audit]): [number, number][] => {
    const lender = lenders.get(key);
    return lender === undefined || !isOneAudit(label.audits.day[audit]!, other.audits.day[lender]!) ? [] : [[audit, lender]];
  });
}
