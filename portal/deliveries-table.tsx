import { sentAs } from "../core/uploads.ts";
import type { DeliveryRecord } from "./data.ts";
import { count, moment, number } from "./format.ts";
import { say } from "./language.tsx";
import { receiptAddress } from "./selection.ts";
import { StatusBadge } from "./status-badge.tsx";
import { type Column, Table } from "./table.tsx";
import { deliveryWords, standingOf } from "./words.ts";

interface DeliveriesTableProps {
  readonly caption: string;
  readonly deliveries: readonly DeliveryRecord[];
  /** Absent where all are of one body. */
  readonly bodies?: ReadonlyMap<string, string>;
}

/** Deliveries with where each of them stands; the number leads to the receipt. */
export function DeliveriesTable({ caption, deliveries, bodies }: DeliveriesTableProps) {
  const columns: readonly Column<DeliveryRecord>[] = [
    { header: say("Nummer", "Number"), cell: (record) => <a href={receiptAddress(record.body, record.number)}>{record.number}</a> },
    ...(bodies ? [{ header: say("Instelling", "Body"), cell: (record: DeliveryRecord) => bodies.get(record.body) ?? record.body }] : []),
    { header: say("Bestand", "File"), cell: (record) => <bdi class="file">{sentAs(record.file).name}</bdi>, wide: true },
    { header: say("Ontvangen", "Received"), cell: (record) => <time datetime={record.receivedAt}>{moment(record.receivedAt)}</time> },
    { header: say("Status", "Status"), cell: (record) => <StatusBadge word={deliveryWords[standingOf(record)]} /> },
    { header: say("Rapporten", "Reports"), cell: (record) => reportCounts(record) },
    { header: say("Bevindingen", "Findings"), cell: (record) => findingCounts(record) },
  ];
  return <Table name="deliveries" caption={caption} columns={columns} rows={deliveries} />;
}

/** "11 aangenomen, 1 niet". Reports that bring nothing new were not refused either, so they count as accepted. */
export function reportCounts({ outcomes }: Pick<DeliveryRecord, "outcomes">): string {
  if (!outcomes) return "–";
  const rejected = outcomes.rejected ?? 0;
  const accepted = Object.values(outcomes).reduce((sum, one) => sum + one, 0) - rejected;
  if (accepted === 0 && rejected === 0) return say("geen", "none");
  return [
    accepted > 0 ? `${number(accepted)} ${say("aangenomen", "accepted")}` : "",
    rejected > 0 ? `${number(rejected)} ${say(accepted > 0 ? "niet" : "niet aangenomen", accepted > 0 ? "not" : "not accepted")}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** "7 fouten, 2 waarschuwingen". */
export function findingCounts({ groups }: Pick<DeliveryRecord, "groups">): string {
  if (!groups) return "–";
  const [errors, warnings] = (["error", "warning"] as const).map((severity) =>
    groups.filter((group) => group.severity === severity).reduce((sum, group) => sum + group.count, 0),
  ) as [number, number];
  if (errors + warnings === 0) return say("geen", "none");
  return [
    errors > 0 ? count(errors, say("fout", "error"), say("fouten", "errors")) : "",
    warnings > 0 ? count(warnings, say("waarschuwing", "warning"), say("waarschuwingen", "warnings")) : "",
  ]
    .filter(Boolean)
    .join(", ");
}
