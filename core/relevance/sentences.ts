import { bodyDifference } from "./sentences/bodies.ts";
import { almostAlways, almostNever, alwaysMet, neverMet, neverSoFar, tooFew } from "./sentences/counts.ts";
import { notDiscriminating, reversed } from "./sentences/discrimination.ts";
import { overlapping } from "./sentences/overlap.ts";
import { selfEvaluationDiffers } from "./sentences/self-evaluation.ts";
import { improving, worsening } from "./sentences/trend.ts";
import { neverInVariant } from "./sentences/variant.ts";
import type { Sentence } from "./sentences/words.ts";
import type { Signal, SignalCode, SignalEvidence } from "./signal.ts";

export type { Sentence } from "./sentences/words.ts";

/** What a policy officer can read out: made from the evidence, here and nowhere else. */
export function sentenceOf(signal: Signal): Sentence {
  const make = sentences[signal.code] as (evidence: Signal["evidence"]) => Sentence;
  return make(signal.evidence);
}

const sentences: { readonly [Code in SignalCode]: (evidence: SignalEvidence[Code]) => Sentence } = {
  TE_WEINIG_GEGEVENS: tooFew,
  NOOIT_TOT_NU_TOE: neverSoFar,
  NOOIT_GEHAALD: neverMet,
  VRIJWEL_NOOIT: almostNever,
  NOOIT_IN_VARIANT: neverInVariant,
  ALTIJD_GEHAALD: alwaysMet,
  VRIJWEL_ALTIJD: almostAlways,
  VERSLECHTEREND: worsening,
  VERBETEREND: improving,
  CI_VERSCHIL: bodyDifference,
  OVERLAPPEND: overlapping,
  ONDERSCHEIDT_NIET: notDiscriminating,
  OMGEKEERD: reversed,
  ZELFEVALUATIE_WIJKT_AF: selfEvaluationDiffers,
};
