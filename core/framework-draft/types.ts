/**
 * The draft of a next version of a framework: a document that people work on until an administrator publishes it. It begins as the version in
 * force with what the committee decided (`seed.ts`), is changed by `edit.ts`, and becomes a file of the catalogue by `publish.ts`.
 */
import type { User } from "../access.ts";
import type { NormFramework, NormReference, Relation } from "../catalogue/types.ts";
import type { DecisionKind } from "../decisions.ts";

/** A norm of the framework that the draft is made from, and what happened to it. */
export interface Origin {
  /** Its code there. */
  readonly norm: string;
  readonly relation: Relation;
}

export interface DraftNorm {
  /** Unique in the draft, also among what was dropped, and never changed: a code may be given to another norm. */
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly category: string;
  readonly competencies: readonly string[];
  /** In the order of the framework before; none: a new norm. */
  readonly from: readonly Origin[];
  /** Norms of other labels and variants that ask the same. */
  readonly overlaps: readonly NormReference[];
}

export interface DroppedNorm {
  /** As it stood when it was dropped, so that it can be put back. */
  readonly norm: DraftNorm;
  readonly reason: string;
}

/** What the committee decided about a norm, as it was when the draft took it up. */
export interface TakenDecision {
  /** Code of the norm in the framework before. */
  readonly norm: string;
  /** Address and number of the decision: together they name it. */
  readonly address: string;
  readonly number: number;
  readonly kind: DecisionKind;
  readonly reason: string;
  /** ISO 8601 */
  readonly at: string;
}

/**
 * `publishing`: an administrator has begun to put it in force. It does not change any more; what was interrupted there is finished, or the draft
 * is opened again.
 */
export type DraftState = "open" | "publishing" | "published" | "discarded";

export type DraftEvent =
  | "begun"
  | "described"
  | "changed"
  | "added"
  | "dropped"
  | "restored"
  | "merged"
  | "split"
  | "workbook"
  | "publishing"
  | "published"
  | "reopened"
  | "discarded";

/** Who did what, when. The texts themselves are in the draft, beside those of the version before. */
export interface TrailLine {
  /** Revision that this made. */
  readonly revision: number;
  readonly event: DraftEvent;
  /** Codes of the norms that it was about, as they were then. */
  readonly norms: readonly string[];
  readonly by: Pick<User, "id" | "name">;
  /** ISO 8601 */
  readonly at: string;
}

/** From which day the new version holds, and until which day the one before it does too. Both `jjjj-mm-dd`. */
export interface Validity {
  readonly validFrom: string;
  /** Last day of the version before. */
  readonly beforeUntil: string;
}

export interface FrameworkDraft extends Pick<NormFramework, "label" | "variant" | "version" | "title" | "illustrative" | "cycleYears"> {
  /** Key of the framework that it is made from; of the same label and variant. */
  readonly base: string;
  readonly categories: NormFramework["categories"];
  /** `jjjj-mm-dd`: when it is meant to be in force. The day that counts is given when it is published. */
  readonly plannedFrom: string;
  readonly norms: readonly DraftNorm[];
  readonly dropped: readonly DroppedNorm[];
  readonly decisions: readonly TakenDecision[];
  readonly state: DraftState;
  /** From `publishing` on. */
  readonly validity?: Validity;
  /** 1 is the first; every change makes the next. Whoever changes an older one is refused. */
  readonly revision: number;
  /** Oldest first. */
  readonly trail: readonly TrailLine[];
}

/** `<label>/<variant>/<version>` of the framework that the draft would become. */
export interface DraftKey {
  readonly label: string;
  readonly variant: string;
  readonly version: string;
}

/** What became of a draft that was to be kept. `tooLarge`: it is larger than an item of the table may be. */
export type DraftKept = "kept" | "changedMeanwhile" | "tooLarge";

export interface DraftRegister {
  /** Of every state, in the order of their keys. */
  list(): Promise<readonly FrameworkDraft[]>;
  find(key: DraftKey): Promise<FrameworkDraft | undefined>;
  /** Keeps the draft when the one that is kept is the revision before it, or none is and this is the first. Otherwise nothing changes. */
  keep(draft: FrameworkDraft): Promise<DraftKept>;
}

/**
 * Bytes of a draft as JSON that are kept at most. An item of DynamoDB may be 400 kB with the names of its fields; JSON is somewhat longer than what is
 * counted there, and the rest is room for a trail that grows while one works. 500 norms with titles of 500 characters are some 330 kB.
 */
export const MAX_DRAFT_BYTES = 375_000;

export const isTooLarge = (draft: FrameworkDraft): boolean => new TextEncoder().encode(JSON.stringify(draft)).length > MAX_DRAFT_BYTES;
