import type { Day } from "../../calendar.ts";
import { foldWord } from "../../catalogue/codes.ts";
import { normStandings } from "../../relevance/norm-counts.ts";
import type { NormCounts } from "../../relevance/signal.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import { isWithdrawn, type View } from "../../relevance/views.ts";
import { normAddress } from "../norm-address.ts";
import { type Share, shareOf } from "../share.ts";
import type { Counting } from "../tables/counting.ts";
import type { CountedScores } from "./counted-scores.ts";
import { selectedReports } from "./selected-reports.ts";
import { isExploratory, type Selection } from "./selection.ts";

/** One norm in a selection. */
export interface NormRow extends Share {
  readonly norm: ViewNorm;
  readonly address: string;
  /** Out of force at the reference date. */
  readonly withdrawn: boolean;
  readonly counts: NormCounts;
  /** Of the judged: how many count as met by the counting of the selection. */
  readonly met: number;
}

export interface SelectedNorms {
  readonly view: View;
  readonly exploratory: boolean;
  /** The reference date. */
  readonly until: Day;
  /** Reports in the selection, of any kind, and organisations that one of them is the current report of. */
  readonly reports: number;
  readonly organisations: number;
  /** In the order of the newest framework, then of the older ones for what it does not have. Also norms that nobody was judged on. */
  readonly rows: readonly NormRow[];
}

/** The figures of the norms of a selection: each organisation once in every row. */
export function normRows(counted: CountedScores, selection: Selection): SelectedNorms {
  const { source, until, standing } = selectedReports(counted, selection);
  const { view, matrix } = source;
  const standings = normStandings(matrix, standing);
  const shows = normFilter(selection);
  return {
    view,
    exploratory: isExploratory(selection, view),
    until,
    reports: matrix.audits,
    organisations: standing.rows.length,
    rows: view.norms.flatMap((norm, column): NormRow[] => {
      if (!shows(norm)) return [];
      const { counts } = standings[column]!;
      const met = metBy(selection.counting, counts);
      return [{ norm, address: normAddress(norm), withdrawn: isWithdrawn(view, norm, until), counts, met, ...shareOf(met, counts.judged) }];
    }),
  };
}

/** How many count as met: strictly, or with those that meet it partly. */
export const metBy = (counting: Counting, { met, partiallyMet }: Pick<NormCounts, "met" | "partiallyMet">): number =>
  counting === "streng" ? met : met + partiallyMet;

/** Does a selection show this norm? By its newest category, competencies, code and title. */
export function normFilter({ category, competency, search }: Selection): (norm: ViewNorm) => boolean {
  const words = foldWord(search).split(" ");
  return (norm) => {
    const text = foldWord(`${norm.code} ${norm.title}`);
    return (
      (category === null || norm.category === category) &&
      (competency === null || norm.competencies.includes(competency)) &&
      words.every((word) => text.includes(word))
    );
  };
}
