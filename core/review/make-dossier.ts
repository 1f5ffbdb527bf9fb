import { type Day, parseIsoDay } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { type Decision, decidedOn } from "../decisions.ts";
import { BrokenInvariant } from "../faults.ts";
import { normAddress } from "../figures/norm-address.ts";
import { countedScores } from "../figures/selected/counted-scores.ts";
import { shareOf } from "../figures/share.ts";
import { tellOnce } from "../figures/signal-digest.ts";
import { isAboutNorm } from "../figures/signal-places.ts";
import { type PublishedSignal, publishedSignals } from "../figures/signals-json.ts";
import { yearsBefore } from "../relevance/reference-dates.ts";
import { type ViewMatrix, viewMatrix } from "../relevance/view-matrix.ts";
import { type ViewSignals, viewSignals } from "../relevance/view-signals.ts";
import { publishedViews } from "../relevance/views.ts";
import type { ShardScores } from "../scoring/shard-scores.ts";
import { askedBy, mostUrgentFirst, notYet, type Verdict, verdicts } from "./agenda.ts";
import { type Compared, compareWithPrevious } from "./compare.ts";
import { completenessOf } from "./completeness.ts";
import { DOSSIER_VERSION, type Dossier, type DossierNorm, type DossierSignal } from "./dossier.ts";
import { decisionEffects } from "./effect.ts";
import type { FrozenDecisions, FrozenInput } from "./frozen-input.ts";
import { limitsOf } from "./limits.ts";

/** A view of the label with its audits and what is said of it. */
export interface ReviewedView {
  readonly matrix: ViewMatrix;
  readonly judged: ViewSignals;
}

export interface DossierSources {
  readonly input: FrozenInput;
  /** The program that judges, and its rules. */
  readonly judgedBy: Pick<Dossier["restsOn"], "codeVersion" | "rulesVersion">;
  /** Merged from exactly the frozen reports. */
  readonly scores: ShardScores;
  /** Of the version of the input. */
  readonly catalogue: Catalogue;
  readonly decisions: FrozenDecisions;
  /** Of the review that this one is compared with. */
  readonly previous: Dossier | null;
}

/**
 * Judges the norms of a label on the frozen input of a review and compares with the previous one. Pure: the same sources give the same dossier.
 *
 * @throws BrokenInvariant when the scores rest on another catalogue or another reference date.
 */
export function makeDossier({ input, judgedBy, scores, catalogue, decisions, previous }: DossierSources): Dossier {
  const referenceDay = parseIsoDay(input.referenceDate)!;
  if (scores.referenceDay !== referenceDay) throw new BrokenInvariant(`the scores are not of ${input.referenceDate}`);
  const counted = countedScores(scores, catalogue);
  const views = publishedViews(catalogue)
    .filter(({ label }) => label === input.label)
    .map((view): ReviewedView => {
      const matrix = viewMatrix(view, counted.labels.get(input.label));
      return { matrix, judged: viewSignals(matrix, referenceDay, catalogue, input.thresholds) };
    });
  const [all] = views;
  if (!all) throw new BrokenInvariant(`the catalogue has no label ${input.label}`);
  const compared = compareWithPrevious({
    views,
    signals: signalsOf(views),
    previous,
    catalogue,
    input: { thresholds: input.thresholds, ...judgedBy },
    referenceDay,
  });
  const norms = normsOf(all, compared.signals);
  const completeness = completenessOf({
    matrix: all.matrix,
    counted,
    input,
    organisations: all.judged.analysis.organisations,
    notJudged: norms.reduce((sum, { counts }) => sum + counts.notApplicable + counts.notAssessed, 0),
    since: sinceOf(previous, referenceDay),
  });
  const { view } = all.matrix;
  return {
    shape: "normenmonitor-dossier",
    version: DOSSIER_VERSION,
    review: { id: input.review, label: input.label, referenceDate: input.referenceDate },
    previous: previous && { id: previous.review.id, referenceDate: previous.review.referenceDate },
    restsOn: {
      catalogueVersion: input.catalogueVersion,
      frozenBy: input.codeVersion,
      ...judgedBy,
      thresholds: input.thresholds,
      change: input.change,
      frameworks: view.frameworks.map(({ key }) => key),
      illustrative: view.frameworks.some(({ illustrative }) => illustrative === true),
      shards: input.shards.map(({ sha256 }) => sha256),
    },
    norms,
    gone: compared.gone,
    effects: decisionEffects(all.matrix, catalogue, decisions.filter(isTakenBy(input.referenceDate)), referenceDay, input.thresholds),
    completeness,
    limits: limitsOf(norms, completeness, input.thresholds),
  };
}

/** What was decided after the reference date can not have had an effect on it. */
const isTakenBy =
  (referenceDate: string) =>
  (decision: Decision): boolean =>
    decidedOn(decision) <= referenceDate;

/** Since the previous review; before there was one, over a year. */
const sinceOf = (previous: Dossier | null, referenceDay: Day): Day =>
  (previous && parseIsoDay(previous.review.referenceDate)) ?? yearsBefore(referenceDay, 1);

const signalsOf = (views: readonly ReviewedView[]): readonly PublishedSignal[] =>
  tellOnce(publishedSignals(views.map(({ matrix, judged }) => ({ view: matrix.view, signals: judged.signals }))));

/** Norms of frameworks that are not valid yet at the reference date are left out: nobody can have been judged on them. */
function normsOf({ matrix, judged: { analysis } }: ReviewedView, signals: readonly Compared[]): DossierNorm[] {
  const norms = matrix.view.norms.flatMap((norm, column): DossierNorm[] => {
    if (norm.places.every(({ framework }) => framework.validFromDay > analysis.day)) return [];
    const { counts } = analysis.standings()[column]!;
    const withdrawn = analysis.withdrawn[column]!;
    const own = signals
      .filter((signal) => isAboutNorm(signal, norm))
      .map((signal) => dossierSignal(signal, withdrawn))
      .sort(mostUrgentFirst);
    return [
      {
        address: normAddress(norm),
        code: norm.code,
        title: norm.title,
        frameworks: norm.places.map(({ framework }) => framework.key),
        category: norm.category,
        competencies: norm.competencies,
        verdict: withdrawn ? "withdrawn" : verdictOf(own),
        counts,
        ...shareOf(counts.met, counts.judged),
        signals: own,
      },
    ];
  });
  return [...norms.filter(({ verdict }) => verdict !== "withdrawn"), ...norms.filter(({ verdict }) => verdict === "withdrawn")];
}

/** Of a norm out of force a signal asks nothing any more. */
const dossierSignal = (signal: Compared, withdrawn: boolean): DossierSignal => ({
  ...signal,
  asks: withdrawn ? "nothing" : askedBy(signal.signal, signal.status),
  notYet: (!withdrawn && notYet(signal.signal, signal.status)) || null,
});

const verdictOf = (signals: readonly DossierSignal[]): Verdict =>
  verdicts.find((verdict) => signals.some(({ asks }) => asks === verdict)) ?? "nothing";
