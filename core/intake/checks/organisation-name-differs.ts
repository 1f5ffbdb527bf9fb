import { textIn, writtenIn } from "../draft.ts";
import { foldName, organisationNames } from "../organisation-names.ts";
import type { ReportRule } from "./rule.ts";

/** The name does not belong to the KvK number in the register; names of predecessors with that number are right too. */
export const organisationNameDiffers: ReportRule = {
  code: "ORGANISATION_NAME_DIFFERS",
  severity: "warning",
  about: "report",
  check: (report, given) => {
    const kvk = textIn(report, "kvk_nummer");
    const written = writtenIn(report, "organisatie");
    const names = kvk === undefined ? undefined : organisationNames(given.catalogue).ofKvk.get(kvk);
    if (names === undefined || written === "") return undefined;
    const folded = foldName(written);
    if (names.some((name) => foldName(name) === folded)) return undefined;
    return { column: "organisatie", params: { kvk: kvk ?? "", registered: names[0] ?? "" } };
  },
};
