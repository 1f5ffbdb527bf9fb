import { fullTestKinds } from "../scoring/types.ts";
import type { Past } from "./checks/rule.ts";
import { type Draft, numberIn, textIn } from "./draft.ts";

/**
 * Is a test of an earlier day and all norms (eerste toets, hertoets) missing for this report, in this delivery and before it? False while
 * the report does not say whose it is, or of when.
 */
export function lacksEarlierTest(report: Draft, past: Past): boolean {
  const day = numberIn(report, "toetsdatum");
  if (textIn(report, "kvk_nummer") === undefined || day === undefined || report.earlierInDelivery) return false;
  return !past.tests.some((test) => fullTestKinds.includes(test.kind) && test.day < day);
}
