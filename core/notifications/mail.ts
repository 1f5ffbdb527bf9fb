/** A mail to a person, and what became of it. Written by the writers of this folder, kept in the outbox, sent once. */

/** `signals`: digest for policy staff. `due`, `late`: reminders of a certifying body. `notice`: what another part of the product has to say. */
export const mailKinds = ["signals", "due", "late", "notice"] as const;
export type MailKind = (typeof mailKinds)[number];

/** Kinds that a person can turn off. The others ask for something that only that person can do. */
export const optionalKinds: readonly MailKind[] = ["signals"];

export interface Recipient {
  /** As the issuer knows the person. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** What every mail needs to know of the place where the product runs. */
export interface MailPlace {
  /** Scheme and host of the portal. */
  readonly origin: string;
  /** Address at which somebody answers questions. */
  readonly contact: string;
}

export interface Mail {
  /** What it is about, e.g. `due-ciio-2026-W48`. To one person there is one mail with this id: written again, it is the same. */
  readonly id: string;
  readonly kind: MailKind;
  readonly to: Recipient;
  /** As member of which group the person gets it: who left that group does not get it any more. Absent: whatever group he is in. */
  readonly group?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Address at which this kind is turned off without signing in (RFC 8058); only of kinds that can be. */
  readonly unsubscribe?: string;
}

/**
 * - `queued`: to be sent, now or at the next run.
 * - `sent`: the mail service took it. Whether it arrived is not known here.
 * - `refused`: the mail service will not send it, and would not the next time.
 * - `withheld`: the person turned this kind off, or it is not for him any more: he left the group, or it waited too long. It can be read in the portal.
 */
export type MailState = "queued" | "sent" | "refused" | "withheld";

export interface MailRecord extends Mail {
  readonly state: MailState;
  /** Every state with its time (ISO 8601), in order. */
  readonly trail: readonly { readonly state: MailState; readonly at: string }[];
}

/** When it was queued, ISO 8601. */
export const queuedAt = ({ trail }: Pick<MailRecord, "trail">): string => trail[0]!.at;

/** An id from its parts, with nothing in it that an address or a key would have to escape. */
export const mailId = (...parts: readonly string[]): string => parts.map((part) => part.replace(/[^\w.-]+/g, "_")).join("-");
