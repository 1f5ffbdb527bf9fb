/** When a certifying body is reminded, and of what. */
import { type Day, isoDay, parseIsoDay } from "../calendar.ts";
import type { BodyDeliveries } from "../figures/deliveries/deliveries-overview.ts";
import type { DueOfLabel, DueOrganisation } from "../figures/deliveries/due-organisations.ts";
import type { MailState } from "./mail.ts";
import { DAYS_BETWEEN_REMINDERS, DUE_WITHIN_WEEKS, REMINDER_LINES, REPEAT_AFTER_WEEKS } from "./rules.ts";

/** The last reminder of a body, kept so that it is told once and to all of its people. */
export interface ReminderRecord {
  readonly body: string;
  /** One more at every change. */
  readonly version: number;
  /** ISO 8601 */
  readonly at: string;
  /** The Dutch day of it, `jjjj-mm-dd`. */
  readonly day: string;
  /** `late`: something should have come already. */
  readonly kind: "due" | "late";
  /** `planned`: not everybody has it in the outbox yet. `queued`: they have. `done`: what became of every mail is known. */
  readonly state: "planned" | "queued" | "done";
  readonly content: ReminderContent;
  /** All that was open and is therefore told: what → day, `jjjj-mm-dd`. */
  readonly told: Readonly<Record<string, string>>;
  /** To whom, and what became of it. Empty: the body has nobody who could be reminded. */
  readonly mails: Readonly<Record<string, MailState>>;
}

export interface ReminderContent {
  readonly labels: readonly ReminderOfLabel[];
  /** Nothing came from the body for long; null: something did. */
  readonly silence: { readonly since: string; readonly months: number } | null;
}

export interface ReminderOfLabel {
  readonly label: string;
  readonly late: ReminderLines;
  readonly soon: ReminderLines;
}

/** The most pressing of them, and how many there are in all. */
export interface ReminderLines {
  readonly lines: readonly ReminderLine[];
  readonly count: number;
}

/** An organisation whose next test is due. Days as `jjjj-mm-dd`. */
export interface ReminderLine {
  readonly organisation: string;
  readonly lastTest: string;
  readonly due: string;
  readonly monthsLate: number;
}

/** What is open at a body now. */
export interface OpenAtBody {
  readonly body: string;
  readonly content: ReminderContent;
  /** Each open thing by a name that stays: `late KSW kvk:99000303`. */
  readonly open: readonly string[];
}

/**
 * What is open at each body: organisations that it tested last and whose next test is late or due soon, per label by the cycle of that label, and a long silence.
 * Organisations that stayed away are not asked after any more, nor is a body that never delivered anything.
 */
export function openAtBodies(due: readonly DueOfLabel[], bodies: readonly BodyDeliveries[], today: Day): readonly OpenAtBody[] {
  return bodies.map((body) => openAt(body, due, today)).filter(({ open }) => open.length > 0);
}

function openAt(body: BodyDeliveries, due: readonly DueOfLabel[], today: Day): OpenAtBody {
  const labels = due
    .map(({ label, due: organisations }) => {
      const own = organisations.filter((one) => one.body === body.code);
      const late = own.filter(({ state }) => state === "overdue");
      const soon = own.filter((one) => one.state === "soon" && one.due - today <= DUE_WITHIN_WEEKS * 7);
      return { label, late, soon };
    })
    .filter(({ late, soon }) => late.length + soon.length > 0);
  const silence = silenceOf(body);
  return {
    body: body.code,
    content: { labels: labels.map(({ label, late, soon }) => ({ label, late: linesOf(late), soon: linesOf(soon) })), silence },
    open: [
      ...labels.flatMap(({ label, late, soon }) => [
        ...late.map(({ organisation }) => `late ${label} ${organisation}`),
        ...soon.map(({ organisation }) => `soon ${label} ${organisation}`),
      ]),
      ...(silence ? [`silent since ${silence.since}`] : []),
    ],
  };
}

const linesOf = (organisations: readonly DueOrganisation[]): ReminderLines => ({
  lines: organisations.slice(0, REMINDER_LINES).map(({ name, lastTest, due, monthsLate }) => ({
    organisation: called(name),
    lastTest: isoDay(lastTest),
    due: isoDay(due),
    monthsLate,
  })),
  count: organisations.length,
});

/** An organisation that the register does not know has its id for a name. */
const called = (name: string): string => name.replace(/^kvk:/, "KvK-nummer ");

/** A body that never delivered anything promised nothing yet. */
const silenceOf = ({ silent, lastTakenIn, monthsSince }: BodyDeliveries): ReminderContent["silence"] =>
  silent && lastTakenIn !== null && monthsSince !== null ? { since: isoDay(lastTakenIn), months: monthsSince } : null;

/**
 * The reminder that is due to a body today; undefined when there is none. At most one a week, and only for what was not told yet or is still open a month after it
 * was. `people`: who can be reminded. With nobody it is noted that there is nobody, which counts as not told.
 */
export function reminderFor(
  { body, content, open }: OpenAtBody,
  previous: ReminderRecord | undefined,
  people: readonly string[],
  at: string,
  today: Day,
): ReminderRecord | undefined {
  const reached = previous && Object.keys(previous.mails).length > 0 ? previous : undefined;
  if (!reached && previous && people.length === 0) return undefined;
  if (reached && today - parseIsoDay(reached.day)! < DAYS_BETWEEN_REMINDERS) return undefined;
  if (!open.some((what) => isToTell(reached?.told[what], today))) return undefined;
  return {
    body,
    version: (previous?.version ?? 0) + 1,
    at,
    day: isoDay(today),
    kind: open.some((what) => !what.startsWith("soon ")) ? "late" : "due",
    state: people.length > 0 ? "planned" : "done",
    content,
    told: Object.fromEntries(open.map((what) => [what, isoDay(today)])),
    mails: Object.fromEntries(people.map((person) => [person, "queued" as const])),
  };
}

const isToTell = (told: string | undefined, today: Day): boolean =>
  told === undefined || today - parseIsoDay(told)! >= REPEAT_AFTER_WEEKS * 7;
