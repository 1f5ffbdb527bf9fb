import type { Sentence } from "../relevance/sentences.ts";
import type { SignalCode } from "../relevance/signal.ts";
import type { SignalStatus } from "../relevance/view-signals.ts";

/**
 * What a signal asks of the committee:
 *
 * - `decision`: it stands on counts and an exact bound, so it asks for a decision at once.
 * - `decisionWhenConfirmed`: it comes from a test. In six years without any difference 20% of programmes show one false signal of this kind, of signals
 *   that are there again a year later 3% (decision 0010); until then it is to be watched.
 * - `notice`: good to know; a decision may be taken and need not be.
 * - `nothing`: there is not enough to decide on.
 */
export type Asks = "decision" | "decisionWhenConfirmed" | "notice" | "nothing";

/** In the order of urgency: what nobody can meet comes before what differs, and that before what everybody meets. */
const asks = {
  NOOIT_GEHAALD: "decision",
  VRIJWEL_NOOIT: "decision",
  // A comparison of variants, from 14 organisations on; where nobody of 29 meets it in a variant, its own view says so as NOOIT_GEHAALD.
  NOOIT_IN_VARIANT: "decisionWhenConfirmed",
  VERSLECHTEREND: "decisionWhenConfirmed",
  OMGEKEERD: "decisionWhenConfirmed",
  CI_VERSCHIL: "decisionWhenConfirmed",
  ZELFEVALUATIE_WIJKT_AF: "decisionWhenConfirmed",
  ONDERSCHEIDT_NIET: "decisionWhenConfirmed",
  OVERLAPPEND: "decisionWhenConfirmed",
  // A lower limit that everybody meets may well stay: then that is the decision.
  ALTIJD_GEHAALD: "decision",
  NOOIT_TOT_NU_TOE: "notice",
  VRIJWEL_ALTIJD: "notice",
  VERBETEREND: "notice",
  TE_WEINIG_GEGEVENS: "nothing",
} as const satisfies Readonly<Record<SignalCode, Asks>>;

/** What becomes of a norm in a review. `withdrawn`: it is out of force, so there is nothing to decide about it. */
export const verdicts = ["decide", "notice", "nothing", "withdrawn"] as const;
export type Verdict = (typeof verdicts)[number];

/** Does this signal ask for a decision, only to be noticed, or for nothing? */
export function askedBy(signal: SignalCode, status: SignalStatus): Exclude<Verdict, "withdrawn"> {
  const asked = asks[signal];
  if (asked === "decisionWhenConfirmed") return status === "nieuw" ? "notice" : "decide";
  return asked === "decision" ? "decide" : asked;
}

/** Why a signal that may ask for a decision does not yet; undefined where there is nothing to explain. */
export const notYet = (signal: SignalCode, status: SignalStatus): Sentence | undefined =>
  asks[signal] === "decisionWhenConfirmed" && status === "nieuw"
    ? {
        nl: "Dit signaal is nieuw. Het vraagt pas een besluit als het er volgend jaar weer is.",
        en: "This signal is new. It asks for a decision only if it is there again next year.",
      }
    : undefined;

const urgency = Object.keys(asks);

/** Sorts signals by what they ask, then by urgency. */
export const mostUrgentFirst = (
  a: { readonly signal: SignalCode; readonly asks: Verdict },
  b: { readonly signal: SignalCode; readonly asks: Verdict },
): number => verdicts.indexOf(a.asks) - verdicts.indexOf(b.asks) || urgency.indexOf(a.signal) - urgency.indexOf(b.signal);
