import { createCsvReader } from "../../core/intake/reading/csv.ts";
import { type ReadFormat, unknownFormat } from "../../core/intake/reading/format.ts";
import { defaultLimits, type ReadingLimits } from "../../core/intake/reading/limits.ts";
import { oleProblem } from "../../core/intake/reading/ole.ts";
import { readingProblem } from "../../core/intake/reading/problems.ts";
import { recognise, SIGNATURE_BYTES } from "../../core/intake/reading/signature.ts";
import type { TableReceiver } from "../../core/intake/types.ts";
import { readWorkbookInWorker } from "./workbook.ts";

/**
 * Reads a delivered file, CSV or XLSX as its bytes say, into the receiver. Whatever the sender wrote becomes a row or a problem, never an
 * error; it rejects only when the source fails or the receiver throws. At a fatal problem the rest of the source is not read.
 */
export async function readDelivery(
  source: AsyncIterable<Uint8Array>,
  receiver: TableReceiver,
  limits: Partial<ReadingLimits> = {},
): Promise<ReadFormat> {
  const allowed = { ...defaultLimits, ...limits };
  const chunks = source[Symbol.asyncIterator]();
  try {
    const head = await readHead(chunks);
    const signature = recognise(head.bytes);
    if (signature !== "zip" && signature !== "ole") return await readCsv(head, chunks, receiver, allowed);
    const whole = await readWhole(head, chunks, allowed.workbookBytes);
    if (whole === null) {
      receiver.problem(readingProblem("WORKBOOK_TOO_LARGE", { limit: allowed.workbookBytes, what: "bytes" }));
      return unknownFormat;
    }
    if (signature === "zip") return await readWorkbookInWorker(whole, receiver, allowed);
    receiver.problem(oleProblem(whole));
    return unknownFormat;
  } finally {
    await chunks.return?.();
  }
}

interface Head {
  readonly bytes: Uint8Array;
  readonly ended: boolean;
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Head> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < SIGNATURE_BYTES) {
    const next = await chunks.next();
    if (next.done) return { bytes: Buffer.concat(parts), ended: true };
    parts.push(next.value);
    length += next.value.length;
  }
  return { bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts), ended: false };
}

async function readCsv(head: Head, chunks: AsyncIterator<Uint8Array>, receiver: TableReceiver, limits: ReadingLimits): Promise<ReadFormat> {
  const reader = createCsvReader(receiver, limits);
  let wantsMore = reader.write(head.bytes);
  let ended = head.ended;
  while (wantsMore && !ended) {
    const next = await chunks.next();
    if (next.done) ended = true;
    else wantsMore = reader.write(next.value);
  }
  return reader.end();
}

/** The whole file in a buffer of its own, or null if it is too large. */
async function readWhole(head: Head, chunks: AsyncIterator<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts = [head.bytes];
  let length = head.bytes.length;
  let ended = head.ended;
  while (!ended) {
    if (length > limit) return null;
    const next = await chunks.next();
    if (next.done) ended = true;
    else {
      parts.push(next.value);
      length += next.value.length;
    }
  }
  if (length > limit) return null;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
