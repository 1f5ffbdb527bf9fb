/** What administrators did about people: who, what, about whom, when. */

export type PeopleAction = "invited" | "moved" | "blocked" | "unblocked" | "invitedAgain";

export interface PeopleChange {
  /** Unique; begins with `at`, so that ids stand in the order of time. */
  readonly id: string;
  /** ISO 8601 */
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly action: PeopleAction;
  /** By name: an address is only with the issuer, and goes from there with the person. */
  readonly person: string;
  /** Groups before and after, where they change. */
  readonly from?: readonly string[];
  readonly to?: string;
  /** How it ended. Absent: not yet, or it was broken off. */
  readonly ended?: "done" | "refused";
}

export interface PeopleTrail {
  /** Before anything is done: what is broken off halfway is seen too. */
  begin(change: PeopleChange): Promise<void>;
  end(id: string, ended: "done" | "refused"): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly PeopleChange[]>;
}
