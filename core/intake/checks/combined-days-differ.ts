import { type Day, dutchDay } from "../../calendar.ts";
import { COMBINED_WITHIN_DAYS, isOneAudit } from "../../scoring/combined-audit.ts";
import { numberIn } from "../draft.ts";
import type { DeliveryRule, Firing } from "./rule.ts";

/** One audit is of one time: the same reference under two labels with far days is probably a reference used twice. */
export const combinedDaysDiffer: DeliveryRule = {
  code: "COMBINED_DAYS_DIFFER",
  severity: "warning",
  about: "delivery",
  *check(_, audits) {
    for (const [reference, [first, ...others]] of audits) {
      const other = first && numberIn(first, "toetsdatum");
      if (first === undefined || other === undefined) continue;
      for (const report of others) {
        const day = numberIn(report, "toetsdatum");
        if (day === undefined || isOneAudit(day, other)) continue;
        yield { report, ...firing(reference, day, other, { label: first.label, row: first.row }) };
      }
    }
  },
  inPast: (report, { otherLabels }) => {
    const day = numberIn(report, "toetsdatum");
    if (day === undefined) return undefined;
    for (const { label, report: known } of otherLabels) {
      if (known.audit === undefined || isOneAudit(day, known.audit.day)) continue;
      return firing(report.reference, day, known.audit.day, { label, delivery: known.deliveryNumber });
    }
    return undefined;
  },
};

const firing = (reference: string, day: Day, other: Day, where: Record<string, string | number>): Firing => ({
  column: "toetsdatum",
  params: { reference, date: dutchDay(day), other: dutchDay(other), limit: COMBINED_WITHIN_DAYS, ...where },
});
