import { saidIn } from "../draft.ts";
import type { DeliveryRule, Firing } from "./rule.ts";

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
  inPast: (report, { otherLabels, isCombinedHere }): Firing | undefined => {
    const { reference, label } = report;
    if (saidIn(report, "toetsvorm") !== "combinedLabel") {
      if (isCombinedHere || otherLabels.length === 0) return undefined;
      return { column: "toetsvorm", params: { reference, labels: [label, ...otherLabels.map((other) => other.label)].sort() } };
    }
    const wrong = otherLabels.find(({ report: known }) => known.audit !== undefined && known.audit.form !== "combinedLabel");
    if (wrong === undefined) return undefined;
    return { column: "toetsvorm", params: { reference, label: wrong.label, delivery: wrong.report.deliveryNumber } };
  },
};
