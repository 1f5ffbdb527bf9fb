import type { Receipt } from "./receipt-schema.ts";
import type { CheckedDelivery } from "./types.ts";

export type Counts = Receipt["counts"];

/** Reports by what became of them, and findings by severity; complete, also where not every place is listed. */
export function countsOf({ reports, groups }: CheckedDelivery): Counts {
  const outcomes = { new: 0, replaced: 0, withdrawn: 0, unchanged: 0, rejected: 0 };
  for (const report of reports) outcomes[report.outcome] += 1;
  const found = { error: 0, warning: 0 };
  for (const group of groups) found[group.severity] += group.count;
  return { reports: reports.length, ...outcomes, errors: found.error, warnings: found.warning };
}
