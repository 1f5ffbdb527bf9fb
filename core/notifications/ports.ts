/** What notifications ask of the world. Adapters in `functions/adapters/` answer it; every call may happen twice. */
import type { DigestRecord } from "./digest.ts";
import type { Mail, MailRecord, MailState } from "./mail.ts";
import type { ReminderRecord } from "./reminders.ts";

/** Every mail there is or was, by person. */
export interface Outbox {
  /** Puts the mail in, to be sent. False, and nothing happens, when that person has one with this id already. */
  queue(mail: Mail, at: string): Promise<boolean>;
  /** Holds a queued mail for whoever sends it, until the moment `until`. False: it is not queued any more, or another holds it. */
  claim(person: string, id: string, at: string, until: string): Promise<boolean>;
  /** Lets go of a mail that was held until that moment and could not be sent, so that the next run may try at once. Nothing, when another holds it since. */
  release(person: string, id: string, until: string): Promise<void>;
  /** queued → what became of it. Again: nothing. */
  settle(person: string, id: string, state: Exclude<MailState, "queued">, at: string): Promise<void>;
  /** Mails to the person that are still to be sent, in the order of their ids. */
  queued(person: string): Promise<readonly MailRecord[]>;
  /** All mails to the person, newest first. */
  list(person: string): Promise<readonly MailRecord[]>;
  find(person: string, id: string): Promise<MailRecord | undefined>;
}

export interface Mailer {
  /** Sends it. Throws `ServiceUnavailable` when it can be tried again later. */
  send(mail: Mail): Promise<"sent" | "refused">;
}

/** Who wants no digests. */
export interface MailChoices {
  /** True until the person said otherwise. */
  wantsDigests(person: string): Promise<boolean>;
  choose(person: string, digests: boolean, at: string): Promise<void>;
}

/** Tokens by which somebody who is not signed in turns off his own digests. */
export interface UnsubscribeTokens {
  of(person: string): Promise<string>;
  /** Undefined when the token was not given out by us. */
  personOf(token: string): Promise<string | undefined>;
}

/** What was told to whom, so that it is not told again. Both are kept on condition that nobody changed them since they were read. */
export interface NotificationMemory {
  digest(): Promise<DigestRecord | undefined>;
  /** False when another run was first. */
  keepDigest(record: DigestRecord): Promise<boolean>;
  /** The last one of every body that was reminded, in the order of their codes. */
  reminders(): Promise<readonly ReminderRecord[]>;
  /** False when another run was first. */
  keepReminder(record: ReminderRecord): Promise<boolean>;
}
