import type { DeliveryStatus } from "../core/intake/types.ts";
import type { Progress } from "./deliver.ts";

const words: Readonly<Record<DeliveryStatus, string>> = {
  accepted: "aangenomen",
  partlyAccepted: "deels aangenomen",
  rejected: "niet aangenomen",
  unchanged: "ongewijzigd: al eerder aangeleverd",
};

/** One line per delivery, so that a person can follow what happens. */
export function progressLine({ done, total, arrival, record, fault }: Progress): void {
  const place = `${String(done).padStart(String(total).length)}/${total}`;
  const outcome = record?.status ? words[record.status] : "niet verwerkt: storing bij ons";
  const rejected = record?.outcomes?.rejected ?? 0;
  const reports = Object.values(record?.outcomes ?? {}).reduce((sum, count) => sum + count, 0);
  const detail = reports > 0 ? ` (${reports - rejected} van ${reports} rapporten)` : "";
  if (fault !== undefined) console.error(`  ${arrival.key}: ${fault}`);
  console.log(`  ${place}  ${arrival.key}  ${outcome}${detail}`);
}
