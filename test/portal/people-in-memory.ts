/** What the user pool and the trail in the table are elsewhere, in a few lines. Checked against the real ones in `test/functions/adapters/`. */
import { isEmailAddress, type KnownPerson, type PeopleKeeper } from "../../core/people.ts";
import type { PeopleChange, PeopleTrail } from "../../core/people-trail.ts";

export const known = (id: string, name: string, groups: readonly string[], more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id, name, email: `${id}@voorbeeld.example`, groups, state: "active", managedElsewhere: false },
  ...more,
});

export interface PeopleInMemory extends PeopleKeeper {
  /** E-mail addresses to which an invitation went, in order. */
  readonly mails: readonly string[];
}

export function peopleInMemory(people: readonly KnownPerson[] = []): PeopleInMemory {
  const all = new Map(people.map((person) => [person.id, person]));
  const mails: string[] = [];
  const find = async (name: string) =>
    all.get(name) ?? [...all.values()].find(({ email, managedElsewhere }) => email === name && !managedElsewhere);
  const change = async <Done extends string>(id: string, changed: Partial<KnownPerson>, done: Done) => {
    const person = all.get(id);
    if (!person) return "unknownPerson" as const;
    all.set(id, { ...person, ...changed });
    return done;
  };
  return {
    mails,
    find,
    withAddress: find,
    everybody: async () => [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    async invite({ name, email, group }) {
      if (!isEmailAddress(email)) return "addressMalformed";
      const holder = await find(email);
      if (holder && (holder.state !== "invited" || holder.groups.length > 0)) return "addressKnown";
      const id = holder?.id ?? crypto.randomUUID();
      all.set(
        id,
        holder ? { ...holder, groups: [group] } : { id, name, email, groups: [group], state: "invited", managedElsewhere: false },
      );
      if (!holder) mails.push(email);
      return "invited";
    },
    moveTo: (id, group) => change(id, { groups: [group] }, "moved"),
    block: (id) => change(id, { state: "blocked" }, "blocked"),
    // Who was blocked before his first sign-in is invited again, all others are at work again.
    unblock: (id) => change(id, { state: mails.includes(all.get(id)?.email ?? "") ? "invited" : "active" }, "unblocked"),
    async inviteAgain(id) {
      const person = all.get(id);
      if (!person) return "unknownPerson";
      if (person.state !== "invited") return "notInvited";
      mails.push(person.email);
      return "invited";
    },
  };
}

export function peopleTrailInMemory(changes: readonly PeopleChange[] = []): PeopleTrail {
  const all = new Map(changes.map((change) => [change.id, change]));
  return {
    begin: async (change) => void (all.has(change.id) || all.set(change.id, change)),
    async end(id, ended) {
      const change = all.get(id);
      if (change && change.ended === undefined) all.set(id, { ...change, ended });
    },
    list: async () => [...all.values()].sort((a, b) => (a.id < b.id ? 1 : -1)),
  };
}
