import { dutchDay } from "../../calendar.ts";
import { statusOf } from "../status.ts";
import type { HistoryRule } from "./rule.ts";

/** A known report with other content: a correction must say so, or a reused reference would overwrite another report. */
export const statusNewKnown: HistoryRule = {
  code: "STATUS_NEW_KNOWN",
  severity: "error",
  about: "history",
  check: (report, { known, sameContent }) => {
    if (statusOf(report) !== "new" || known?.state !== "active" || sameContent) return undefined;
    return {
      column: "status",
      params: { reference: report.reference, label: report.label, delivery: known.deliveryNumber, received: dutchDay(known.receivedDay) },
    };
  },
};
