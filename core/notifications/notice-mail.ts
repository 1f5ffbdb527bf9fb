import { type LetterItem, restOf, writeLetter } from "./letter.ts";
import { type Mail, type MailPlace, mailId, type Recipient } from "./mail.ts";
import { safeSubject } from "./safe-text.ts";

/** What another part of the product has to say to a person. */
export interface Notice {
  /** What it is about: to one person there is one mail about it. E.g. `review KSW 2026 reminder 2026-W48`. */
  readonly about: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The most pressing of them first; `count`: how many there are in all, where that is more than are named. */
  readonly list?: { readonly heading: string; readonly items: readonly LetterItem[]; readonly count?: number };
  /** `path` on the portal. */
  readonly link: { readonly text: string; readonly path: `/${string}` };
  /** Why this person gets it: "U krijgt dit bericht omdat u lid bent van de beheercommissie." */
  readonly why: string;
}

/** A notice to everybody in a group. */
export interface GroupNotice {
  readonly group: string;
  readonly notice: Notice;
}

/** A notice asks something of its reader, so it cannot be turned off, and says so. */
export function noticeMail(to: Recipient, { about, subject, paragraphs, list, link, why }: Notice, { origin, contact }: MailPlace): Mail {
  const letter = writeLetter({
    heading: subject,
    name: to.name,
    parts: [
      ...paragraphs,
      ...(list ? [{ heading: list.heading, items: list.items, ...restOf(list.items.length, list.count ?? list.items.length) }] : []),
    ],
    link: { text: link.text, address: `${origin}${link.path}` },
    why: `${why} Het vraagt iets van u, daarom kunt u het niet uitzetten.`,
    contact,
  });
  return { id: mailId("notice", about), kind: "notice", to, subject: safeSubject(`Normenmonitor: ${subject}`), ...letter };
}
