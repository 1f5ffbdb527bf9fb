/** The sample users of one machine: one for every part that a person can play, and one per certifying body. */
import type { CertifyingBody } from "../../core/catalogue/types.ts";

export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  /** Below `.example`, where no mail ever arrives (RFC 2606). */
  readonly email: string;
  readonly groups: readonly string[];
  /** What this person does with the product, in words. */
  readonly part: string;
}

export const samplePeople = (bodies: readonly CertifyingBody[]): readonly SamplePerson[] => [
  {
    id: "beleid",
    name: "Bea Beleid",
    email: "bea.beleid@voorbeeld.example",
    groups: ["beleid"],
    part: "beleidsmedewerker: ziet alle cijfers en alle aanleveringen",
  },
  {
    id: "commissie",
    name: "Cor Commissie",
    email: "cor.commissie@voorbeeld.example",
    groups: ["commissie"],
    part: "lid van de beheercommissie: ziet alle cijfers en besluit over normen",
  },
  {
    id: "beheer",
    name: "Bo Beheer",
    email: "bo.beheer@voorbeeld.example",
    groups: ["beheer"],
    part: "beheerder: ziet of de verwerking goed loopt",
  },
  ...bodies.map(({ code, name }) => ({
    id: `instelling-${code}`,
    name: `Medewerker ${name}`,
    email: `medewerker@${code}.example`,
    groups: [`instelling-${code}`],
    part: `levert aan voor ${name} en ziet alleen de eigen aanleveringen`,
  })),
];
