import { saidIn } from "../draft.ts";
import { lacksEarlierTest } from "../earlier-test.ts";
import type { HistoryRule } from "./rule.ts";

/** A vervolgtoets or tussentijdse toets replaces judgements of the test that it follows: without one its judgements count nowhere. */
export const followUpWithoutEarlier: HistoryRule = {
  code: "FOLLOW_UP_WITHOUT_EARLIER",
  severity: "warning",
  about: "history",
  asksTests: true,
  check: (report, past) => {
    const kind = saidIn(report, "soort_toets");
    if ((kind !== "followUp" && kind !== "interim") || !lacksEarlierTest(report, past)) return undefined;
    return { column: "soort_toets", params: { label: report.label } };
  },
};
