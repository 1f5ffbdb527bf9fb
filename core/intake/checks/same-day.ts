import { dutchDay } from "../../calendar.ts";
import { organisationOf } from "../../catalogue/organisations.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { type Draft, numberIn, textIn } from "../draft.ts";
import { groupBy } from "../grouping.ts";
import type { DeliveryRule } from "./rule.ts";

/** Names of this many reports are given. */
const NAMED = 5;

/** Two reports of one organisation and label on one day: the greater reference (in code-point order) counts as the later. */
export const sameDay: DeliveryRule = {
  code: "SAME_DAY",
  severity: "warning",
  about: "delivery",
  *check(reports, _, given) {
    const key = (report: Draft) => {
      const kvk = textIn(report, "kvk_nummer");
      const day = numberIn(report, "toetsdatum");
      return kvk === undefined || day === undefined ? undefined : `${report.label} ${day} ${organisationOf(given.catalogue, kvk).id}`;
    };
    for (const [shared, same] of groupBy(reports, key)) {
      if (shared === undefined || same.length < 2) continue;
      const all = same.map((report) => report.reference).sort(compareCodePoints);
      const last = all.at(-1) ?? "";
      const references = all.slice(0, NAMED);
      for (const report of same.slice(1)) {
        const date = dutchDay(numberIn(report, "toetsdatum") ?? 0);
        yield { report, column: "toetsdatum", params: { date, label: report.label, references, last } };
      }
    }
  },
};
