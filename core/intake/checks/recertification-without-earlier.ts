import { organisationOf } from "../../catalogue/organisations.ts";
import { numberIn, saidIn, textIn } from "../draft.ts";
import type { HistoryRule } from "./rule.ts";

/** A hertoets follows an earlier test; without one the trend of this organisation begins in the middle. */
export const recertificationWithoutEarlier: HistoryRule = {
  code: "RECERTIFICATION_WITHOUT_EARLIER",
  severity: "warning",
  about: "history",
  check: (report, { history }, given) => {
    const kvk = textIn(report, "kvk_nummer");
    const day = numberIn(report, "toetsdatum");
    if (saidIn(report, "soort_toets") !== "recertification" || kvk === undefined || day === undefined || report.earlierInDelivery)
      return undefined;
    const earliest = history.earliestTest(organisationOf(given.catalogue, kvk).id, report.label);
    return earliest !== undefined && earliest < day ? undefined : { column: "soort_toets", params: { label: report.label } };
  },
};
