import type { User } from "./access.ts";
import { amsterdamDay, isoDay, parseIsoDay } from "./calendar.ts";
import { type Decision, type DecisionKind, type DecisionRegister, decidedOn, decisionsAbout } from "./decisions.ts";
import { maskPersonal } from "./intake/personal.ts";
import { isPastDeadline, type Review, reached } from "./review/review.ts";

/** Longer than the minutes of most meetings about one norm. */
export const MAX_DECISION_REASON = 1000;

/** What somebody of the committee filled in. */
export interface DecisionForm {
  readonly kind: DecisionKind | undefined;
  readonly reason: string;
  /** `jjjj-mm-dd`, the day on which it was taken; "" is today. */
  readonly on: string;
  /** How many decisions about the norm the person saw; NaN when the form does not say. */
  readonly known: number;
}

/** Why a decision was not recorded. Nothing of it was. */
export type DecisionProblem =
  | "kindMissing"
  | "reasonMissing"
  /** No day, later than today, or before the review opened: then it was not known what it rests on. */
  | "dateUnreadable"
  | "dateInFuture"
  | "dateBeforeReview"
  | "reviewClosed"
  | "decidedMeanwhile"
  | "figuresMeanwhile";

interface Taking {
  readonly form: DecisionForm;
  /** Address of the norm, and every address that it had, the oldest first. */
  readonly norm: string;
  readonly addresses: readonly string[];
  readonly figures: Decision["figures"];
  /** False: the figures are others than the person saw. */
  readonly figuresSeen: boolean;
  /** The review in which it is taken; undefined: outside of one. */
  readonly review: Review | undefined;
  readonly by: Pick<User, "id" | "name">;
  /** ISO 8601 */
  readonly now: string;
}

/**
 * Records a decision of the committee. It is never changed: while a review is open a later one takes its place, after that a new one follows it; both refer to
 * the one before. Of two people who decide at once the second gets `decidedMeanwhile`. Sent twice, it is recorded once.
 */
export async function takeDecision(register: DecisionRegister, taking: Taking): Promise<DecisionProblem | "recorded"> {
  const { form, norm, addresses, figures, review, by, now } = taking;
  const reason = tidyReason(form.reason);
  if (!form.kind) return "kindMissing";
  if (reason === "") return "reasonMissing";
  const today = isoDay(amsterdamDay(now));
  // Closing it is done in the morning; its last day ends at midnight all the same.
  if (review && (review.state !== "open" || isPastDeadline(review, today))) return "reviewClosed";
  const on = form.on || today;
  const wrongDay = dayProblem(on, today, review);
  if (wrongDay) return wrongDay;
  const earlier = decisionsAbout(await register.list(), addresses);
  const last = earlier.at(-1);
  const decision: Decision = {
    norm,
    number: earlier.length + 1,
    kind: form.kind,
    reason: maskPersonal(reason),
    by: { id: by.id, name: by.name },
    at: now,
    figures,
    ...(on === today ? {} : { on }),
    ...(review ? { review: review.id } : {}),
    ...(last ? { refersTo: last.number } : {}),
  };
  if (form.known !== earlier.length) return isAgain(decision, last) ? "recorded" : "decidedMeanwhile";
  if (!taking.figuresSeen) return "figuresMeanwhile";
  // By the oldest address, which lineage never changes: a new version of the framework may have come between the pages of two people.
  if (await register.add(decision, addresses[0] ?? norm)) return "recorded";
  const first = decisionsAbout(await register.list(), addresses).at(-1);
  return isAgain(decision, first) ? "recorded" : "decidedMeanwhile";
}

/** A browser counts a new line as one sign and sends two. */
const tidyReason = (text: string): string => text.replaceAll("\r\n", "\n").trim().slice(0, MAX_DECISION_REASON);

function dayProblem(on: string, today: string, review: Review | undefined): DecisionProblem | undefined {
  if (parseIsoDay(on) === undefined) return "dateUnreadable";
  if (on > today) return "dateInFuture";
  const opened = review && reached(review, "open");
  return opened && on < isoDay(amsterdamDay(opened)) ? "dateBeforeReview" : undefined;
}

/** Sent twice, by a double click or from the page before: it was recorded the first time. */
const isAgain = (decision: Decision, last: Decision | undefined): boolean =>
  last !== undefined &&
  last.kind === decision.kind &&
  last.reason === decision.reason &&
  last.by.id === decision.by.id &&
  last.review === decision.review &&
  decidedOn(last) === decidedOn(decision);
