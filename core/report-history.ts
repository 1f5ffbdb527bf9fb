/** A report of a body with everything that happened to it: read only, for people. */
import type { Day } from "./calendar.ts";
import type { BodyCode, DeliveryNumber, FrameworkKey, OrganisationId } from "./ids.ts";
import type { OwnReport } from "./intake/own-past.ts";

export interface ReportLine {
  readonly revision: number;
  readonly outcome: "new" | "replaced" | "withdrawn";
  readonly delivery: DeliveryNumber;
  /** ISO 8601 */
  readonly at: string;
}

export interface ReportRecord {
  readonly body: BodyCode;
  readonly reference: string;
  readonly label: string;
  readonly state: "active" | "withdrawn";
  readonly organisation: OrganisationId;
  readonly framework: FrameworkKey;
  /** Last day of the audit; absent in records from before this was kept. */
  readonly day?: Day;
  /** Oldest first. */
  readonly history: readonly ReportLine[];
}

/** Read only. */
export interface ReportHistory {
  /** All reports of a body, in the order of label and reference. */
  ofBody(body: BodyCode): Promise<readonly ReportRecord[]>;
  /** All reports of a body as a check may compare with them, in the same order. */
  ownReports(body: BodyCode): Promise<readonly OwnReport[]>;
  find(body: BodyCode, label: string, reference: string): Promise<ReportRecord | undefined>;
}
