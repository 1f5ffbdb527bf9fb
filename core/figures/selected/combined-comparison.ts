import type { Day } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { isJudgement } from "../../judgement.ts";
import { PAIRS } from "../../relevance/screens/pair-counts.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import { type View, viewOf } from "../../relevance/views.ts";
import type { CountedLabel } from "../../scoring/carry.ts";
import { columnAt, normAddress } from "../norm-address.ts";
import { latestCombined, type OwnScore, ownScores } from "./combined-audits.ts";
import type { CountedScores } from "./counted-scores.ts";
import { type PairTable, pairTable } from "./pair-table.ts";

/** Two norms of two labels that the catalogue says to overlap, in the audits that judged both labels at once. */
export interface CombinedPair {
  readonly a: ViewNorm;
  readonly b: ViewNorm;
  readonly addresses: { readonly a: string; readonly b: string };
  /** Organisations with a judgement of its own under both labels: of a (first) beside b (second). */
  readonly judgedTwice: PairTable;
  /** Organisations that were judged once, so that one label borrowed the judgement of the other: the same by rule, and nothing to compare. */
  readonly lentToA: number;
  readonly lentToB: number;
}

export interface CombinedComparison {
  /** With a combined audit of the two labels. */
  readonly organisations: number;
  /** In the order of the norms of a, then of b; also pairs that nobody was judged on. */
  readonly pairs: readonly CombinedPair[];
}

/**
 * One label beside another in combined audits: each organisation once, by its latest audit of both (both last days within the period, ends
 * included). Frameworks and variants are taken together, as in the view `*` of each label.
 */
export function combinedComparison(
  { catalogue, referenceDay, labels }: CountedScores,
  labelA: string,
  labelB: string,
  { from = Number.NEGATIVE_INFINITY, until = referenceDay }: { readonly from?: Day; readonly until?: Day } = {},
): CombinedComparison {
  const [viewA, viewB] = [viewOf(catalogue, labelA, null), viewOf(catalogue, labelB, null)];
  const overlaps = overlapsBetween(catalogue, viewA, viewB);
  const tallies = new Map([...overlaps.values()].flat().map(({ tally }) => [`${tally.a} ${tally.b}`, tally]));
  const a = labels.get(labelA);
  const b = labels.get(labelB);
  const latest = a && b ? latestCombined(a, b, from, Math.min(until, referenceDay)) : [];
  if (a && b) {
    const [ownOfA, ownOfB] = [ownScores(a), ownScores(b)];
    for (const [auditA, auditB] of latest) {
      for (const { norm, otherNorm, tally } of overlaps.get(frameworksOf(a, auditA, b, auditB)) ?? [])
        count(tally, ownOfA(auditA, norm), ownOfB(auditB, otherNorm));
    }
  }
  return {
    organisations: latest.length,
    pairs: [...tallies.values()].sort((one, two) => one.a - two.a || one.b - two.b).map((tally) => pairOf(tally, viewA, viewB)),
  };
}

/** Columns of the two views, with what was counted. */
interface Tally {
  readonly a: number;
  readonly b: number;
  /** Both judged: `first * 3 + second`. */
  readonly counts: Uint32Array;
  lentToA: number;
  lentToB: number;
}

/** A norm of a framework that overlaps with one of another framework, by their positions there. */
interface Overlap {
  readonly norm: number;
  readonly otherNorm: number;
  readonly tally: Tally;
}

/** By the keys of the two frameworks. */
function overlapsBetween(catalogue: Catalogue, viewA: View, viewB: View): Map<string, Overlap[]> {
  const tallies = new Map<string, Tally>();
  const found = new Map<string, Overlap[]>();
  for (const framework of viewA.frameworks) {
    framework.overlapsOf.forEach((links, norm) => {
      for (const link of links) {
        const other = catalogue.frameworks[link.framework]!;
        if (!viewB.frameworks.includes(other)) continue;
        const a = columnAt(viewA, { framework, norm });
        const b = columnAt(viewB, { framework: other, norm: link.norm });
        const tally = tallies.get(`${a} ${b}`) ?? { a, b, counts: new Uint32Array(PAIRS), lentToA: 0, lentToB: 0 };
        tallies.set(`${a} ${b}`, tally);
        const pair = `${framework.key} ${other.key}`;
        found.set(pair, [...(found.get(pair) ?? []), { norm, otherNorm: link.norm, tally }]);
      }
    });
  }
  return found;
}

const frameworksOf = (a: CountedLabel, auditA: number, b: CountedLabel, auditB: number): string =>
  `${a.frameworks[a.audits.framework[auditA]!]!.key} ${b.frameworks[b.audits.framework[auditB]!]!.key}`;

function count(tally: Tally, a: OwnScore, b: OwnScore): void {
  if (!isJudgement(a.score) || !isJudgement(b.score)) return;
  if (!a.borrowed && !b.borrowed) tally.counts[a.score * 3 + b.score]!++;
  else if (a.borrowed && !b.borrowed) tally.lentToA++;
  else if (b.borrowed && !a.borrowed) tally.lentToB++;
}

const pairOf = ({ a, b, counts, lentToA, lentToB }: Tally, viewA: View, viewB: View): CombinedPair => ({
  a: viewA.norms[a]!,
  b: viewB.norms[b]!,
  addresses: { a: normAddress(viewA.norms[a]!), b: normAddress(viewB.norms[b]!) },
  judgedTwice: pairTable(counts),
  lentToA,
  lentToB,
});
