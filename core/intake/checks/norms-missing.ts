import { saidIn } from "../draft.ts";
import { groupBy } from "../grouping.ts";
import { missingNorms } from "../scope.ts";
import type { DeliveryRule } from "./rule.ts";

/** Names of this many norms are given; the count is complete. */
const NAMED = 10;

/**
 * Norms of the framework that the report has no score for. Not for tussentijdse toets and vervolgtoets, which may judge only the norms that
 * fell short (domain: tests), not for norms that a combined audit judges under its other label, and not where a norm or score could not be read: that
 * error is already said.
 */
export const normsMissing: DeliveryRule = {
  code: "NORMS_MISSING",
  severity: "warning",
  about: "delivery",
  check: (reports) => {
    const byReference = groupBy(reports, (report) => report.reference);
    return reports.flatMap((report) => {
      const kind = saidIn(report, "soort_toets");
      if (report.framework === undefined || report.unread > 0 || kind === "interim" || kind === "followUp") return [];
      const missing = missingNorms(report, byReference.get(report.reference) ?? []);
      if (missing.length === 0) return [];
      const params = {
        count: missing.length,
        total: report.framework.norms.length,
        norms: missing.slice(0, NAMED),
        framework: report.framework.key,
      };
      return [{ report, value: report.reference, params }];
    });
  },
};
