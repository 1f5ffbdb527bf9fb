import { saidIn } from "../draft.ts";
import type { DeliveryRule } from "./rule.ts";

/** One reference under two labels is a combined audit; its form is then `labelcombinatie`. */
export const combinedFormExpected: DeliveryRule = {
  code: "COMBINED_FORM_EXPECTED",
  severity: "warning",
  about: "delivery",
  *check(_, audits) {
    for (const [reference, audit] of audits) {
      if (audit.length < 2) continue;
      const labels = audit.map((report) => report.label).sort();
      for (const report of audit) {
        if (saidIn(report, "toetsvorm") !== "combinedLabel") yield { report, column: "toetsvorm", params: { reference, labels } };
      }
    }
  },
};
