import { textIn, writtenIn } from "../draft.ts";
import { foldName, namesByKvk } from "../organisation-names.ts";
import type { ReportRule } from "./rule.ts";

/** Accepted under its KvK number. Near matches: the same name under another number, or a number or name that is a slip away. */
export const organisationUnknown: ReportRule = {
  code: "ORGANISATION_UNKNOWN",
  severity: "warning",
  about: "report",
  check: (report, given) => {
    const kvk = textIn(report, "kvk_nummer");
    const { catalogue } = given;
    if (kvk === undefined || catalogue.organisations.length === 0 || namesByKvk(catalogue).has(kvk)) return undefined;
    const name = writtenIn(report, "organisatie");
    const byName = catalogue.organisations.filter((one) => foldName(one.name) === foldName(name));
    const numbers = byName.length > 0 ? byName.flatMap((one) => one.kvk.slice(-1)) : given.suggest(kvk, [...namesByKvk(catalogue).keys()]);
    const names =
      byName.length > 0 || numbers.length > 0
        ? []
        : given.suggest(
            name,
            catalogue.organisations.map((one) => one.name),
          );
    const near = [
      ...numbers.map((number) => `${number} (${namesByKvk(catalogue).get(number)?.[0] ?? ""})`),
      ...names.map((one) => `${catalogue.organisations.find((known) => known.name === one)?.kvk.at(-1) ?? ""} (${one})`),
    ];
    return { column: "kvk_nummer", params: { name, suggestions: near.slice(0, 3) } };
  },
};
