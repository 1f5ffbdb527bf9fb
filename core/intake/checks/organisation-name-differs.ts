import { textIn, writtenIn } from "../draft.ts";
import { foldName, namesByKvk } from "../organisation-names.ts";
import type { ReportRule } from "./rule.ts";

/** The name does not belong to the KvK number in the register; names of predecessors with that number are right too. */
export const organisationNameDiffers: ReportRule = {
  code: "ORGANISATION_NAME_DIFFERS",
  severity: "warning",
  about: "report",
  check: (report, given) => {
    const kvk = textIn(report, "kvk_nummer");
    const written = writtenIn(report, "organisatie");
    const names = kvk === undefined ? undefined : namesByKvk(given.catalogue).get(kvk);
    if (names === undefined || written === "" || names.some((name) => foldName(name) === foldName(written))) return undefined;
    return { column: "organisatie", params: { kvk: kvk ?? "", registered: names[0] ?? "" } };
  },
};
