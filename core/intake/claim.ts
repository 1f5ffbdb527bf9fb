import { DeliveryInProgress } from "../faults.ts";
import { bodyCode, type Sha256 } from "../ids.ts";
import type { Arrival, DeliveryRecord, DeliveryRegister } from "../ports.ts";

export type Claim =
  /** The bytes are ours to process. */
  | { readonly outcome: "claimed"; readonly record: DeliveryRecord; readonly sha256: Sha256 }
  /** The same bytes of the same body were accepted in full before. */
  | { readonly outcome: "unchanged"; readonly record: DeliveryRecord; readonly sha256: Sha256 }
  /** This very arrival has its receipt: an event came twice. */
  | { readonly outcome: "finished"; readonly record: DeliveryRecord; readonly sha256: Sha256 };

/**
 * Gives an arrival its number and holds its bytes for it, so that the same file of the same body counts once however often it
 * arrives. A file that was rejected, wholly or in part, may come again: the catalogue or the history may have changed.
 * Throws `DeliveryInProgress` while another arrival of the same bytes is being processed.
 */
export async function claimDelivery(
  deliveries: DeliveryRegister,
  arrival: Arrival,
  hash: () => Promise<Sha256>,
  now: string,
): Promise<Claim> {
  const record = await deliveries.arrive(arrival);
  if (record.state === "finished") return { outcome: "finished", record, sha256: record.sha256 ?? (await hash()) };
  const sha256 = record.sha256 ?? (await hash());
  const claim = await deliveries.claimContent(record, sha256);
  if (claim.held === "byAnother") throw new DeliveryInProgress(`${record.number} holds the same bytes as ${claim.number}`);
  await deliveries.markClaimed(record, sha256, now);
  return { outcome: claim.held === "byUs" ? "claimed" : "unchanged", record, sha256 };
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
