/**
 * What the committee decided about a norm. A decision is never changed: a later one refers to it by coming after it. The words are those of
 * the relevance review.
 */
import type { User } from "./access.ts";
import { amsterdamDay, isoDay } from "./calendar.ts";
import type { SignalCode } from "./relevance/signal.ts";

export const decisionKinds = ["keep", "clarify", "amend", "retire", "monitor"] as const;
/** behouden, verduidelijken, aanpassen, schrappen, monitoren */
export type DecisionKind = (typeof decisionKinds)[number];

export interface Decision {
  /** Address of the norm, `<label>/<variant>/<version>/<code>`, where it stood when it was decided about. */
  readonly norm: string;
  /** 1 is the first about this norm. */
  readonly number: number;
  readonly kind: DecisionKind;
  /** Why; what looked like personal data is masked. */
  readonly reason: string;
  readonly by: Pick<User, "id" | "name">;
  /** When it was recorded, ISO 8601. */
  readonly at: string;
  /** `jjjj-mm-dd`, when it was taken, where that is another day than that of `at`: a meeting whose decisions were recorded later. */
  readonly on?: string;
  /** Id of the review in which it was taken; absent: outside of one. */
  readonly review?: string;
  /** Number of the earlier decision about the norm that it changes or follows; absent: it is the first. */
  readonly refersTo?: number;
  /** The figures that were on the screen: all reports of the label, strictly counted. */
  readonly figures: {
    readonly run: string;
    /** `jjjj-mm-dd` */
    readonly referenceDate: string;
    readonly met: number;
    readonly judged: number;
    readonly signals: readonly SignalCode[];
  };
}

export interface DecisionRegister {
  /** Of all norms, oldest first. */
  list(): Promise<readonly Decision[]>;
  /**
   * Adds the decision with its number. False when there is one with that number already: somebody else decided first.
   *
   * @param line what makes two decisions about one norm: an address that it keeps when a new version of the framework comes. Default: its own.
   */
  add(decision: Decision, line?: string): Promise<boolean>;
}

/** Decisions about a norm, under whichever of its addresses they were made; oldest first. */
export const decisionsAbout = (decisions: readonly Decision[], addresses: readonly string[]): readonly Decision[] =>
  decisions.filter(({ norm }) => addresses.includes(norm));

/** `jjjj-mm-dd`, the day on which it was taken. */
export const decidedOn = ({ on, at }: Pick<Decision, "on" | "at">): string => on ?? isoDay(amsterdamDay(at));
