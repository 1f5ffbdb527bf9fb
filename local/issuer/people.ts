/** The sample users of one machine: one for every part that a person can play, and one per certifying body. */
import type { CertifyingBody } from "../../core/catalogue/types.ts";

export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly string[];
  /** What this person does with the product, in words. */
  readonly part: string;
}

export const samplePeople = (bodies: readonly CertifyingBody[]): readonly SamplePerson[] => [
  { id: "beleid", name: "Bea Beleid", groups: ["beleid"], part: "beleidsmedewerker: ziet alle cijfers en alle aanleveringen" },
  {
    id: "commissie",
    name: "Cor Commissie",
    groups: ["commissie"],
    part: "lid van de beheercommissie: ziet alle cijfers en besluit over normen",
  },
  { id: "beheer", name: "Bo Beheer", groups: ["beheer"], part: "beheerder: ziet of de verwerking goed loopt" },
  ...bodies.map(({ code, name }) => ({
    id: `instelling-${code}`,
    name: `Medewerker ${name}`,
    groups: [`instelling-${code}`],
    part: `levert aan voor ${name} en ziet alleen de eigen aanleveringen`,
  })),
];
