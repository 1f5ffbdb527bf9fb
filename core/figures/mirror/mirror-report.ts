import { type Day, yearOf } from "../../calendar.ts";
import { OUT_OF_SCOPE } from "../../judgement.ts";
import { countsByName } from "../../relevance/norm-counts.ts";
import type { NormCounts } from "../../relevance/signal.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import { isWithdrawn, type View } from "../../relevance/views.ts";
import { normAddress } from "../norm-address.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { type SelectedReports, selectedReports } from "../selected/selected-reports.ts";
import { everythingOf } from "../selected/selection.ts";
import { type Share, shareOf } from "../share.ts";
import { lastDayOf } from "../tables/periods.ts";
import { hidden, type ShownCounts, shownCounts } from "./small-cells.ts";

export interface MirrorRow {
  readonly norm: ViewNorm;
  readonly address: string;
  readonly withdrawn: boolean;
  /** Organisations whose score that counts was given by the own body, all of it: it delivered these itself. Strict: *deels* is not met. */
  readonly own: NormCounts & Share;
  /** All bodies together, the own one too, as far as it may be shown. */
  readonly all: ShownCounts;
  /** Of all bodies; both null where the number that meets it is hidden. */
  readonly allShare: Share;
}

/** *Spiegelrapport*: what a body may see of itself beside all bodies together. */
export interface MirrorReport {
  readonly view: View;
  /** The last day of a half-year. */
  readonly until: Day;
  readonly rows: readonly MirrorRow[];
}

/** Others than the own body must be at least two, else "all - own" is one other body, which is none of its business. */
const OTHER_BODIES = 2;

/**
 * The mirror report of a body about a label. It offers no choice: one view (all variants and versions), one way of counting, and one day, the end of
 * the last whole half-year. Each choice more (a variant, a day earlier) is a difference that could be subtracted to a small cell.
 * Organisations count once, under the body that gave the score that counts.
 */
export function mirrorReport(counted: CountedScores, label: string, body: string): MirrorReport {
  const until = endOfLastHalfYear(counted.referenceDay);
  const selected = selectedReports(counted, { ...everythingOf(label), until });
  const { view } = selected.source;
  return {
    view,
    until,
    rows: view.norms.map((norm, column): MirrorRow => {
      const { own, others, otherBodies } = countsBeside(selected, column, body);
      const all = otherBodies < OTHER_BODIES ? hidden : shownCounts(own, others);
      const { judgements } = all;
      return {
        norm,
        address: normAddress(norm),
        withdrawn: isWithdrawn(view, norm, until),
        own: { ...own, ...shareOf(own.met, own.judged) },
        all,
        allShare: "met" in judgements ? shareOf(judgements.met, judgements.judged) : { share: null, interval: null },
      };
    }),
  };
}

/** The last day of the half-year that ended on this day or before it. */
export function endOfLastHalfYear(day: Day): Day {
  const year = yearOf(day);
  const ends = [lastDayOf(year, "jaar"), lastDayOf(year * 2, "halfjaar"), lastDayOf(year - 1, "jaar")];
  return ends.find((end) => end <= day)!;
}

interface OwnAndOthers {
  readonly own: NormCounts;
  readonly others: NormCounts;
  readonly otherBodies: number;
}

function countsBeside({ source: { matrix }, standing: { rows, given } }: SelectedReports, column: number, body: string): OwnAndOthers {
  const own: Five = [0, 0, 0, 0, 0];
  const others: Five = [0, 0, 0, 0, 0];
  const otherBodies = new Set<number>();
  rows.forEach((_, place) => {
    const row = given[place * matrix.width + column]!;
    const score = matrix.scores[row * matrix.width + column]!;
    if (score === OUT_OF_SCOPE) return;
    const by = matrix.body[row]!;
    if (matrix.bodies[by] === body) {
      own[score]!++;
      return;
    }
    others[score]!++;
    otherBodies.add(by);
  });
  return { own: countsByName(own), others: countsByName(others), otherBodies: otherBodies.size };
}

type Five = [number, number, number, number, number];
