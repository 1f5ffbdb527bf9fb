import type { BodyTest } from "./screens/bodies.ts";
import type { Course } from "./screens/course.ts";
import type { DiscriminationTest } from "./screens/discrimination.ts";
import type { NormPair } from "./screens/overlap.ts";
import type { RetestCounts } from "./screens/retests.ts";
import type { SelfEvaluationTest } from "./screens/self-evaluation.ts";
import type { TrendTest } from "./screens/trend.ts";
import type { VariantCounts, VariantTest } from "./screens/variants.ts";
import type { WithQ } from "./screens/with-q.ts";

/**
 * A signal: a reason to talk about a norm, never a verdict. A new kind of signal adds its evidence here, its rule in a file of its own below
 * `signals/` and its sentence below `sentences/`; the compiler asks for the sentence.
 */
export type Signal = { readonly [Code in SignalCode]: SignalOf<Code> }[SignalCode];

export interface SignalOf<Code extends SignalCode> {
  readonly code: Code;
  readonly evidence: SignalEvidence[Code];
}

/** What each signal rests on, as data. */
export interface SignalEvidence {
  readonly TE_WEINIG_GEGEVENS: CountEvidence;
  readonly NOOIT_TOT_NU_TOE: CountEvidence & { readonly neededForConclusion: number };
  /** `course` in views, which run on over versions: is it new or lasting? */
  readonly NOOIT_GEHAALD: CountEvidence & { readonly bound: Bound; readonly course?: Course };
  readonly ALTIJD_GEHAALD: CountEvidence & { readonly bound: Bound };
  readonly VRIJWEL_NOOIT: CountEvidence & { readonly bound: Bound };
  readonly VRIJWEL_ALTIJD: CountEvidence & { readonly bound: Bound };
  readonly NOOIT_IN_VARIANT: CountEvidence & {
    readonly variant: VariantCounts;
    readonly others: readonly VariantCounts[];
    readonly test: WithQ<VariantTest>;
  };
  readonly VERSLECHTEREND: CountEvidence & TrendEvidence;
  readonly VERBETEREND: CountEvidence & TrendEvidence;
  /** `body` against the `otherBodies` that judged the norm. */
  readonly CI_VERSCHIL: CountEvidence & {
    readonly body: { readonly code: string; readonly name: string };
    readonly otherBodies: number;
    readonly test: WithQ<BodyTest>;
  };
  readonly OVERLAPPEND: CountEvidence & {
    readonly other: { readonly norm: string; readonly title: string; readonly frameworks: readonly string[] };
    readonly pair: Omit<NormPair, "a" | "b">;
  };
  readonly ONDERSCHEIDT_NIET: CountEvidence & { readonly test: WithQ<DiscriminationTest> };
  readonly OMGEKEERD: CountEvidence & { readonly test: WithQ<DiscriminationTest> };
  readonly ZELFEVALUATIE_WIJKT_AF: CountEvidence & { readonly test: WithQ<SelfEvaluationTest> };
}

export interface TrendEvidence {
  readonly test: WithQ<TrendTest>;
  readonly retest: RetestCounts;
}

/** What a signal is about besides its norm, by code; empty when it is about the norm alone. */
export interface About {
  readonly body?: string;
  readonly variant?: string;
  readonly norm?: string;
}

export type SignalCode = keyof SignalEvidence;

/** The counts of one norm: organisations, each once, by its current report. */
export interface NormCounts {
  /** With the norm in scope: any of the five scores. */
  readonly organisations: number;
  /** n: met + partiallyMet + notMet. */
  readonly judged: number;
  readonly met: number;
  readonly partiallyMet: number;
  readonly notMet: number;
  readonly notApplicable: number;
  readonly notAssessed: number;
}

export interface CountEvidence extends NormCounts {
  /** Days (`jjjj-mm-dd`) of the first and last audit that gave a judgement; null when there is none. */
  readonly period: { readonly from: string; readonly until: string } | null;
  /** Keys of the frameworks that were counted. */
  readonly frameworks: readonly string[];
  /** Who gave the judgements, most first. */
  readonly bodies: readonly { readonly code: string; readonly name: string; readonly judged: number }[];
  readonly referenceDate: string | null;
  readonly rulesVersion: string;
  /** Of a view: which norms of which frameworks were counted as this one. Their own figures are in norm-figures. */
  readonly restsOn?: { readonly view: string; readonly norms: readonly { readonly framework: string; readonly norm: string }[] };
  /** The norm is out of force at the reference date. */
  readonly withdrawn?: boolean;
}

/**
 * What can be said about all organisations: with this confidence the share that meets the norm is at most (upper) or at least
 * (lower) this fraction.
 */
export interface Bound {
  readonly side: "upper" | "lower";
  readonly share: number;
  readonly confidence: number;
}
