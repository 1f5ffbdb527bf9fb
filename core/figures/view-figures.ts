import type { Day } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import type { NormCounts } from "../relevance/signal.ts";
import type { ViewThresholds } from "../relevance/thresholds.ts";
import { viewMatrix } from "../relevance/view-matrix.ts";
import type { ViewNorm } from "../relevance/view-norms.ts";
import { type ViewSignal, type ViewSignals, viewSignals } from "../relevance/view-signals.ts";
import { publishedViews, type View } from "../relevance/views.ts";
import { carryJudgements } from "../scoring/carry.ts";
import type { ShardScores } from "../scoring/shard-scores.ts";
import { type Share, shareOf } from "./share.ts";

/** A view with all that is said about it. */
export interface JudgedView extends ViewSignals {
  readonly view: View;
  /** One for every norm of the view, also for the ones that nobody was tested on. */
  readonly figures: readonly ViewFigure[];
}

/** The current state of one norm of a view. */
export interface ViewFigure extends Share {
  readonly view: View;
  readonly norm: ViewNorm;
  /** Out of force at the reference date. */
  readonly withdrawn: boolean;
  readonly counts: NormCounts;
  readonly signals: readonly ViewSignal[];
}

/**
 * The published views of all labels with their figures and signals, at the reference day of the scores.
 *
 * @throws BrokenInvariant when the scores rest on another catalogue.
 */
export function judgedViews(
  scores: ShardScores,
  catalogue: Catalogue,
  referenceDay: Day,
  thresholds?: ViewThresholds,
): readonly JudgedView[] {
  const labels = new Map(carryJudgements(scores, catalogue).map((label) => [label.label, label]));
  return publishedViews(catalogue).map((view) => {
    const judged = viewSignals(viewMatrix(view, labels.get(view.label)), referenceDay, catalogue, thresholds);
    return { view, ...judged, figures: figuresOf(view, judged) };
  });
}

function figuresOf(view: View, { analysis, signals }: ViewSignals): ViewFigure[] {
  return view.norms.map((norm, position) => {
    const { counts } = analysis.standings()[position]!;
    return {
      view,
      norm,
      withdrawn: analysis.withdrawn[position]!,
      counts,
      ...shareOf(counts.met, counts.judged),
      signals: signals.filter((signal) => signal.norm === position),
    };
  });
}
