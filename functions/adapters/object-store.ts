import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { BrokenInvariant } from "../../core/faults.ts";
import type { ObjectStore } from "../../core/ports.ts";
import { createSpool } from "./spool.ts";

/** One client per container. */
export const s3 = (): S3Client => new S3Client({});

/** A bucket as the core sees it. */
export function objectStore(client: S3Client, bucket: string): ObjectStore {
  async function stream(key: string, versionId?: string): Promise<Readable | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
      return Body as Readable;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  const find = async (key: string): Promise<Uint8Array | undefined> => {
    const body = await stream(key);
    return body ? collect(body) : undefined;
  };

  return {
    find,
    async open(key, versionId) {
      const body = await stream(key, versionId);
      if (!body) throw new BrokenInvariant(`${bucket} has no object under the key that a delivery refers to`);
      return body;
    },
    async read(key) {
      const content = await find(key);
      if (!content) throw new BrokenInvariant(`${bucket}/${key} is missing`);
      return content;
    },
    async write(key, content, contentType) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content, ContentType: contentType }));
    },
    async stream(key, contentType, produce) {
      const spool = createSpool();
      try {
        await produce(spool.write);
        const { bytes, path, length } = spool.end();
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: path ? createReadStream(path) : bytes,
            ContentLength: length,
            ContentType: contentType,
          }),
        );
      } finally {
        spool.discard();
      }
    },
  };
}

async function collect(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
