/**
 * A relevance review (normrelevantietoets): one label, judged at one reference date, on which the committee decides norm by norm. Waiting for people is a
 * state in the table, not a running execution. What was known is in its dossier, what was decided is in the decisions that name it.
 */
import type { User } from "../access.ts";

/** `preparing`: its input is fixed, the dossier is being made. `open`: the committee decides. `closed`: nothing changes any more. */
export type ReviewState = "preparing" | "open" | "closed";

/** Null: the schedule, or the deadline. */
export type ReviewActor = Pick<User, "id" | "name"> | null;

export interface Review {
  readonly id: string;
  readonly label: string;
  /** `jjjj-mm-dd` */
  readonly referenceDate: string;
  readonly state: ReviewState;
  /** Name of the execution that prepares it. */
  readonly execution: string;
  /** `jjjj-mm-dd`, the last day on which is decided; from `open` on. */
  readonly decideBy?: string;
  /** Addresses of the norms that ask for a decision, the most urgent first; from `open` on. */
  readonly agenda?: readonly string[];
  /** Those of the agenda that were not decided about when it closed. */
  readonly undecided?: readonly string[];
  /** Every transition, in order. */
  readonly trail: readonly { readonly state: ReviewState; readonly at: string; readonly by: ReviewActor }[];
}

export interface ReviewStart extends Pick<Review, "id" | "label" | "referenceDate" | "execution"> {
  readonly by: ReviewActor;
  /** ISO 8601 */
  readonly at: string;
  /** Carry on with a review that another execution began preparing and did not finish. */
  readonly takeOver: boolean;
}

/** All transitions are conditional: who comes second changes nothing. */
export interface ReviewRegister {
  /** → preparing. `begun`: by this execution, now or before. `exists`: another execution prepares it, or it is open or closed. */
  begin(start: ReviewStart): Promise<"begun" | "exists">;
  /** preparing → open. False when it was not preparing: it is open already, or closed. */
  open(id: string, opening: { readonly decideBy: string; readonly agenda: readonly string[]; readonly at: string }): Promise<boolean>;
  /** open → closed. False when it was not open. */
  close(id: string, closing: { readonly undecided: readonly string[]; readonly by: ReviewActor; readonly at: string }): Promise<boolean>;
  find(id: string): Promise<Review | undefined>;
  /** The latest reference date first. */
  list(): Promise<readonly Review[]>;
}

/** One review per label and reference date. Fit for an address, a key of an object and the name of an execution. */
export const reviewId = (label: string, referenceDate: string): string => `${label.replace(/[^A-Za-z0-9-]/g, inHex)}-${referenceDate}`;

const inHex = (sign: string): string => `_${sign.charCodeAt(0).toString(16)}`;

/** The review of the label before a reference date that has a dossier: the one to compare with. */
export const previousReview = (reviews: readonly Review[], { label, referenceDate }: Pick<Review, "label" | "referenceDate">) =>
  reviews
    .filter((review) => review.label === label && review.state !== "preparing" && review.referenceDate < referenceDate)
    .reduce<Review | undefined>((latest, review) => (latest && latest.referenceDate > review.referenceDate ? latest : review), undefined);

/** The day of its opening or closing, ISO 8601; undefined when it has not come so far. */
export const reached = ({ trail }: Review, state: ReviewState): string | undefined => trail.find((step) => step.state === state)?.at;

/** Has the last day to decide passed? `today` is `jjjj-mm-dd`. */
export const isPastDeadline = ({ state, decideBy }: Review, today: string): boolean =>
  state === "open" && decideBy !== undefined && today > decideBy;
