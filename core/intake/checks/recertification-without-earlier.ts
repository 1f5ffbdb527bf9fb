import { saidIn } from "../draft.ts";
import { lacksEarlierTest } from "../earlier-test.ts";
import type { HistoryRule } from "./rule.ts";

/** A hertoets follows an earlier test; without one the trend of this organisation begins in the middle. */
export const recertificationWithoutEarlier: HistoryRule = {
  code: "RECERTIFICATION_WITHOUT_EARLIER",
  severity: "warning",
  about: "history",
  asksTests: true,
  check: (report, past) =>
    saidIn(report, "soort_toets") === "recertification" && lacksEarlierTest(report, past)
      ? { column: "soort_toets", params: { label: report.label } }
      : undefined,
};
