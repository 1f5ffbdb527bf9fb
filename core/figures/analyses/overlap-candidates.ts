import { isJudgement } from "../../judgement.ts";
import {
  agreementOf,
  comparable,
  fillTable,
  isOverlap,
  kappaOf,
  NOT_JUDGED,
  type PairAgreement,
} from "../../relevance/screens/norm-pair.ts";
import { PAIRS } from "../../relevance/screens/pair-counts.ts";
import { viewThresholds } from "../../relevance/thresholds.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import { isWithdrawn, type View, viewOf } from "../../relevance/views.ts";
import type { CountedLabel } from "../../scoring/carry.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { normAddress } from "../norm-address.ts";
import { latestCombined, ownScores } from "../selected/combined-audits.ts";
import type { CountedScores } from "../selected/counted-scores.ts";

/** Two norms of two labels that get the same score, and that the catalogue does not say to overlap. A reason to look, and no more. */
export interface OverlapCandidate {
  readonly a: ViewNorm;
  readonly b: ViewNorm;
  readonly addresses: { readonly a: string; readonly b: string };
  readonly pair: PairAgreement;
}

export interface OverlapSearch {
  /** With a combined audit of the two labels. */
  readonly organisations: number;
  /** Pairs of norms in force that the catalogue does not tie. */
  readonly pairs: number;
  /** Of these: with enough organisations that both labels judged themselves, and without a norm of almost one score only. */
  readonly tested: number;
  /** The most organisations that any of these pairs has in common, and how many it takes. */
  readonly mostInCommon: number;
  readonly needed: number;
  /** The surest first. */
  readonly candidates: readonly OverlapCandidate[];
}

/**
 * Looks for overlaps that the catalogue does not know: every norm of one label beside every norm of the other in combined audits, each organisation once by its latest,
 * by the rule of `OVERLAPPEND`. Only judgements that a label gave itself: one that it took over is a copy, and would agree by rule.
 */
export function overlapCandidates({ catalogue, referenceDay, labels }: CountedScores, labelA: string, labelB: string): OverlapSearch {
  const { overlap: needed } = viewThresholds;
  const [viewA, viewB] = [viewOf(catalogue, labelA, null), viewOf(catalogue, labelB, null)];
  const a = labels.get(labelA);
  const b = labels.get(labelB);
  const latest = a && b ? latestCombined(a, b, Number.NEGATIVE_INFINITY, referenceDay) : [];
  const columnsA = ownColumns(
    a,
    viewA,
    latest.map(([audit]) => audit),
  );
  const columnsB = ownColumns(
    b,
    viewB,
    latest.map(([, audit]) => audit),
  );
  const tied = tiesOf(viewA, viewB);
  const inForce = (view: View) => view.norms.flatMap((norm, column) => (isWithdrawn(view, norm, referenceDay) ? [] : [column]));
  const [columnNumbersA, columnNumbersB] = [inForce(viewA), inForce(viewB)];
  const table = new Uint32Array(PAIRS);
  const candidates: OverlapCandidate[] = [];
  let pairs = 0;
  let tested = 0;
  let mostInCommon = 0;
  for (const one of columnNumbersA) {
    for (const other of columnNumbersB) {
      if (tied.has(`${one} ${other}`)) continue;
      pairs++;
      fillTable(table, columnsA[one]!, columnsB[other]!);
      mostInCommon = Math.max(
        mostInCommon,
        table.reduce((sum, count) => sum + count, 0),
      );
      if (!comparable(table, needed)) continue;
      tested++;
      if (kappaOf(table) < needed.kappa) continue;
      const pair = agreementOf(table, needed.confidence);
      if (!isOverlap(pair, needed)) continue;
      const [normA, normB] = [viewA.norms[one]!, viewB.norms[other]!];
      candidates.push({ a: normA, b: normB, addresses: { a: normAddress(normA), b: normAddress(normB) }, pair });
    }
  }
  return { organisations: latest.length, pairs, tested, mostInCommon, needed: needed.inCommon, candidates: surestFirst(candidates) };
}

/** Per column of the view its judgements over the audits, in their order; `NOT_JUDGED` for what was not judged, or was taken over. */
function ownColumns(label: CountedLabel | undefined, view: View, audits: readonly number[]): Uint8Array[] {
  const columns = view.norms.map(() => new Uint8Array(audits.length).fill(NOT_JUDGED));
  if (!label) return columns;
  const own = ownScores(label);
  const placesOf = new Map<string, (readonly [column: number, norm: number])[]>(view.frameworks.map(({ key }) => [key, []]));
  view.norms.forEach(({ places }, column) => {
    for (const { framework, norm } of places) placesOf.get(framework.key)!.push([column, norm]);
  });
  audits.forEach((audit, position) => {
    for (const [column, norm] of placesOf.get(label.frameworks[label.audits.framework[audit]!]!.key) ?? []) {
      const { score, borrowed } = own(audit, norm);
      if (isJudgement(score) && !borrowed) columns[column]![position] = score;
    }
  });
  return columns;
}

/** Columns that the catalogue ties in any version: `a b`. */
function tiesOf(viewA: View, viewB: View): ReadonlySet<string> {
  const columnOf = new Map(
    viewB.norms.flatMap(({ places }, column) => places.map(({ framework, norm }) => [`${framework.index} ${norm}`, column] as const)),
  );
  return new Set(
    viewA.norms.flatMap(({ places }, one) =>
      places.flatMap(({ framework, norm }) =>
        framework.overlapsOf[norm]!.flatMap((link) => {
          const other = columnOf.get(`${link.framework} ${link.norm}`);
          return other === undefined ? [] : [`${one} ${other}`];
        }),
      ),
    ),
  );
}

/** By their lower bound, then by their codes in an order that does not matter for which label comes first. */
const surestFirst = (candidates: readonly OverlapCandidate[]): readonly OverlapCandidate[] =>
  candidates.toSorted(
    (one, other) =>
      other.pair.lower - one.pair.lower ||
      compareCodePoints([one.a.code, one.b.code].sort().join(" "), [other.a.code, other.b.code].sort().join(" ")),
  );
