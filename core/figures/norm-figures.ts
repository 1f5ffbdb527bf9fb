import { type Day, isoDay } from "../calendar.ts";
import type { Catalogue, CompiledFramework, Norm } from "../catalogue/types.ts";
import { countSignals } from "../relevance/count-signals.ts";
import { countsByName } from "../relevance/norm-counts.ts";
import type { CountEvidence, NormCounts, Signal } from "../relevance/signal.ts";
import { RULES_VERSION } from "../relevance/thresholds.ts";
import { type CountedLabel, carryJudgements } from "../scoring/carry.ts";
import { compareCodePoints } from "../scoring/code-points.ts";
import { type CurrentState, currentState, SCORES } from "../scoring/current-state.ts";
import type { ShardScores } from "../scoring/shard-scores.ts";
import { type Share, shareOf } from "./share.ts";

/** The current state of one norm in one label × variant × framework. */
export interface NormFigure extends Share {
  readonly framework: CompiledFramework;
  readonly norm: Norm;
  readonly counts: NormCounts;
  /** How many of the judgements the other label of a combined audit lent. */
  readonly carried: number;
  /** Count signals of exactly this norm here. */
  readonly signals: readonly Signal[];
}

/**
 * A figure for every norm of every framework, also for the ones that nobody was tested on (docs/method.md). In the order of
 * label, variant, version, and then of the norms in the framework.
 *
 * @throws BrokenInvariant when the scores rest on another catalogue.
 */
export function normFigures(scores: ShardScores, catalogue: Catalogue): readonly NormFigure[] {
  const labels = new Map(carryJudgements(scores, catalogue).map((label) => [label.label, label]));
  return inOrder(catalogue.frameworks).flatMap((framework) => {
    const label = labels.get(framework.label);
    const position = label ? label.frameworks.findIndex(({ key }) => key === framework.key) : -1;
    const state = label && position >= 0 ? currentState(label, position) : undefined;
    return framework.norms.map((norm, index) => {
      const evidence = evidenceOf(index, framework, catalogue, scores.referenceDay, label, state);
      const { judged, met } = evidence;
      return {
        framework,
        norm,
        counts: countsOf(index, state),
        carried: state?.carried[index] ?? 0,
        ...shareOf(met, judged),
        signals: countSignals(evidence),
      };
    });
  });
}

/** Frameworks by label, variant and version. */
export const inOrder = (frameworks: readonly CompiledFramework[]): CompiledFramework[] =>
  [...frameworks].sort(
    (a, b) => compareCodePoints(a.label, b.label) || compareCodePoints(a.variant, b.variant) || compareCodePoints(a.version, b.version),
  );

function countsOf(norm: number, state: CurrentState | undefined): NormCounts {
  const of = (score: number): number => state?.counts[norm * SCORES + score] ?? 0;
  return countsByName([of(0), of(1), of(2), of(3), of(4)]);
}

function evidenceOf(
  norm: number,
  framework: CompiledFramework,
  catalogue: Catalogue,
  referenceDay: Day | null,
  label: CountedLabel | undefined,
  state: CurrentState | undefined,
): CountEvidence {
  const counts = countsOf(norm, state);
  return {
    ...counts,
    period: state && counts.judged > 0 ? { from: isoDay(state.firstDay[norm]!), until: isoDay(state.lastDay[norm]!) } : null,
    frameworks: [framework.key],
    bodies: label && state ? bodiesOf(norm, catalogue, label, state) : [],
    referenceDate: referenceDay === null ? null : isoDay(referenceDay),
    rulesVersion: RULES_VERSION,
  };
}

function bodiesOf(norm: number, catalogue: Catalogue, { tables }: CountedLabel, state: CurrentState): CountEvidence["bodies"] {
  return tables.bodies
    .map((code, body) => ({
      code,
      name: catalogue.bodies.get(code)?.name ?? code,
      judged: state.judgedBy[norm * tables.bodies.length + body]!,
    }))
    .filter(({ judged }) => judged > 0)
    .sort((a, b) => b.judged - a.judged);
}
