import { createHash, randomUUID } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput, PutObjectCommand } from "@aws-sdk/client-s3";
import { arrivalOf } from "../core/intake/claim.ts";
import type { Arrival, DeliveryRecord } from "../core/ports.ts";
import type { ObjectCreated } from "../workflows/contracts.ts";
import type { InboxFile } from "./inbox.ts";
import type { Stack } from "./stack.ts";
import type { Execution } from "./workflows/execution.ts";

/** Puts a file in the deliveries bucket, as an upload does. Once it is acknowledged it cannot get lost any more. */
export async function deliver(stack: Stack, file: InboxFile): Promise<void> {
  await stack.s3.send(
    new PutObjectCommand({
      Bucket: stack.deliveriesBucket,
      Key: file.key,
      Body: createReadStream(file.path),
      ContentLength: statSync(file.path).size,
    }),
  );
}

/** Does the bucket hold exactly these bytes under this key? Tells a file that was put just before a crash from one that was not. */
export const isDelivered = async (stack: Stack, file: InboxFile): Promise<boolean> => (await versionOf(stack, file)) !== undefined;

/** Does the bucket hold exactly these bytes under this key, without a receipt yet? So it is after a crash between putting and moving away. */
export async function isWaiting(stack: Stack, file: InboxFile): Promise<boolean> {
  const versionId = await versionOf(stack, file);
  if (versionId === undefined) return false;
  const { body } = arrivalOf({ key: file.key, versionId, size: 0, time: "" });
  const record = await stack.deliveries.find(body, { key: file.key, versionId });
  return record?.state !== "finished";
}

/** The version under this key, if it has exactly these bytes. */
async function versionOf(stack: Stack, file: InboxFile): Promise<string | undefined> {
  // From the list: the object itself cannot be asked before the malware scan has seen it. A key comes before the longer ones that begin with it.
  const { Versions = [] } = await stack.s3.send(
    new ListObjectVersionsCommand({ Bucket: stack.deliveriesBucket, Prefix: file.key, MaxKeys: 1 }),
  );
  const [newest] = Versions;
  if (newest?.Key !== file.key || !newest.IsLatest) return undefined;
  const hash = createHash("md5");
  for await (const chunk of createReadStream(file.path)) hash.update(chunk);
  return newest.ETag === `"${hash.digest("hex")}"` ? newest.VersionId : undefined;
}

/** Every version of every file in the deliveries bucket, in the order of keys and, within one, of time. */
export async function arrivals(stack: Stack): Promise<readonly Arrival[]> {
  const found: Arrival[] = [];
  let from: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
  while (from) {
    const page: ListObjectVersionsCommandOutput = await stack.s3.send(
      new ListObjectVersionsCommand({ Bucket: stack.deliveriesBucket, ...from }),
    );
    const versions = [...(page.Versions ?? [])].reverse();
    for (const { Key = "", VersionId = "", Size = 0, LastModified } of versions) {
      found.push(arrivalOf({ key: Key, versionId: VersionId, size: Size, time: (LastModified ?? new Date(0)).toISOString() }));
    }
    from = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined;
  }
  return found.sort((a, b) => compare(a.key, b.key) || compare(a.receivedAt, b.receivedAt));
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly arrival: Arrival;
  /** Absent when a fault stopped the execution. */
  readonly record?: DeliveryRecord;
  /** Name and message of that fault. */
  readonly fault?: string;
}

/**
 * Runs ingest-delivery for every arrival that has no receipt yet, one after the other in the order of `arrivals`: the same input
 * gives the same receipts. What a crash left half done is taken up again. Gives the number of executions that failed by a fault.
 */
export async function processOutstanding(stack: Stack, onProgress: (progress: Progress) => void): Promise<number> {
  await stack.scanned();
  const outstanding: Arrival[] = [];
  for (const arrival of await arrivals(stack)) {
    const record = await stack.deliveries.find(arrival.body, arrival);
    if (record?.state !== "finished") outstanding.push(arrival);
  }
  let failed = 0;
  for (const [index, arrival] of outstanding.entries()) {
    const { executionArn } = await stack.workflows.start("ingest-delivery", objectCreated(arrival), executionName(arrival));
    const execution = await stack.workflows.wait(executionArn);
    const step = { done: index + 1, total: outstanding.length, arrival };
    if (execution.status !== "SUCCEEDED") {
      failed++;
      onProgress({ ...step, fault: faultOf(execution) });
      continue;
    }
    const record = await stack.deliveries.find(arrival.body, arrival);
    onProgress({ ...step, ...(record ? { record } : {}) });
  }
  return failed;
}

/** The cause of a failed function is what Lambda writes: JSON with its message, and a trace that tells a sender nothing. */
function faultOf({ error, cause, status }: Execution): string {
  const message = /^\{.*"errorMessage":("(?:[^"\\]|\\.)*")/.exec(cause ?? "")?.[1];
  return [error ?? status, message === undefined ? cause : JSON.parse(message)].filter(Boolean).join(": ");
}

/** Readable in a list: the file, and something to tell its executions apart. Step Functions takes at most 80 characters. */
const executionName = ({ key }: Arrival): string => `${key.replace(/[^A-Za-z0-9._-]/g, "_").slice(-60)}-${randomUUID().slice(0, 8)}`;

/** The event that S3 gives when a file arrives. */
const objectCreated = ({ key, versionId, size, receivedAt }: Arrival): ObjectCreated => ({
  time: receivedAt,
  detail: { object: { key, "version-id": versionId, size } },
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
