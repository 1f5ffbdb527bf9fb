/** What an auditor finds per norm: an organisation's quality against the norm's difficulty, and the planted truths. */
import type { CompiledFramework } from "../core/catalogue/types.ts";
import { isJudgement } from "../core/judgement.ts";
import type { NormTraits } from "./norm-traits.ts";
import type { Random } from "./random.ts";

export const NOT_MET = 0;
export const PARTIALLY_MET = 1;
export const MET = 2;
export const NOT_APPLICABLE = 3;
export const NOT_ASSESSED = 4;

export interface Audited {
  readonly framework: CompiledFramework;
  readonly body: string;
  /** Year with a fraction, e.g. 2021.4. */
  readonly year: number;
  /** On the scale of the difficulties: 0 is a common organisation, the standard deviation between them about 0.8. */
  readonly quality: number;
  /** Place of the organisation in the list of those tested under this label: who has the planted judgements. */
  readonly rank: number;
}

/** One score; consumes the same number of random numbers whatever the outcome. */
export function drawScore(audited: Audited, code: string, traits: NormTraits, random: Random): number {
  const [exception, level] = [random.next(), random.next()];
  const { planted } = traits;
  if (planted?.judgedAt !== undefined && audited.rank >= planted.judgedAt) return NOT_APPLICABLE;
  if (planted?.truth === "everybody") return MET;
  if (planted?.truth === "nobody") return level < 0.35 ? PARTIALLY_MET : NOT_MET;
  if (planted === undefined && exception < traits.notApplicable) return NOT_APPLICABLE;
  if (planted === undefined && exception > 0.993) return NOT_ASSESSED;
  const margin = audited.quality - traits.difficulty - shiftOf(audited, code);
  if (level < logistic(margin)) return MET;
  return level < logistic(margin + 1.4) ? PARTIALLY_MET : NOT_MET;
}

/** How the organisation sees itself: mostly as the auditor does, now and then one step higher, rarely lower. */
export function drawSelf(score: number, code: string, random: Random): number {
  const [step, high] = [random.next(), SELF_HIGHER[code] ?? 0.15];
  if (!isJudgement(score)) return score;
  if (step < high) return Math.min(MET, score + 1);
  return step > 0.96 ? Math.max(NOT_MET, score - 1) : score;
}

/** Norms on which organisations rate themselves clearly higher than the auditor does. */
const SELF_HIGHER: Readonly<Record<string, number>> = { O19: 0.5, O20: 0.5, D14: 0.4 };

/** Planted without a count: D02 gets harder year by year from 2019, and Lloyd's Register is stricter on V13. */
function shiftOf({ framework, body, year }: Audited, code: string): number {
  if (framework.key === "KSW/basis/2019" && code === "D02") return 0.45 * (year - 2019);
  if (framework.key === "KSW/basis/2019" && code === "V13" && body === "lloyds") return 2;
  return 0;
}

/** tanh-free and rounded to six decimals, so that the last digit of an engine's exp cannot turn a score. */
const logistic = (x: number): number => Math.round(1e6 / (1 + Math.exp(-x))) / 1e6;
