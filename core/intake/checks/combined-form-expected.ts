import { saidIn } from "../draft.ts";
import { groupBy } from "../grouping.ts";
import type { DeliveryRule } from "./rule.ts";

/** One reference under two labels is a combined audit; its form is then `labelcombinatie`. */
export const combinedFormExpected: DeliveryRule = {
  code: "COMBINED_FORM_EXPECTED",
  severity: "warning",
  about: "delivery",
  check: (reports) =>
    [...groupBy(reports, (report) => report.reference).values()].flatMap((same) => {
      if (same.length < 2) return [];
      const labels = same.map((report) => report.label).sort();
      return same
        .filter((report) => saidIn(report, "toetsvorm") !== "combinedLabel")
        .map((report) => ({ report, column: "toetsvorm" as const, params: { reference: report.reference, labels } }));
    }),
};
