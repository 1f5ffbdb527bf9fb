import { saidIn } from "../draft.ts";
import { missingNorms } from "../scope.ts";
import type { DeliveryRule } from "./rule.ts";

/** Names of this many norms are given; the count is complete. */
const NAMED = 10;

/**
 * Norms of the framework that the report has no score for. Not for tussentijdse toets and vervolgtoets, which may judge only the norms
 * that fell short (domain: tests), not for norms that a combined audit judges under its other label, and not where a norm or score could
 * not be read: that error is already said.
 */
export const normsMissing: DeliveryRule = {
  code: "NORMS_MISSING",
  severity: "warning",
  about: "delivery",
  *check(reports, audits) {
    for (const report of reports) {
      const kind = saidIn(report, "soort_toets");
      if (report.framework === undefined || report.unread > 0 || kind === "interim" || kind === "followUp") continue;
      const missing = missingNorms(report, audits.get(report.reference) ?? [], NAMED);
      if (missing.count === 0) continue;
      const params = { count: missing.count, total: report.framework.norms.length, norms: missing.first, framework: report.framework.key };
      yield { report, params };
    }
  },
};
