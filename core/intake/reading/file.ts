import type { TableReceiver } from "../types.ts";
import { createCsvReader } from "./csv.ts";
import { type ReadFormat, unknownFormat } from "./format.ts";
import type { ReadingLimits } from "./limits.ts";
import { oleProblem } from "./ole.ts";
import { readingProblem } from "./problems.ts";
import { recognise, SIGNATURE_BYTES } from "./signature.ts";

/** Reads a whole workbook into the receiver; where it does so is the caller's affair, as it blocks. `bytes` is its own to keep or move. */
export type WorkbookReader = (
  bytes: Uint8Array<ArrayBuffer>,
  receiver: TableReceiver,
  limits: ReadingLimits,
) => ReadFormat | Promise<ReadFormat>;

/**
 * Reads a delivered file, CSV or XLSX as its bytes say, into the receiver. Whatever the sender wrote becomes a row or a problem, never an
 * error; it rejects only when the source fails or the receiver throws. At a fatal problem the rest of the source is not read.
 */
export async function readFile(
  source: AsyncIterable<Uint8Array>,
  receiver: TableReceiver,
  readWorkbook: WorkbookReader,
  limits: ReadingLimits,
): Promise<ReadFormat> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    const head = await readHead(chunks);
    const signature = recognise(head.bytes);
    if (signature !== "zip" && signature !== "ole") return await readCsv(head, chunks, receiver, limits);
    const whole = await readWhole(head, chunks, limits.workbookBytes);
    if (whole === null) {
      receiver.problem(readingProblem("WORKBOOK_TOO_LARGE", { limit: limits.workbookBytes, what: "bytes" }));
      return unknownFormat;
    }
    if (signature === "zip") return await readWorkbook(whole, receiver, limits);
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
    if (next.done) return { bytes: joined(parts, length), ended: true };
    parts.push(next.value);
    length += next.value.length;
  }
  return { bytes: parts.length === 1 ? parts[0]! : joined(parts, length), ended: false };
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
  return length > limit ? null : joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
