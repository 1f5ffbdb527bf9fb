import { textIn, writtenIn } from "../draft.ts";
import { foldName, organisationNames } from "../organisation-names.ts";
import { maskPersonal } from "../personal.ts";
import type { Given, ReportRule } from "./rule.ts";

/** Accepted under its KvK number. Near matches: the same name under another number, or a number or name that is a slip away. */
export const organisationUnknown: ReportRule = {
  code: "ORGANISATION_UNKNOWN",
  severity: "warning",
  about: "report",
  check: (report, given) => {
    const kvk = textIn(report, "kvk_nummer");
    const { ofKvk } = organisationNames(given.catalogue);
    // The register may be missing: then nothing is unknown.
    if (kvk === undefined || ofKvk.size === 0 || ofKvk.has(kvk)) return undefined;
    const name = writtenIn(report, "organisatie");
    const numbers = likelyNumbers(kvk, name, given);
    return {
      column: "kvk_nummer",
      params: { name: maskPersonal(name), suggestions: numbers.map((number) => `${number} (${ofKvk.get(number)?.[0] ?? ""})`) },
    };
  },
};

function likelyNumbers(kvk: string, name: string, given: Given): readonly string[] {
  const { kvkOf, numbers, names } = organisationNames(given.catalogue);
  const sameName = kvkOf.get(foldName(name));
  if (sameName !== undefined) return [sameName];
  const near = given.suggest(kvk, numbers);
  if (near.length > 0) return near;
  return given.suggest(name, names).flatMap((one) => kvkOf.get(foldName(one)) ?? []);
}
