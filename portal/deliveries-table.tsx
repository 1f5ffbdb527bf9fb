import { sentAs } from "../core/uploads.ts";
import type { DeliveryRecord } from "./data.ts";
import { count, moment, number } from "./format.ts";
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
    { header: "Nummer", cell: (record) => <a href={receiptAddress(record.body, record.number)}>{record.number}</a> },
    ...(bodies ? [{ header: "Instelling", cell: (record: DeliveryRecord) => bodies.get(record.body) ?? record.body }] : []),
    { header: "Bestand", cell: (record) => <bdi class="file">{sentAs(record.file).name}</bdi>, wide: true },
    { header: "Ontvangen", cell: (record) => <time datetime={record.receivedAt}>{moment(record.receivedAt)}</time> },
    { header: "Status", cell: (record) => <StatusBadge word={deliveryWords[standingOf(record)]} /> },
    { header: "Rapporten", cell: (record) => reportCounts(record) },
    { header: "Bevindingen", cell: (record) => findingCounts(record) },
  ];
  return <Table name="deliveries" caption={caption} columns={columns} rows={deliveries} />;
}

/** "11 aangenomen, 1 niet". Reports that bring nothing new were not refused either, so they count as accepted. */
export function reportCounts({ outcomes }: Pick<DeliveryRecord, "outcomes">): string {
  if (!outcomes) return "–";
  const rejected = outcomes.rejected ?? 0;
  const accepted = Object.values(outcomes).reduce((sum, one) => sum + one, 0) - rejected;
  if (accepted === 0 && rejected === 0) return "geen";
  return [
    accepted > 0 ? `${number(accepted)} aangenomen` : "",
    rejected > 0 ? `${number(rejected)} niet${accepted > 0 ? "" : " aangenomen"}` : "",
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
  if (errors + warnings === 0) return "geen";
  return [errors > 0 ? count(errors, "fout", "fouten") : "", warnings > 0 ? count(warnings, "waarschuwing", "waarschuwingen") : ""]
    .filter(Boolean)
    .join(", ");
}
