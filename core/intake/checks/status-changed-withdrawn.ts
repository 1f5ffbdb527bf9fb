import { statusOf } from "../status.ts";
import type { HistoryRule } from "./rule.ts";

export const statusChangedWithdrawn: HistoryRule = {
  code: "STATUS_CHANGED_WITHDRAWN",
  severity: "error",
  about: "history",
  check: (report, { known }) =>
    statusOf(report) === "changed" && known?.state === "withdrawn"
      ? { column: "status", params: { reference: report.reference, label: report.label, delivery: known.deliveryNumber } }
      : undefined,
};
