import { isoDay } from "../calendar.ts";
import type { ViewAnalysis } from "../relevance/analysis.ts";
import { isSaid, type Outcome, type Reason } from "../relevance/outcome.ts";
import { screenSummaries } from "../relevance/screens/summary.ts";
import { notYetSentence, screenSentence } from "../relevance/sentences/not-yet.ts";
import { type Sentence, sentenceOf } from "../relevance/sentences.ts";
import { RULES_VERSION } from "../relevance/thresholds.ts";
import type { GoneSignal } from "../relevance/view-signals.ts";
import { lowerBound, upperBound } from "../statistics/one-sided-bound.ts";
import { rowsJson } from "./figure-columns.ts";
import type { JudgedView } from "./view-figures.ts";

/**
 * `view-tests.json`: of each view everything that was looked at, also where it gave no signal, and why where nothing can be said yet. What a
 * reader needs who asks "and norm 12?", and what a signal rests on.
 */
export const viewTestsJson = (views: readonly JudgedView[]): string => rowsJson(views.map(viewTests));

function viewTests({ view, analysis, gone }: JudgedView) {
  return {
    view: view.id,
    referenceDate: isoDay(analysis.day),
    rulesVersion: RULES_VERSION,
    thresholds: analysis.thresholds,
    audits: analysis.audits,
    organisations: analysis.organisations,
    levelBands: analysis.bands,
    screens: screenSummaries(analysis).map((summary) => ({ ...summary, sentence: screenSentence(summary) })),
    bodiesOverall: withWarning(explained(analysis.bodiesOverall())),
    pairs: analysis.overlaps().pairs.map(({ a, b, ...pair }) => ({ a: view.norms[a]!.code, b: view.norms[b]!.code, ...pair })),
    gone: gone.map((signal) => goneSignal(view.norms[signal.norm]!.code, signal)),
    norms: view.norms.map((_, norm) => normTests(analysis, norm)),
  };
}

function normTests(analysis: ViewAnalysis, norm: number) {
  const { code, places } = analysis.view.norms[norm]!;
  const { judged, met, partiallyMet, notMet } = analysis.standings()[norm]!.counts;
  const { confidence, almostConfidence } = analysis.thresholds;
  return {
    norm: code,
    frameworks: places.map(({ framework }) => framework.key),
    withdrawn: analysis.withdrawn[norm]!,
    judged,
    met,
    partiallyMet,
    notMet,
    bounds: [confidence, almostConfidence].map((level) => ({
      confidence: level,
      lower: lowerBound(met, judged, level),
      upper: upperBound(met, judged, level),
    })),
    variants: analysis.variants()[norm]!.map(({ counts, outcome }) => ({ ...counts, test: explained(outcome) })),
    trend: explained(analysis.trends()[norm]!),
    retest: analysis.retests()[norm]!,
    course: analysis.courses()[norm]!,
    bodies: analysis.bodies()[norm]!.map(({ body, outcome }) => ({ body: analysis.bodyCode(body), test: explained(outcome) })),
    discrimination: explained(analysis.discriminations()[norm]!),
    selfEvaluation: explained(analysis.selfEvaluations()[norm]!),
  };
}

type Explained<Said> = Said | { readonly notYet: Reason; readonly sentence: Sentence };

const explained = <Said extends object>(outcome: Outcome<Said>): Explained<Said> =>
  isSaid(outcome) ? outcome : { ...outcome, sentence: notYetSentence(outcome.notYet) };

/** Never without it: strictness and clients cannot be told apart. */
const withWarning = <Said extends object>(overall: Said) => ({
  ...overall,
  warning: {
    nl: "Een CI kan strenger zijn of zwakkere organisaties toetsen: dat is hier niet uit elkaar te houden. Alleen organisaties die van CI wisselden, kunnen dat laten zien.",
    en: "A body may be stricter or may audit weaker organisations: these cannot be told apart here. Only organisations that changed body can show it.",
  },
});

const goneSignal = (norm: string, { signal, about, lastSeen, withdrawn }: GoneSignal) => ({
  norm,
  signal: signal.code,
  about,
  lastSeen,
  withdrawn,
  evidence: signal.evidence,
  sentence: sentenceOf(signal),
});
