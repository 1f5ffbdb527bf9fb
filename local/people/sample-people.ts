/** The sample users of one machine: one for every part that a person can play, and one per certifying body. */
import type { CertifyingBody } from "../../core/catalogue/types.ts";
import type { Person } from "../../core/people.ts";
import type { PeopleFile } from "./people-file.ts";

/** Addresses end in `.example`, where there is no mailbox (RFC 2606). */
export const samplePeople = (bodies: readonly CertifyingBody[]): readonly Person[] => [
  { id: "beleid", name: "Bea Beleid", email: "bea@normenmonitor.example", groups: ["beleid"] },
  { id: "commissie", name: "Cor Commissie", email: "cor@normenmonitor.example", groups: ["commissie"] },
  { id: "beheer", name: "Bo Beheer", email: "bo@normenmonitor.example", groups: ["beheer"] },
  ...bodies.map(({ code, name }) => ({
    id: `instelling-${code}`,
    name: `Medewerker ${name}`,
    email: `medewerker@${code}.example`,
    groups: [`instelling-${code}`],
  })),
];

/** Adds the sample users that are not there yet. Whom an administrator changed or blocked stays so. */
export function addSamplePeople(people: PeopleFile, bodies: readonly CertifyingBody[]): void {
  for (const { id, name, email, groups } of samplePeople(bodies)) {
    for (const group of groups) people.addGroup(group);
    if (people.find(id)) continue;
    const createdAt = new Date().toISOString();
    people.put({ username: id, sub: id, name, email, enabled: true, status: "CONFIRMED", groups, createdAt });
  }
}
