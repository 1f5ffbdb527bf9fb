import type { ViewAnalysis } from "../analysis.ts";
import { isSaid, type Outcome, type Reason } from "../outcome.ts";

export const screenKinds = ["variants", "trend", "bodies", "overlap", "discrimination", "selfEvaluation"] as const;
/** The test screens of a view: families of tests that are corrected together. */
export type ScreenKind = (typeof screenKinds)[number];

/** What a screen could look at in a view, so that "nothing found" is never read as "there is nothing". */
export interface ScreenSummary {
  readonly kind: ScreenKind;
  /** Tests that could be made: of norms, of norm × body, of pairs of norms. */
  readonly tested: number;
  readonly organisations: number;
  /** False: with so few organisations a difference that is there is mostly missed. */
  readonly canSee: boolean;
  /** Why no test at all could be made, when it is the same everywhere or nearly so: the most common reason. Null when one was made. */
  readonly reason: Reason | null;
}

/** One summary per screen. Comparing variants is only there in a view of several. */
export function screenSummaries(analysis: ViewAnalysis): readonly ScreenSummary[] {
  const { organisations, thresholds, view } = analysis;
  const enough = organisations >= thresholds.organisationsToSee;
  const of = (kind: ScreenKind, outcomes: readonly Outcome<object>[], canSee: boolean): ScreenSummary => {
    const tested = outcomes.filter(isSaid).length;
    return { kind, tested, organisations, canSee: canSee && tested > 0, reason: tested > 0 ? null : commonest(outcomes) };
  };
  const { tested: pairs } = analysis.overlaps();
  return [
    ...(view.variants.length > 1 ? [of("variants", analysis.variants().flatMap(onePerTest), true)] : []),
    of("trend", analysis.trends(), true),
    of(
      "bodies",
      analysis.bodies().flatMap((ofNorm) => ofNorm.map(({ outcome }) => outcome)),
      enough,
    ),
    {
      kind: "overlap",
      tested: pairs,
      organisations,
      canSee: pairs > 0,
      reason: pairs > 0 ? null : { because: "tooFewOrganisations", n: organisations, needed: thresholds.overlap.inCommon },
    },
    of("discrimination", analysis.discriminations(), enough),
    of("selfEvaluation", analysis.selfEvaluations(), enough),
  ];
}

/** Of two variants both have the same test. */
const onePerTest = (ofNorm: ReturnType<ViewAnalysis["variants"]>[number]): Outcome<object>[] =>
  ofNorm.slice(0, ofNorm.length === 2 ? 1 : ofNorm.length).map(({ outcome }) => outcome);

/** The reason that is given most; of equally common ones the first. No outcomes at all: nothing was judged. */
function commonest(outcomes: readonly Outcome<object>[]): Reason {
  const given = new Map<Reason["because"], { readonly reason: Reason; times: number }>();
  for (const outcome of outcomes) {
    if (!("notYet" in outcome)) continue;
    const { notYet } = outcome as { readonly notYet: Reason };
    const entry = given.get(notYet.because) ?? { reason: notYet, times: 0 };
    given.set(notYet.because, { reason: mostTold(entry.reason, notYet), times: entry.times + 1 });
  }
  let most: { readonly reason: Reason; readonly times: number } = { reason: { because: "nothingJudged" }, times: 0 };
  for (const entry of given.values()) if (entry.times > most.times) most = entry;
  return most.reason;
}

/** Of two norms that had too few, the one that came nearest: "at most 9 of the 50 that it takes". */
const mostTold = (a: Reason, b: Reason): Reason => ("n" in a && "n" in b && b.n > a.n ? b : a);
