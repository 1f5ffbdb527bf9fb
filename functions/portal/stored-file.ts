import type { Readable } from "node:stream";
import { GetObjectCommand, NoSuchKey, type S3Client } from "@aws-sdk/client-s3";
import { attachment } from "../../portal/attachment.ts";
import type { FileAt } from "./portal-data.ts";

/**
 * Bytes that an answer may have. A Lambda answers with 6 MB at most (6 291 556 bytes): in text every quote and line end takes two bytes there,
 * anything else four thirds (base64). Half of it fits however the client takes it, also without compression.
 */
export const MOST_ANSWERED = 3_000_000;

/** Long enough to follow a redirect, which a browser does at once; what has begun by then goes on. */
const SECONDS = 60;

/** Files of a bucket: the file itself, or for a large one an address that is signed with the rights of this function and names the file. */
export const filesIn =
  (client: S3Client, Bucket: string): FileAt =>
  async (Key, { name, contentType }) => {
    const object = await found(client, Bucket, Key);
    if (!object) return undefined;
    if (object.size <= MOST_ANSWERED) return { name, contentType, content: await collected(object.body) };
    object.body.destroy();
    // Read when somebody fetches a large file: most of what comes is pages.
    const { getSignedUrl } = await import("@aws-sdk/s3-request-presigner");
    const named = { Bucket, Key, ResponseContentDisposition: attachment(name), ResponseContentType: contentType };
    return { address: await getSignedUrl(client, new GetObjectCommand(named), { expiresIn: SECONDS }) };
  };

async function found(
  client: S3Client,
  Bucket: string,
  Key: string,
): Promise<{ readonly body: Readable; readonly size: number } | undefined> {
  try {
    const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return { body: Body as Readable, size: ContentLength };
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

async function collected(body: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
