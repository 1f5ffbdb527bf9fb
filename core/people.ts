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
  /** Everybody who may sign in now and is in the group, in the order of their ids. Throws `ServiceUnavailable`. */
  inGroup(group: string): Promise<readonly Person[]>;
}
