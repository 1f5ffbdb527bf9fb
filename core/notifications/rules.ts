/** When a message is worth somebody's time. */

/** Signals that a digest names of each sort (new, gone): a screen of a mail. The rest is counted, and stands on the page. */
export const DIGEST_LINES = 20;

/** Organisations that a reminder names per label and state; a body tests single digits to tens of organisations a year. */
export const REMINDER_LINES = 30;

/** A test is announced a quarter of a year before: days with auditors and organisation are agreed about that long ahead. */
export const DUE_WITHIN_WEEKS = 13;

/** Days between two reminders of one body: one a week at most, also over the turn of a week. */
export const DAYS_BETWEEN_REMINDERS = 7;

/** What is still open is told again after a month: a test moves by weeks, not by days. */
export const REPEAT_AFTER_WEEKS = 4;

/** Days that a mail is kept: until after the next yearly review, like the logs (13 months). */
export const KEPT_DAYS = 400;

/** Days after which a mail that could not be sent is not sent any more: a long weekend in which nobody mended the mail service and a day to do so. What is asked in it has moved on by then. */
export const SENT_WITHIN_DAYS = 5;

/** Minutes that one run holds a mail it is sending: longer than a run can last (`infra/task-functions.ts`), so that no two send it at once. */
export const HELD_MINUTES = 10;
