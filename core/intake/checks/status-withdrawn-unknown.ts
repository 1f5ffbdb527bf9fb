import { statusOf } from "../status.ts";
import type { HistoryRule } from "./rule.ts";

export const statusWithdrawnUnknown: HistoryRule = {
  code: "STATUS_WITHDRAWN_UNKNOWN",
  severity: "error",
  about: "history",
  check: (report, { known }) =>
    statusOf(report) === "withdrawn" && known === undefined
      ? { column: "status", params: { reference: report.reference, label: report.label } }
      : undefined,
};
