/** What the sender says that a report is. */
import { type Draft, saidIn } from "./draft.ts";
import type { ReportStatus } from "./types.ts";

/** `nieuw` when the column is missing or empty. */
export function statusOf(report: Draft): ReportStatus {
  const said = saidIn(report, "status");
  return said === "changed" || said === "withdrawn" ? said : "new";
}
