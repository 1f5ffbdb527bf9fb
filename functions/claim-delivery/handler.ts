import { createHash } from "node:crypto";
import { type Sha256, sha256 } from "../../core/ids.ts";
import { arrivalOf, claimDelivery } from "../../core/intake/claim.ts";
import type { DeliveryRegister, MalwareScan, ObjectStore } from "../../core/ports.ts";
import { claimDelivery as contract } from "../../workflows/contracts.ts";
import { malwareScan } from "../adapters/malware-scan.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { openTable } from "../adapters/table/client.ts";
import { deliveryRegister } from "../adapters/table/delivery-register.ts";
import { place } from "../runtime/config.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly deliveries: DeliveryRegister;
  readonly files: ObjectStore;
  readonly scan: MalwareScan;
}

function wire(): Ports {
  const client = s3();
  return {
    deliveries: deliveryRegister(openTable(place("table"))),
    files: objectStore(client, place("deliveries")),
    scan: malwareScan(client, place("deliveries")),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async (event, { deliveries, files, scan }) => {
    const { key: arrivedKey, "version-id": version, size } = event.detail.object;
    const arrival = arrivalOf({ key: arrivedKey, versionId: version, size, time: event.time });
    const file = { scan: () => scan.verdict(arrival), hash: () => hashOf(files, arrival.key, arrival.versionId) };
    const { outcome, record, sha256 } = await claimDelivery(deliveries, arrival, file, new Date().toISOString());
    const { number, body, key, versionId, receivedAt } = record;
    return { outcome, delivery: { number, body, file: record.file, key, versionId, receivedAt, sha256 } };
  });

export const handler = createHandler();

async function hashOf(files: ObjectStore, key: string, versionId: string): Promise<Sha256> {
  const hash = createHash("sha256");
  for await (const chunk of await files.open(key, versionId)) hash.update(chunk);
  return sha256(hash.digest("hex"));
}
