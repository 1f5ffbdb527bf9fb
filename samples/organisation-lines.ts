/** The organisations of the samples through time: one line per organisation, with the name and KvK number it had in each year. */
import type { Catalogue, Organisation } from "../core/catalogue/types.ts";
import { createRandom } from "./random.ts";

export interface OrganisationLine {
  /** Id under which the line started. */
  readonly id: string;
  readonly bodyAt: (year: number) => string;
  /** Undefined when the organisation has gone on in another one, which has a line of its own. */
  readonly at: (year: number) => { readonly id: string; readonly name: string; readonly kvk: string } | undefined;
  /** Tested from the first years on, without stopping: so that a succession or a new number shows. */
  readonly steady: boolean;
  readonly quality: number;
  readonly fte: number;
  readonly municipality: string;
  readonly wijkteamOnly: boolean;
  readonly debtHelp: boolean;
}

/** First year under the new name or number. */
const SUCCESSION_YEAR: Readonly<Record<string, number>> = {
  "veldhart-sociaal-werk": 2022,
  "wijkgenoten-oeverdam": 2021,
  "sociaal-netwerk-rivierenmond": 2020,
  "rivierenmond-welzijn-en-meedoen": 2023,
};
const NEW_KVK_YEAR = 2022;

/** Tested, but not in the register: known by their number only. */
const unregistered: readonly Organisation[] = [
  { id: "kvk:99000101", name: "Stichting Wijkhuis Morgenrood", kvk: ["99000101"] },
  { id: "kvk:99000202", name: "Welzijnsnetwerk Zandkreek", kvk: ["99000202"] },
  { id: "kvk:99000303", name: "Coöperatie Buurtkracht Lauwerzicht", kvk: ["99000303"] },
];

/** Every line, in the order of the register. Of a merger the first predecessor's line goes on; the other ends. */
export function organisationLines(catalogue: Catalogue): OrganisationLine[] {
  const successors = new Set(catalogue.organisations.map(({ succeededBy }) => succeededBy));
  const carriedOn = new Set<string>();
  const lines: OrganisationLine[] = [];
  for (const organisation of [...catalogue.organisations, ...unregistered]) {
    if (successors.has(organisation.id)) continue;
    const goesOn = !organisation.succeededBy || !carriedOn.has(organisation.succeededBy);
    if (organisation.succeededBy) carriedOn.add(organisation.succeededBy);
    lines.push(lineOf(organisation, goesOn, catalogue));
  }
  return lines;
}

function lineOf(first: Organisation, goesOn: boolean, catalogue: Catalogue): OrganisationLine {
  const random = createRandom(`organisation ${first.id}`);
  const body = pickBody(random.next());
  const otherBody = pickBody(random.next());
  const changesIn = random.chance(0.1) ? random.whole(2020, 2024) : Number.POSITIVE_INFINITY;
  return {
    id: first.id,
    bodyAt: (year) => (year < changesIn ? body : otherBody),
    at: (year) => {
      let present = first;
      while (present.succeededBy && year >= SUCCESSION_YEAR[present.succeededBy]!) {
        if (!goesOn) return undefined;
        present = catalogue.organisationById.get(present.succeededBy)!;
      }
      const kvk = year < NEW_KVK_YEAR ? present.kvk[0]! : present.kvk.at(-1)!;
      return { id: present.id, name: present.name, kvk };
    },
    steady: Boolean(first.succeededBy) || first.kvk.length > 1,
    quality: random.normal(0, 0.8),
    fte: random.whole(120, 1400) / 10,
    municipality: `GM9${String(random.whole(0, 999)).padStart(3, "0")}`,
    wijkteamOnly: first.name.includes("Wijkteams"),
    debtHelp: /Schuldhulp|Financieel/.test(first.name),
  };
}

/** Share of the organisations per body. */
const SHARES: readonly (readonly [string, number])[] = [
  ["ciio", 0.36],
  ["keurmerkinstituut", 0.62],
  ["dnv", 0.83],
  ["lloyds", 1],
];
const pickBody = (draw: number): string => SHARES.find(([, upTo]) => draw < upTo)![0];
