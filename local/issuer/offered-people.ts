/** Whom the issuer of this machine offers at sign-in: everybody in its user pool who is not blocked. */
import { type Part, partsOf } from "../../core/access.ts";
import type { CertifyingBody } from "../../core/catalogue/types.ts";
import type { PeopleFile } from "../people/people-file.ts";

export interface OfferedPerson {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly string[];
  /** What this person does with the product, in words. */
  readonly part: string;
}

export interface OfferedPeople {
  list(): readonly OfferedPerson[];
  /** Somebody signed in: his account is in use from now on. */
  entered(id: string): void;
}

export const offeredPeople = (people: PeopleFile, bodies: readonly CertifyingBody[]): OfferedPeople => ({
  list: () =>
    people
      .users()
      .filter(({ enabled }) => enabled)
      .map(({ sub, name, groups }) => ({ id: sub, name, groups, part: partInWords(partsOf(groups), bodies) })),
  entered(id) {
    const user = people.users().find(({ sub }) => sub === id);
    if (user?.status === "FORCE_CHANGE_PASSWORD") people.put({ ...user, status: "CONFIRMED" });
  },
});

function partInWords(parts: readonly Part[], bodies: readonly CertifyingBody[]): string {
  const [part, ...others] = parts;
  if (!part) return "heeft nog geen rol";
  if (others.length > 0) return "heeft meer dan één rol";
  switch (part.role) {
    case "policy":
      return "beleidsmedewerker: ziet alle cijfers en alle aanleveringen";
    case "committee":
      return "lid van de beheercommissie: ziet alle cijfers en besluit over normen";
    case "administrator":
      return "beheerder: beheert mensen en normenkaders en ziet of de verwerking goed loopt";
    case "body":
      return `levert aan voor ${bodies.find(({ code }) => code === part.body)?.name ?? part.body} en ziet alleen de eigen aanleveringen`;
  }
}
