import { dutchDay } from "../../calendar.ts";
import { organisationOf } from "../../catalogue/organisations.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { type Draft, numberIn, textIn } from "../draft.ts";
import { groupBy } from "../grouping.ts";
import type { DeliveryRule, Firing } from "./rule.ts";

/** Names of this many reports are given. */
const NAMED = 5;

/**
 * Two reports of one organisation and label on one day: the greater reference (in code-point order) counts as the later. Of earlier
 * deliveries only those of the sender itself: it cannot mend another body's, and need not know its references.
 */
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
      const references = same.map((report) => report.reference).sort(compareCodePoints);
      for (const report of same.slice(1)) yield { report, ...firing(report, references) };
    }
  },
  inPast: (report, { tests }, { bodyCode }) => {
    const day = numberIn(report, "toetsdatum");
    const same = tests.filter((test) => test.day === day && test.body === bodyCode && test.reference !== report.reference);
    return same.length === 0
      ? undefined
      : firing(report, [report.reference, ...same.map((test) => test.reference)].sort(compareCodePoints));
  },
};

/** `sorted`: the references of all of them, once and not for each of a hundred thousand. */
function firing(report: Draft, sorted: readonly string[]): Firing {
  const date = dutchDay(numberIn(report, "toetsdatum") ?? 0);
  return { column: "toetsdatum", params: { date, label: report.label, references: sorted.slice(0, NAMED), last: sorted.at(-1) ?? "" } };
}
