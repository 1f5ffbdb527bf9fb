import { isoWeek, parseIsoDay } from "../calendar.ts";
import { count } from "../numbers.ts";
import { dutchDate, listed } from "../relevance/sentences/words.ts";
import { type Letter, type LetterItem, type LetterList, restOf, writeLetter } from "./letter.ts";
import { type Mail, type MailPlace, mailId, type Recipient } from "./mail.ts";
import type { ReminderContent, ReminderLine, ReminderLines, ReminderOfLabel, ReminderRecord } from "./reminders.ts";
import { DUE_WITHIN_WEEKS } from "./rules.ts";
import { safeSubject } from "./safe-text.ts";

/** The reminder of a body to one of its people. `bodyName`: the body in words. */
export const reminderMail = (to: Recipient, reminder: ReminderRecord, bodyName: string, place: MailPlace): Mail =>
  reminder.kind === "late" ? lateDeliveries(to, reminder, bodyName, place) : dueDeliveries(to, reminder, bodyName, place);

type Reminder = Pick<ReminderRecord, "body" | "day" | "content">;

/** Organisations whose next test is due soon. */
export function dueDeliveries(to: Recipient, { body, day, content }: Reminder, bodyName: string, place: MailPlace): Mail {
  const soon = sum(content, "soon");
  const letter = writeLetter({
    ...frame(to, bodyName, place),
    heading: "Welke organisaties binnenkort aan een toets toe zijn",
    parts: [
      `Bij ${organisations(soon)} die ${bodyName} het laatst toetste, is binnen ${DUE_WITHIN_WEEKS} weken de volgende toets nodig. ${soon === 1 ? "Wilt u zorgen dat die toets gepland is, en het rapport daarna aanleveren?" : "Wilt u zorgen dat die toetsen gepland zijn, en de rapporten daarna aanleveren?"}`,
      ...content.labels.flatMap((label) => soonList(label)),
      ALREADY,
    ],
  });
  const subject = `Normenmonitor: ${organisations(soon)} binnenkort aan een toets toe`;
  return { id: weeklyId("due", body, day), kind: "due", to, subject: safeSubject(subject), ...letter };
}

/** Organisations whose next test is late, those that follow soon, and a silence that lasts long. */
export function lateDeliveries(to: Recipient, { body, day, content }: Reminder, bodyName: string, place: MailPlace): Mail {
  const { silence } = content;
  const late = sum(content, "late");
  const letter = writeLetter({
    ...frame(to, bodyName, place),
    heading: late > 0 ? "Welke toetsen te laat zijn" : "Er is al een tijd niets aangeleverd",
    parts: [
      ...(late > 0
        ? [
            `Bij ${organisations(late)} die ${bodyName} het laatst toetste, had de volgende toets er al moeten zijn. ${late === 1 ? "Wilt u het rapport aanleveren, of laten weten wanneer die toets is?" : "Wilt u de rapporten aanleveren, of laten weten wanneer die toetsen zijn?"}`,
          ]
        : []),
      ...(silence
        ? [
            `Van ${bodyName} is al ${count(silence.months, "maand", "maanden")} niets ontvangen: de laatste aanlevering was op ${dutchDate(silence.since)}. Instellingen leveren elk half jaar aan.`,
          ]
        : []),
      ...content.labels.flatMap((label) => [...lateList(label), ...soonList(label)]),
      ALREADY,
    ],
  });
  const what = [
    ...(late > 0 ? [`bij ${organisations(late)} is de toets te laat`] : []),
    ...(silence ? [`al ${count(silence.months, "maand", "maanden")} niets aangeleverd`] : []),
  ];
  return {
    id: weeklyId("late", body, day),
    kind: "late",
    to,
    subject: safeSubject(`Normenmonitor: ${listed(what, "en")}`),
    ...letter,
  };
}

/** With the body in it: who moves to another body within a week hears of what is open there as well. */
const weeklyId = (kind: "due" | "late", body: string, day: string): string => mailId(kind, body, isoWeek(parseIsoDay(day)!));

const frame = (to: Recipient, bodyName: string, { origin, contact }: MailPlace): Omit<Letter, "heading" | "parts"> => ({
  name: to.name,
  link: { text: "Naar uw aanleveringen in de normenmonitor", address: `${origin}/mijn-aanleveringen` },
  why: `U krijgt dit bericht omdat u aanlevert voor ${bodyName}. Het komt hooguit één keer per week. Het vraagt iets van u, daarom kunt u het niet uitzetten.`,
  contact,
});

const ALREADY = "Is een toets al gehouden? Lever het rapport dan aan; daarna verdwijnt de organisatie uit dit bericht.";

const lateList = ({ label, late }: ReminderOfLabel): readonly LetterList[] =>
  list(`${label}: te laat`, late, ({ due, monthsLate, lastTest }) => {
    const howLate = monthsLate === 0 ? "nog geen maand te laat" : `${count(monthsLate, "maand", "maanden")} te laat`;
    return `Uiterlijk ${dutchDate(due)}, ${howLate}. Laatste toets: ${dutchDate(lastTest)}.`;
  });

const soonList = ({ label, soon }: ReminderOfLabel): readonly LetterList[] =>
  list(`${label}: binnenkort`, soon, ({ due, lastTest }) => `Uiterlijk ${dutchDate(due)}. Laatste toets: ${dutchDate(lastTest)}.`);

function list(heading: string, { lines, count: all }: ReminderLines, say: (line: ReminderLine) => string): readonly LetterList[] {
  if (all === 0) return [];
  const items = lines.map((line): LetterItem => ({ title: line.organisation, text: say(line) }));
  return [{ heading, items, ...restOf(items.length, all) }];
}

const sum = ({ labels }: ReminderContent, which: "late" | "soon"): number => labels.reduce((all, label) => all + label[which].count, 0);

const organisations = (value: number): string => count(value, "organisatie", "organisaties");
