import { createChunkedDecoder } from "./aws-chunked.ts";
import { type Checksum, createBodyDigest } from "./checksums.ts";
import { S3Error } from "./errors.ts";
import type { Extent } from "./model.ts";
import { header, type S3Request } from "./request.ts";
import type { Store } from "./store.ts";

/** A body that is on disk and that no object refers to yet. */
export interface ReceivedBody {
  readonly data: readonly Extent[];
  readonly size: number;
  /** MD5 of the bytes. */
  readonly md5: Buffer;
  readonly checksum?: Checksum;
}

/** 5 GB: beyond it S3 wants a multipart upload. */
const largestBody = 5 * 1024 ** 3;

/**
 * Takes the body of a request to disk, in pieces, and checks it against everything the request declares about it. Throws
 * EntityTooLarge, IncompleteBody, BadDigest, XAmzContentSHA256Mismatch; then nothing is left on disk.
 */
export async function receiveBody(request: S3Request, store: Store): Promise<ReceivedBody> {
  if (Number(header(request, "x-amz-decoded-content-length") ?? header(request, "content-length") ?? 0) > largestBody) {
    throw new S3Error("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.");
  }
  const digest = createBodyDigest((name) => header(request, name));
  const trailers = new Map<string, string>();
  let size = 0;
  const data = await store.files.write(
    (async function* () {
      for await (const chunk of contentOf(request, trailers)) {
        size += chunk.length;
        digest.update(chunk);
        yield chunk;
      }
    })(),
  );
  try {
    return { data, size, ...digest.finish(trailers) };
  } catch (error) {
    store.files.release(data);
    throw error;
  }
}

/** Reads a small body, such as an XML list. Throws EntityTooLarge beyond `limit` bytes and everything that `receiveBody` throws. */
export async function readText(request: S3Request, limit = 2 * 1024 * 1024): Promise<string> {
  const digest = createBodyDigest((name) => header(request, name));
  const trailers = new Map<string, string>();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of contentOf(request, trailers)) {
    size += chunk.length;
    if (size > limit) throw new S3Error("EntityTooLarge", "The request body is too large.");
    digest.update(chunk);
    chunks.push(chunk);
  }
  digest.finish(trailers);
  return Buffer.concat(chunks).toString("utf8");
}

async function* contentOf(request: S3Request, trailers: Map<string, string>): AsyncGenerator<Buffer> {
  // The connection stays open when we stop early: the client must get to read why.
  const wire: AsyncIterable<Buffer> = request.message.iterator({ destroyOnReturn: false });
  const chunked =
    header(request, "content-encoding")?.includes("aws-chunked") || header(request, "x-amz-content-sha256")?.startsWith("STREAMING-");
  if (!chunked) {
    yield* wire;
    return;
  }
  const decodedLength = header(request, "x-amz-decoded-content-length");
  const decoder = createChunkedDecoder(decodedLength === undefined ? undefined : Number(decodedLength));
  for await (const piece of wire) yield* decoder.push(piece);
  decoder.end();
  for (const [name, value] of decoder.trailers) trailers.set(name, value);
}
