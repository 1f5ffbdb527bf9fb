/** Names of organisations as the register has them, and the form in which two spellings of a name are equal. */
import { foldWord } from "../catalogue/codes.ts";
import type { Catalogue } from "../catalogue/types.ts";

export interface OrganisationNames {
  /** KvK number → names that belong to it: of the organisation that has it now, and of those that had it. */
  readonly ofKvk: ReadonlyMap<string, readonly string[]>;
  /** Folded name → the latest KvK number of the organisation with that name. */
  readonly kvkOf: ReadonlyMap<string, string>;
  readonly numbers: readonly string[];
  readonly names: readonly string[];
}

const perCatalogue = new WeakMap<Catalogue, OrganisationNames>();

export function organisationNames(catalogue: Catalogue): OrganisationNames {
  const known = perCatalogue.get(catalogue) ?? collect(catalogue);
  perCatalogue.set(catalogue, known);
  return known;
}

/** Case, diacritics, punctuation and the legal form do not matter: "Stichting Het Baken" is "Baken". */
export const foldName = (name: string): string =>
  foldWord(name)
    .replace(/&/g, " en ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(stichting|st|vereniging|cooperatie|b ?v|n ?v|u ?a|de|het)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();

function collect(catalogue: Catalogue): OrganisationNames {
  const ofKvk = new Map<string, string[]>();
  for (const [kvk, organisation] of catalogue.organisationByKvk) ofKvk.set(kvk, [organisation.name]);
  for (const organisation of catalogue.organisations) {
    for (const kvk of organisation.kvk) {
      const names = ofKvk.get(kvk) ?? [];
      if (!names.includes(organisation.name)) names.push(organisation.name);
      ofKvk.set(kvk, names);
    }
  }
  return {
    ofKvk,
    kvkOf: new Map(catalogue.organisations.flatMap(({ name, kvk }) => (kvk.length > 0 ? [[foldName(name), kvk.at(-1) as string]] : []))),
    numbers: [...ofKvk.keys()],
    names: catalogue.organisations.map((organisation) => organisation.name),
  };
}
