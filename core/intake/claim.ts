import { DeliveryInProgress } from "../faults.ts";
import { bodyCode, type Sha256 } from "../ids.ts";
import type { Arrival, DeliveryRecord, DeliveryRegister, ScanVerdict } from "../ports.ts";
import type { Withheld } from "./withheld.ts";

export type Claim =
  /** The bytes are ours to process. */
  | { readonly outcome: "claimed"; readonly record: DeliveryRecord; readonly sha256: Sha256 }
  /** The same bytes of the same body were accepted in full before. */
  | { readonly outcome: "unchanged"; readonly record: DeliveryRecord; readonly sha256: Sha256 }
  /** The malware scan withholds the file: its bytes are not known, and each arrival gets a receipt of its own. */
  | { readonly outcome: Exclude<Withheld, "leaveUsed">; readonly record: DeliveryRecord; readonly sha256: null }
  /** Another file came by the same leave before, and these are other bytes than it brought, or bytes that were not accepted. */
  | { readonly outcome: "leaveUsed"; readonly record: DeliveryRecord; readonly sha256: Sha256 }
  /** This very arrival has its receipt: an event came twice. Its bytes are not known if the malware scan withheld it. */
  | { readonly outcome: "finished"; readonly record: DeliveryRecord; readonly sha256: Sha256 | null };

/** What is asked of the file itself, in this order: the second is not asked of a file that the first does not call clean. */
export interface AskFile {
  /** Throws `NotScannedYet`. */
  scan(): Promise<ScanVerdict>;
  hash(): Promise<Sha256>;
}

/**
 * Gives an arrival its number and, once the malware scan calls it clean, holds its bytes for it, so that the same file of the same body
 * counts once however often it arrives. A file that was rejected, wholly or in part, may come again: the catalogue or the history may
 * have changed. The number comes before the scan: whoever delivers sees at once that the file arrived. Leave to send is for one file: what
 * comes first by it has it, since the store takes as many as are sent while the leave lasts.
 * Throws `NotScannedYet`, and `DeliveryInProgress` while another arrival of the same bytes is being processed.
 */
export async function claimDelivery(deliveries: DeliveryRegister, arrival: Arrival, file: AskFile, now: string): Promise<Claim> {
  const record = await deliveries.arrive(arrival);
  if (record.state === "finished") return { outcome: "finished", record, sha256: record.sha256 ?? null };
  const leave = await deliveries.claimLeave(record);
  const verdict = await file.scan();
  if (verdict !== "clean") return { outcome: verdict, record, sha256: null };
  const sha256 = record.sha256 ?? (await file.hash());
  const claim = await deliveries.claimContent(record, sha256);
  if (claim.held === "byAnother") throw new DeliveryInProgress(`${record.number} holds the same bytes as ${claim.number}`);
  await deliveries.markClaimed(record, sha256, now);
  if (claim.held === "accepted") return { outcome: "unchanged", record, sha256 };
  return { outcome: leave.held === "byUs" ? "claimed" : "leaveUsed", record, sha256 };
}

/** Splits a key `<body>/<file>`: the body is its first segment, never something that the file says. */
export function arrivalOf(event: { key: string; versionId: string; size: number; time: string }): Arrival {
  const slash = event.key.indexOf("/");
  return {
    key: event.key,
    versionId: event.versionId,
    body: bodyCode(slash < 0 ? "" : event.key.slice(0, slash)),
    file: event.key.slice(slash + 1),
    size: event.size,
    receivedAt: event.time,
  };
}
