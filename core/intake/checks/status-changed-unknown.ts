import { statusOf } from "../status.ts";
import type { HistoryRule } from "./rule.ts";

export const statusChangedUnknown: HistoryRule = {
  code: "STATUS_CHANGED_UNKNOWN",
  severity: "error",
  about: "history",
  check: (report, { known }) =>
    statusOf(report) === "changed" && known === undefined
      ? { column: "status", params: { reference: report.reference, label: report.label } }
      : undefined,
};
