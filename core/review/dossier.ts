/** The dossier of a review: all that was known when the committee decided. Made once, never changed; every file of it is written from this. */

import type { PublishedSignal } from "../figures/signals-json.ts";
import type { Sentence } from "../relevance/sentences.ts";
import type { NormCounts } from "../relevance/signal.ts";
import type { Interval } from "../statistics/wilson-interval.ts";
import { mostUrgentFirst, type Verdict } from "./agenda.ts";
import type { Completeness } from "./completeness.ts";
import type { DecisionEffect } from "./effect.ts";
import type { FrozenInput } from "./frozen-input.ts";
import type { Review } from "./review.ts";

/** Goes up when a reader of version n could misread version n + 1. */
export const DOSSIER_VERSION = 1;

export interface Dossier {
  readonly shape: "normenmonitor-dossier";
  readonly version: typeof DOSSIER_VERSION;
  readonly review: Pick<Review, "id" | "label" | "referenceDate">;
  /** The review that this one is compared with; null: it is the first. */
  readonly previous: Pick<Review, "id" | "referenceDate"> | null;
  readonly restsOn: Pick<FrozenInput, "catalogueVersion" | "thresholds" | "change"> & {
    /** Of the program that fixed the input, and of the one that judged: after a repair they differ. */
    readonly frozenBy: string;
    readonly codeVersion: string;
    /** By which was judged. */
    readonly rulesVersion: string;
    /** `KSW/basis/2019` */
    readonly frameworks: readonly string[];
    /** Does any framework say of itself that it is an example? */
    readonly illustrative: boolean;
    /** SHA-256 of the frozen reports, shard by shard. */
    readonly shards: readonly string[];
  };
  /** Every norm of the label, over all variants and versions, in the order of the newest framework; the ones out of force last. */
  readonly norms: readonly DossierNorm[];
  /** Signals of the previous review that are not there any more. */
  readonly gone: readonly GoneSignal[];
  /** Of every earlier decision: did it help? The newest first. */
  readonly effects: readonly DecisionEffect[];
  readonly completeness: Completeness;
  /** What can not be concluded. */
  readonly limits: readonly Sentence[];
}

export interface DossierNorm {
  readonly address: string;
  readonly code: string;
  readonly title: string;
  /** Keys of those that have it unchanged, the newest last. Two norms of different versions can have one code. */
  readonly frameworks: readonly string[];
  readonly category: string;
  readonly competencies: readonly string[];
  readonly verdict: Verdict;
  readonly counts: NormCounts;
  /** Fraction; null at n = 0. 95% Wilson. */
  readonly share: number | null;
  readonly interval: Interval | null;
  /** Each said once: what holds for all variants is not said again of one. */
  readonly signals: readonly DossierSignal[];
}

export interface DossierSignal extends PublishedSignal {
  readonly asks: Exclude<Verdict, "withdrawn">;
  /** Why it does not ask for a decision yet; null where there is nothing to explain. */
  readonly notYet: Sentence | null;
  /** In how many reviews in a row it is there, this one included; 1: it is new in this review. */
  readonly reviews: number;
  /** Of one that is new since the previous review: why; null in a first review, and of one that was there. */
  readonly why: Sentence | null;
}

/** The figure that a signal is about: of one variant, or (null) of all that its view has together. */
export interface SignalFigure {
  readonly variant: string | null;
  readonly met: number;
  readonly judged: number;
}

export function figureOfSignal({ view, evidence }: Pick<PublishedSignal, "view" | "evidence">): SignalFigure {
  if ("variant" in evidence) return evidence.variant;
  const [, variant = "*"] = view.split("/");
  return { variant: variant === "*" ? null : variant, met: evidence.met, judged: evidence.judged };
}

export interface GoneSignal extends Pick<PublishedSignal, "signal" | "view" | "sentence"> {
  /** Of the norm now; of one that is in no framework any more, as it was. */
  readonly address: string;
  readonly code: string;
  readonly title: string;
  /** In how many reviews in a row it was there. */
  readonly reviews: number;
  readonly why: Sentence;
}

/** The norms that a verdict was given of; where they have signals, the most urgent first. */
export const normsThat = ({ norms }: Pick<Dossier, "norms">, verdict: Verdict): readonly DossierNorm[] =>
  norms
    .filter((norm) => norm.verdict === verdict)
    .sort((a, b) => (a.signals[0] && b.signals[0] ? mostUrgentFirst(a.signals[0], b.signals[0]) : 0));

/** Of the norms that ask for nothing: about these too little is known to say anything. */
export const isTooLittleKnown = ({ counts }: Pick<DossierNorm, "counts">, { restsOn }: Pick<Dossier, "restsOn">): boolean =>
  counts.judged < restsOn.thresholds.enoughToSpeak;

/** Addresses of the norms that ask for a decision, the most urgent first. */
export const agendaOf = (dossier: Pick<Dossier, "norms">): readonly string[] => normsThat(dossier, "decide").map(({ address }) => address);
