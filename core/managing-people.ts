/**
 * How an administrator changes who works with the product. Every change is written in the trail before it is made and closed after it, and whoever
 * may do less, or nothing, from now on is signed out everywhere: a session carries the part that its person had when it began.
 */
import { groupOf, type Part, partsOf } from "./access.ts";
import { type Invitation, isEmailAddress, type KnownPerson, type PeopleKeeper } from "./people.ts";
import type { PeopleAction, PeopleChange, PeopleTrail } from "./people-trail.ts";
import type { SessionRegister } from "./sessions.ts";

export interface PeopleDesk {
  readonly keeper: PeopleKeeper;
  readonly trail: PeopleTrail;
  readonly sessions: Pick<SessionRegister, "endAllOf">;
  /** ISO 8601 */
  now(): string;
}

/** Which change it is, and whose. `id` begins with `at`. */
export type Occasion = Pick<PeopleChange, "id" | "at" | "by">;

export type PeopleProblem =
  | "addressMalformed"
  | "addressKnown"
  | "unknownPerson"
  /** Nobody blocks himself or gives himself another part: there would be no way back. */
  | "yourself"
  | "lastAdministrator"
  | "managedElsewhere"
  /** Since the page was made somebody else gave the person another part. */
  | "changedMeanwhile"
  /** There is no invitation (any more) to be sent again. */
  | "notInvited";

export type PeopleOutcome =
  | { readonly outcome: "done"; readonly change: PeopleChange }
  /** It was so already: sent twice, or completed by somebody else. */
  | { readonly outcome: "already"; readonly person: KnownPerson }
  /** Nothing was changed. `person`: whom it is about, or who has the address. */
  | { readonly outcome: "refused"; readonly problem: PeopleProblem; readonly person?: KnownPerson };

/** Invites somebody to play a part. `email` in small letters, as `readEmail` gives it. */
export async function invitePerson(desk: PeopleDesk, on: Occasion, { name, email, part }: Omit<Invitation, "group"> & { part: Part }) {
  const group = groupOf(part);
  if (!isEmailAddress(email)) return refused("addressMalformed");
  const known = await holderOf(desk.keeper, email);
  // Sent twice: there is one invitation, and it is this one.
  if (known?.state === "invited" && known.name === name && isIn(known, group)) return already(known);
  if (known && !isHalfway(known)) return refused("addressKnown", known);
  return carryOut(desk, { ...on, action: "invited", person: name, to: group }, async () => {
    const answer = await desk.keeper.invite({ name, email, group });
    return answer === "invited" ? undefined : answer;
  });
}

/** Gives a person another part. `known`: the groups that the administrator saw. */
export async function movePerson(desk: PeopleDesk, on: Occasion, id: string, part: Part, known: readonly string[]): Promise<PeopleOutcome> {
  const group = groupOf(part);
  const person = await desk.keeper.find(id);
  if (!person) return refused("unknownPerson");
  if (isIn(person, group)) return already(person);
  if (person.groups.join() !== known.join()) return refused("changedMeanwhile", person);
  const problem = await takingAway(desk.keeper, on, person);
  if (problem) return refused(problem, person);
  const change = { ...on, action: "moved", person: person.name, from: person.groups, to: group } as const;
  return carryOut(desk, change, async () => signedOut(desk, id, () => desk.keeper.moveTo(id, group)));
}

export async function blockPerson(desk: PeopleDesk, on: Occasion, id: string): Promise<PeopleOutcome> {
  const person = await desk.keeper.find(id);
  if (!person) return refused("unknownPerson");
  const problem = await takingAway(desk.keeper, on, person);
  if (problem) return refused(problem, person);
  if (person.state === "blocked") return already(person);
  const change = { ...on, action: "blocked", person: person.name } as const;
  return carryOut(desk, change, async () => signedOut(desk, id, () => desk.keeper.block(id)));
}

export async function unblockPerson(desk: PeopleDesk, on: Occasion, id: string): Promise<PeopleOutcome> {
  const person = await desk.keeper.find(id);
  if (!person) return refused("unknownPerson");
  if (person.managedElsewhere) return refused("managedElsewhere", person);
  if (person.state !== "blocked") return already(person);
  return carryOut(desk, { ...on, action: "unblocked", person: person.name }, async () => problemIn(await desk.keeper.unblock(id)));
}

export async function invitePersonAgain(desk: PeopleDesk, on: Occasion, id: string): Promise<PeopleOutcome> {
  const person = await desk.keeper.find(id);
  if (!person) return refused("unknownPerson");
  if (person.managedElsewhere) return refused("managedElsewhere", person);
  if (person.state !== "invited") return refused("notInvited", person);
  return carryOut(desk, { ...on, action: "invitedAgain", person: person.name }, async () => problemIn(await desk.keeper.inviteAgain(id)));
}

/** Who has the address, at this issuer or at another: the list lags behind, the question by address does not know other issuers. */
async function holderOf(keeper: PeopleKeeper, email: string): Promise<KnownPerson | undefined> {
  return (await keeper.withAddress(email)) ?? (await keeper.everybody()).find((person) => person.email.toLowerCase() === email);
}

const isIn = ({ groups }: KnownPerson, group: string): boolean => groups.length === 1 && groups[0] === group;

/** Invited, and broken off before a part was given. */
const isHalfway = ({ state, groups, managedElsewhere }: KnownPerson): boolean =>
  state === "invited" && groups.length === 0 && !managedElsewhere;

/** Why a person may not lose his part; undefined when he may. */
async function takingAway(keeper: PeopleKeeper, { by }: Occasion, person: KnownPerson): Promise<PeopleProblem | undefined> {
  if (person.id === by.id) return "yourself";
  if (person.managedElsewhere) return "managedElsewhere";
  if (!isAdministrator(person)) return undefined;
  // Whoever was invited and never came does not count: perhaps he never will.
  const others = (await keeper.everybody()).filter((other) => other.id !== person.id && other.state === "active" && isAdministrator(other));
  return others.length === 0 ? "lastAdministrator" : undefined;
}

const isAdministrator = ({ groups }: KnownPerson): boolean => partsOf(groups).some(({ role }) => role === "administrator");

/**
 * Ends the sessions of a person before and after: after it, because one may have begun meanwhile with what he was allowed before; and before it, because
 * whoever is broken off in between must not leave somebody at work who is blocked.
 */
async function signedOut(desk: PeopleDesk, id: string, act: () => Promise<string>): Promise<PeopleProblem | undefined> {
  await desk.sessions.endAllOf(id, desk.now());
  const answer = await act();
  await desk.sessions.endAllOf(id, desk.now());
  return problemIn(answer);
}

const problemIn = (answer: string): PeopleProblem | undefined =>
  answer === "unknownPerson" || answer === "notInvited" ? answer : undefined;

async function carryOut(desk: PeopleDesk, change: PeopleChange & { action: PeopleAction }, act: () => Promise<PeopleProblem | undefined>) {
  await desk.trail.begin(change);
  const problem = await act();
  await desk.trail.end(change.id, problem ? "refused" : "done");
  return problem ? refused(problem) : ({ outcome: "done", change } as const);
}

const refused = (problem: PeopleProblem, person?: KnownPerson) => ({ outcome: "refused", problem, person }) as const;
const already = (person: KnownPerson) => ({ outcome: "already", person }) as const;
