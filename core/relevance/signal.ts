/**
 * A signal: a reason to talk about a norm, never a verdict. A new kind of signal adds its evidence here, its rule in a file of its own and
 * its sentence in `sentences.ts`; the compiler asks for the sentence.
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
  readonly NOOIT_GEHAALD: CountEvidence & { readonly bound: Bound };
  readonly ALTIJD_GEHAALD: CountEvidence & { readonly bound: Bound };
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
