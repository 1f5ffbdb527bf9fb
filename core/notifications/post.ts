import { type Mail, type MailRecord, type MailState, optionalKinds, queuedAt } from "./mail.ts";
import type { MailChoices, Mailer, Outbox } from "./ports.ts";
import { HELD_MINUTES, SENT_WITHIN_DAYS } from "./rules.ts";

/** What it takes to send a mail. */
export interface MailRoom {
  readonly outbox: Outbox;
  readonly mailer: Mailer;
  readonly choices: MailChoices;
  /** ISO 8601: what it is now. */
  now(): string;
}

/** Somebody who may have mails in the outbox. */
export interface Reader {
  readonly id: string;
  /** Groups that he is in now; none: he may not sign in any more. Absent: nobody asked, and what lies there is for him. */
  readonly groups?: readonly string[];
}

/** How many mails went which way. */
export type Posted = Readonly<Record<Exclude<MailState, "queued">, number>>;

/**
 * The one entry of the mail room: puts the mails in the outbox and sends what is still to be sent to these people. A mail that a person has already is not sent again, so the same call may be made
 * twice; one that was put in and not sent, because the process ended or the mail service did not answer, is sent by the next call or by the daily run. A mail is sent
 * twice only when the process ends between the answer of the mail service and the note of it.
 *
 * @throws ServiceUnavailable the rest stays in the outbox.
 */
export async function postMails(mails: readonly Mail[], room: MailRoom): Promise<Posted> {
  for (const mail of mails) await room.outbox.queue(mail, room.now());
  return sendQueued(
    [...new Set(mails.map(({ to }) => to.id))].map((id) => ({ id })),
    room,
  );
}

/** Sends what lies in the outbox for these people. What is too old to be true, or was for a group that its reader left, is withheld. */
export async function sendQueued(people: readonly Reader[], room: MailRoom): Promise<Posted> {
  const posted = { sent: 0, refused: 0, withheld: 0 };
  for (const person of people) {
    for (const mail of await room.outbox.queued(person.id)) {
      const state = await send(mail, person, room);
      if (state !== undefined) posted[state]++;
    }
  }
  return posted;
}

/** Undefined: another run is sending it, or has. */
async function send(mail: MailRecord, reader: Reader, room: MailRoom): Promise<Exclude<MailState, "queued"> | undefined> {
  const { outbox, now } = room;
  const { id, to } = mail;
  const at = now();
  const until = minutesLater(at, HELD_MINUTES);
  if (!(await outbox.claim(to.id, id, at, until))) return undefined;
  const state = isStillFor(reader, mail, at) ? await sendHeld(mail, until, room) : "withheld";
  await outbox.settle(to.id, id, state, now());
  return state;
}

function isStillFor({ groups }: Reader, mail: MailRecord, at: string): boolean {
  if (Date.parse(at) - Date.parse(queuedAt(mail)) > SENT_WITHIN_DAYS * MS_PER_DAY) return false;
  if (groups === undefined) return true;
  return mail.group === undefined ? groups.length > 0 : groups.includes(mail.group);
}

const MS_PER_DAY = 86_400_000;

/** What fails lets go of the mail: a second try within the hour would otherwise pass it over, and end well without having sent it. */
async function sendHeld(mail: Mail, until: string, { outbox, mailer, choices }: MailRoom): Promise<Exclude<MailState, "queued">> {
  try {
    const isWanted = !optionalKinds.includes(mail.kind) || (await choices.wantsDigests(mail.to.id));
    return isWanted ? await mailer.send(mail) : "withheld";
  } catch (fault) {
    await outbox.release(mail.to.id, mail.id, until);
    throw fault;
  }
}

const minutesLater = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();
