import { isSaid, type Outcome } from "../../relevance/outcome.ts";
import type { WithQ } from "../../relevance/screens/with-q.ts";
import { viewThresholds } from "../../relevance/thresholds.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import { type CombinedPair, combinedComparison } from "../selected/combined-comparison.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { type Share, shareOf } from "../share.ts";
import { placesOfSignal } from "../signal-places.ts";
import type { PublishedSignal } from "../signals-json.ts";
import { type DescribedKappa, describedKappa } from "./described-kappa.ts";
import { type DirectionTest, directions, leaningOf } from "./direction.ts";

/** An overlap of the catalogue, and what the data say of it. */
export interface LabelOverlap extends CombinedPair {
  /** Same judgement, of the organisations that both labels judged themselves: with its Wilson interval. What was taken over never counts. */
  readonly agreement: Share;
  readonly kappa: Outcome<DescribedKappa>;
  readonly direction: Outcome<WithQ<DirectionTest>>;
  /** Which label judges lower for sure, and by enough. */
  readonly stricter: "a" | "b" | null;
  /** Surely less alike than two norms that overlap: the upper end of kappa lies below what an overlap has at least. */
  readonly contradicted: boolean;
  readonly signals: SignalsBeside;
}

/** Codes of the signals of both norms, each in the view of all variants of its label. */
export interface SignalsBeside {
  readonly both: readonly PublishedSignal["signal"][];
  readonly onlyA: readonly PublishedSignal["signal"][];
  readonly onlyB: readonly PublishedSignal["signal"][];
}

export interface LabelOverlaps {
  /** With a combined audit of the two labels. */
  readonly organisations: number;
  readonly pairs: readonly LabelOverlap[];
}

/**
 * The overlaps of the catalogue between two labels: do both labels judge them alike, where both judged them themselves, and do both norms have the same signals? In
 * combined audits, each organisation once by its latest one.
 *
 * @param signals of `signals.json` of the same run.
 */
export function labelOverlaps(counted: CountedScores, labelA: string, labelB: string, signals: readonly PublishedSignal[]): LabelOverlaps {
  const { organisations, pairs } = combinedComparison(counted, labelA, labelB);
  const tests = directions(pairs.map(({ judgedTwice }) => judgedTwice));
  return {
    organisations,
    pairs: pairs.map((pair, i): LabelOverlap => {
      const { judgedTwice } = pair;
      const kappa = describedKappa(judgedTwice);
      const direction = tests[i]!;
      const leaning = isSaid(direction) ? leaningOf(judgedTwice, direction) : null;
      return {
        ...pair,
        agreement: shareOf(judgedTwice.same, judgedTwice.n),
        kappa,
        direction,
        stricter: leaning === null ? null : leaning === "higher" ? "a" : "b",
        contradicted: isSaid(kappa) && kappa.interval !== null && kappa.interval.upper < viewThresholds.overlap.lowerBound,
        signals: besideOf(codesOf(signals, labelA, pair.a), codesOf(signals, labelB, pair.b)),
      };
    }),
  };
}

function codesOf(signals: readonly PublishedSignal[], label: string, { places }: ViewNorm): ReadonlySet<PublishedSignal["signal"]> {
  const own = new Set(places.map(({ framework, norm }) => `${framework.key} ${framework.norms[norm]!.code}`));
  const ofAllVariants = `${label}/*/`;
  return new Set(
    signals
      .filter((signal) => signal.view.startsWith(ofAllVariants) && placesOfSignal(signal).some((place) => own.has(place)))
      .map(({ signal }) => signal),
  );
}

const besideOf = (a: ReadonlySet<PublishedSignal["signal"]>, b: ReadonlySet<PublishedSignal["signal"]>): SignalsBeside => ({
  both: [...a].filter((code) => b.has(code)),
  onlyA: [...a].filter((code) => !b.has(code)),
  onlyB: [...b].filter((code) => !a.has(code)),
});
