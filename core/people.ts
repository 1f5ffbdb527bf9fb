/**
 * Who works with the product, as the issuer that signs them in knows them: messages go to them, and an administrator manages them. A person's
 * groups say what he may do (`userOf` in `access.ts`).
 */

export interface Person {
  /** As the issuer knows the person: the id of the user who signs in. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Names of groups: `beheer`, `commissie`, `beleid`, `instelling-<code>`. */
  readonly groups: readonly string[];
}

export interface PeopleDirectory {
  /**
   * Everybody who may sign in now, is in the group and has an address, in the order of their ids; of their groups only this one is told.
   * Nobody for a group that does not exist (yet). Throws `ServiceUnavailable`.
   */
  inGroup(group: string): Promise<readonly Person[]>;
}

/** `invited`: has an invitation and never signed in. `blocked`: may not sign in. */
export type PersonState = "invited" | "active" | "blocked";

/** A person as an administrator sees him. `groups`: all that mean something here; more or fewer than one is a mistake to be mended. */
export interface KnownPerson extends Person {
  readonly state: PersonState;
  /** Has his account at another issuer, where it is looked after: here he is only seen. */
  readonly managedElsewhere: boolean;
}

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly group: string;
}

/**
 * The people of the issuer, to be changed. Everything may be done twice, and again after it was broken off halfway: a person is then in exactly one
 * group, as in the end he always is; in between he is in none, never in two. All of it throws `ServiceUnavailable`, and no fault of it holds an address.
 */
export interface PeopleKeeper {
  /** In the order of their ids. May lag behind what was changed a moment ago. */
  everybody(): Promise<readonly KnownPerson[]>;
  /** As it is at this moment. */
  find(id: string): Promise<KnownPerson | undefined>;
  /** The person who signs in with that address, as it is at this moment. */
  withAddress(email: string): Promise<KnownPerson | undefined>;
  /** Makes the account, sends the invitation and gives the part. An invitation that was broken off before its part was given is completed. */
  invite(invitation: Invitation): Promise<"invited" | "addressKnown" | "addressMalformed">;
  /** Takes away every other group that means something, then gives this one. */
  moveTo(id: string, group: string): Promise<"moved" | "unknownPerson">;
  /** He may not sign in any more, and what was signed in at the issuer is signed out. Sessions of the portal are not the issuer's: `SessionRegister`. */
  block(id: string): Promise<"blocked" | "unknownPerson">;
  unblock(id: string): Promise<"unblocked" | "unknownPerson">;
  /** Sends the invitation once more, with a new password for a start. */
  inviteAgain(id: string): Promise<"invited" | "unknownPerson" | "notInvited">;
}

/** Longer than the longest names in civil registers that are written out. */
export const MAX_PERSON_NAME = 80;

/**
 * A name as it was typed, on one line: control characters, line breaks and signs that turn the direction of reading do not belong in a list of people,
 * where they could make one name look like another. Undefined: nothing is left, or it is too long.
 */
export function readPersonName(typed: string): string | undefined {
  const name = typed
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{Cf}\p{Co}\p{Cs}]+/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return name === "" || [...name].length > MAX_PERSON_NAME ? undefined : name;
}

/** What the issuer takes as a name to sign in with (Cognito API, AdminCreateUser, `Username`). */
export const MAX_EMAIL = 128;

/** An address as it was typed, in small letters: at the issuer upper and lower case are one. */
export const readEmail = (typed: string): string => typed.trim().toLowerCase();

/**
 * A valid e-mail address in the sense of the HTML standard ("valid email address"), with a dot in its domain. Letters outside ASCII are refused: most mail
 * servers do not take them, and a Cyrillic "а" is not to be told from a Latin one. A domain with them is written in its ASCII form, as browsers send it.
 */
export const isEmailAddress = (text: string): boolean => text.length <= MAX_EMAIL && EMAIL.test(text) && !/^\.|\.\.|\.@/.test(text);

const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;
