import { amsterdamDay, type Day, monthsBetween } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import type { DeliveryStatus, FindingCode, ReportOutcome, Severity } from "../../intake/types.ts";
import type { DeliveryRecord } from "../../ports.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";

export interface BodyDeliveries {
  readonly code: string;
  readonly name: string;
  readonly deliveries: number;
  /** Deliveries by what became of them; `open`: not finished yet. */
  readonly byStatus: Readonly<Record<DeliveryStatus | "open", number>>;
  /** Reports in all deliveries by what became of them. A report that was rejected and delivered again is in it twice. */
  readonly reports: Readonly<Record<ReportOutcome, number>>;
  /** Last delivery of which something was taken in (or that was there already); null when there is none. */
  readonly lastTakenIn: Day | null;
  /** Whole months since then, and whether that is long. */
  readonly monthsSince: number | null;
  readonly silent: boolean;
}

/** How often a rule fired: the rule that fires most is what a better template would prevent. */
export interface RuleCount {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly findings: number;
  /** In how many deliveries, and of how many bodies. */
  readonly deliveries: number;
  readonly bodies: number;
}

export interface DeliveriesOverview {
  /** Bodies of the catalogue, and whoever else delivered, in the order of their codes. */
  readonly bodies: readonly BodyDeliveries[];
  /** In most deliveries first, then most findings. */
  readonly rules: readonly RuleCount[];
}

/** Bodies deliver per half-year; a month more for the last reports of it. After that somebody should ask. */
export const SILENT_AFTER_MONTHS = 7;

/** Who delivered what, what became of it, and which rules fired. A body of the catalogue without deliveries has a row too, and is silent. */
export function deliveriesOverview(
  records: readonly DeliveryRecord[],
  { bodies }: Pick<Catalogue, "bodies">,
  today: Day,
): DeliveriesOverview {
  const codes = [...new Set<string>([...bodies.keys(), ...records.map(({ body }) => body)])].sort(compareCodePoints);
  return {
    bodies: codes.map((code) =>
      ofBody(
        code,
        bodies.get(code)?.name ?? code,
        records.filter(({ body }) => body === code),
        today,
      ),
    ),
    rules: ruleCounts(records),
  };
}

function ofBody(code: string, name: string, records: readonly DeliveryRecord[], today: Day): BodyDeliveries {
  const byStatus = { accepted: 0, partlyAccepted: 0, rejected: 0, unchanged: 0, open: 0 };
  const reports = { new: 0, replaced: 0, withdrawn: 0, unchanged: 0, rejected: 0 };
  for (const { status = "open", outcomes = {} } of records) {
    byStatus[status]++;
    for (const [outcome, count] of Object.entries(outcomes)) reports[outcome as ReportOutcome] += count;
  }
  const days = records
    .filter(({ status }) => status !== undefined && status !== "rejected")
    .map(({ receivedAt }) => amsterdamDay(receivedAt));
  const lastTakenIn = days.length === 0 ? null : days.reduce((last, day) => Math.max(last, day));
  const monthsSince = lastTakenIn === null ? null : monthsBetween(lastTakenIn, today);
  const silent = monthsSince === null || monthsSince >= SILENT_AFTER_MONTHS;
  return { code, name, deliveries: records.length, byStatus, reports, lastTakenIn, monthsSince, silent };
}

function ruleCounts(records: readonly DeliveryRecord[]): RuleCount[] {
  const rules = new Map<FindingCode, { severity: Severity; findings: number; deliveries: number; bodies: Set<string> }>();
  for (const { body, groups = [] } of records) {
    for (const { code, severity, count } of groups) {
      const rule = rules.get(code) ?? { severity, findings: 0, deliveries: 0, bodies: new Set<string>() };
      rule.findings += count;
      rule.deliveries++;
      rule.bodies.add(body);
      rules.set(code, rule);
    }
  }
  return [...rules]
    .map(([code, { bodies, ...rule }]) => ({ code, ...rule, bodies: bodies.size }))
    .sort((a, b) => b.deliveries - a.deliveries || b.findings - a.findings || compareCodePoints(a.code, b.code));
}
