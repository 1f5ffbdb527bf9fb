/** Names of organisations as the register has them, and the form in which two spellings of a name are equal. */
import { foldWord } from "../catalogue/codes.ts";
import type { Catalogue } from "../catalogue/types.ts";

const perCatalogue = new WeakMap<Catalogue, ReadonlyMap<string, readonly string[]>>();

/** KvK number → names that belong to it: of the organisation that has it now, and of those that had it. */
export function namesByKvk(catalogue: Catalogue): ReadonlyMap<string, readonly string[]> {
  const known = perCatalogue.get(catalogue);
  if (known !== undefined) return known;
  const names = new Map<string, string[]>();
  for (const [kvk, organisation] of catalogue.organisationByKvk) names.set(kvk, [organisation.name]);
  for (const organisation of catalogue.organisations) {
    for (const kvk of organisation.kvk) {
      const list = names.get(kvk) ?? [];
      if (!list.includes(organisation.name)) list.push(organisation.name);
      names.set(kvk, list);
    }
  }
  perCatalogue.set(catalogue, names);
  return names;
}

/** Case, diacritics, punctuation and the legal form do not matter: "Stichting Het Baken" is "het baken". */
export const foldName = (name: string): string =>
  foldWord(name)
    .replace(/&/g, " en ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(stichting|st|vereniging|cooperatie|b ?v|n ?v|u ?a|de|het)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
