import { isJudgement } from "../../judgement.ts";
import { normStandings } from "../../relevance/norm-counts.ts";
import type { NormCounts } from "../../relevance/signal.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import { type View, viewOf, viewOfFrameworks } from "../../relevance/views.ts";
import { type ShareDifference, shareDifference } from "../../statistics/share-difference.ts";
import { normAddress } from "../norm-address.ts";
import { type Share, shareOf } from "../share.ts";
import type { CountedScores } from "./counted-scores.ts";
import { metBy, normFilter } from "./norm-rows.ts";
import { type SelectedReports, selectedReports } from "./selected-reports.ts";
import { isChosen, type Selection } from "./selection.ts";

/** One norm in one of the two selections. */
export interface ComparedSide extends Share {
  readonly counts: NormCounts;
  /** By the counting of the comparison. */
  readonly met: number;
}

export interface ComparedNorm {
  readonly norm: ViewNorm;
  readonly address: string;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  /** Share of b minus share of a, with its 95% interval; null when either has nobody judged. */
  readonly difference: ShareDifference | null;
  /** Organisations judged in both. They make the two shares alike, so that the interval is on the wide side. */
  readonly inBoth: number;
}

/** Always *verkennend*: nothing is tested here, and a row in sixty or more is striking by chance. */
export interface ComparedSelections {
  readonly exploratory: true;
  readonly view: View;
  readonly organisations: { readonly a: number; readonly b: number };
  readonly rows: readonly ComparedNorm[];
}

/**
 * Two selections of one label beside each other (two periods, variants or bodies), norm by norm: norms are the same as in a view of the frameworks of
 * both. Which norms are shown, and strict or lenient, is as `a` says: the two countings are never mixed. Null for two labels: their norms are
 * compared in the audits that judged both (`combinedComparison`).
 */
export function compareSelections(counted: CountedScores, a: Selection, b: Selection): ComparedSelections | null {
  if (a.label !== b.label) return null;
  const view = viewOfBoth(counted, a, b);
  const sides = [selectedReports(counted, a, view), selectedReports(counted, b, view)] as const;
  const [standingsA, standingsB] = sides.map(({ source, standing }) => normStandings(source.matrix, standing));
  const shows = normFilter(a);
  const side = (counts: NormCounts): ComparedSide => {
    const met = metBy(a.counting, counts);
    return { counts, met, ...shareOf(met, counts.judged) };
  };
  return {
    exploratory: true,
    view,
    organisations: { a: sides[0].standing.rows.length, b: sides[1].standing.rows.length },
    rows: view.norms.flatMap((norm, column): ComparedNorm[] => {
      if (!shows(norm)) return [];
      const ofA = side(standingsA![column]!.counts);
      const ofB = side(standingsB![column]!.counts);
      const difference = shareDifference(ofA.met, ofA.counts.judged, ofB.met, ofB.counts.judged);
      return [{ norm, address: normAddress(norm), a: ofA, b: ofB, difference, inBoth: judgedInBoth(sides, column) }];
    }),
  };
}

/** Is it clear which of the two is higher: does the interval of the difference leave out 0? Of twenty norms that are alike, one is so by chance. */
export const differsClearly = ({ difference }: Pick<ComparedNorm, "difference">): boolean =>
  difference !== null && (difference.interval.lower > 0 || difference.interval.upper < 0);

/** The clear differences first, within them and after them the largest first; norms without a difference last, in the order they had. */
export const byDifference = (rows: readonly ComparedNorm[]): readonly ComparedNorm[] =>
  rows.toSorted(
    (one, other) =>
      Number(differsClearly(other)) - Number(differsClearly(one)) || sizeOf(other) - sizeOf(one) || signOf(one) - signOf(other),
  );

const sizeOf = ({ difference }: ComparedNorm): number => (difference === null ? -1 : Math.abs(difference.difference));

/** Of two as large, the one that went down first: that is the one to ask about. */
const signOf = ({ difference }: ComparedNorm): number => Math.sign(difference?.difference ?? 0);

function viewOfBoth({ catalogue }: CountedScores, a: Selection, b: Selection): View {
  const everything = [a, b].some(({ variants, versions }) => variants.length === 0 && versions.length === 0);
  if (everything) return viewOf(catalogue, a.label, null);
  return viewOfFrameworks(catalogue, a.label, ({ variant, version }) =>
    [a, b].some(({ variants, versions }) => isChosen(variants, variant) && isChosen(versions, version)),
  );
}

/** Both matrices count organisations by the numbers of the label. */
function judgedInBoth([a, b]: readonly [SelectedReports, SelectedReports], column: number): number {
  const seen = new Uint8Array(a.source.matrix.organisations);
  for (const organisation of judgedOrganisations(a, column)) seen[organisation] = 1;
  return judgedOrganisations(b, column).filter((organisation) => seen[organisation] === 1).length;
}

function judgedOrganisations({ source: { matrix }, standing: { rows, given } }: SelectedReports, column: number): Uint32Array {
  const { width } = matrix;
  return rows
    .filter((_, place) => isJudgement(matrix.scores[given[place * width + column]! * width + column]!))
    .map((row) => matrix.organisation[row]!);
}
