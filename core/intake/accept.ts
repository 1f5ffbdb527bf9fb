import type { BodyCode, DeliveryNumber } from "../ids.ts";
import type { ObjectStore, ReportRegister, ScoringRegister } from "../ports.ts";
import { packTrends } from "./pack.ts";
import type { Explanation, JudgedReport } from "./types.ts";
import { REPORTS_PER_PART, readChecked, readExplanations } from "./work.ts";

export interface AcceptancePorts {
  readonly reports: ReportRegister;
  readonly scoring: ScoringRegister;
  /** Bucket of the whole reports. */
  readonly whole: ObjectStore;
  readonly work: ObjectStore;
}

export interface AcceptedDelivery {
  readonly body: BodyCode;
  readonly delivery: DeliveryNumber;
  /** ISO 8601 */
  readonly receivedAt: string;
}

/** Does the report change what the register holds? Unchanged and rejected ones do not. */
export const isChange = (report: JudgedReport): boolean => report.outcome !== "unchanged" && report.outcome !== "rejected";

/** Reports that are written side by side: hides the waiting for the stores, stays far below what throttles them. */
const SIDE_BY_SIDE = 16;

/**
 * Applies every report of a checked delivery that brings a change. Again: completes what was left undone. Gives how many.
 * Throws `StaleHistory` when another delivery changed one of them since the check.
 */
export async function acceptReports(ports: AcceptancePorts, accepted: AcceptedDelivery): Promise<number> {
  const { reports } = await readChecked(ports.work, accepted.delivery);
  let applied = 0;
  for (let first = 0; first < reports.length; first += REPORTS_PER_PART) {
    const part = reports.slice(first, first + REPORTS_PER_PART);
    if (!part.some(isChange)) continue;
    const texts = await readExplanations(ports.work, accepted.delivery, first / REPORTS_PER_PART);
    for (let at = 0; at < part.length; at += SIDE_BY_SIDE) {
      const together = part.slice(at, at + SIDE_BY_SIDE);
      await Promise.all(together.map((report, i) => acceptReport(ports, accepted, report, texts.get(first + at + i) ?? [])));
      applied += together.filter(isChange).length;
    }
  }
  if (applied > 0) await ports.scoring.noteChange();
  return applied;
}

/** First the whole report, as an object that is never changed again; then its record and its packed item. */
async function acceptReport(
  ports: AcceptancePorts,
  { body, delivery, receivedAt }: AcceptedDelivery,
  report: JudgedReport,
  explanations: readonly Explanation[],
): Promise<void> {
  if (report.outcome === "unchanged" || report.outcome === "rejected") return;
  const revision = report.knownRevision + 1;
  await ports.whole.write(
    wholeKey(report, body, revision, delivery),
    JSON.stringify({ ...report, revision, delivery, receivedAt, explanations }),
    "application/json",
  );
  await ports.reports.apply({
    body,
    reference: report.reference,
    label: report.label,
    knownRevision: report.knownRevision,
    state: report.outcome === "withdrawn" ? "withdrawn" : "active",
    contentHash: report.contentHash,
    packed: report.packed,
    trends: packTrends(report.trends),
    outcome: report.outcome,
    delivery,
    receivedAt,
  });
}

/** `<body>/<label>/<reference>/<revision>-<delivery>.json`: one object per revision; the delivery keeps rivals for one revision apart. */
export const wholeKey = (
  report: Pick<JudgedReport, "label" | "reference">,
  body: BodyCode,
  revision: number,
  delivery: DeliveryNumber,
): string =>
  `${body}/${encodeURIComponent(report.label)}/${encodeURIComponent(report.reference)}/${String(revision).padStart(6, "0")}-${delivery}.json`;
