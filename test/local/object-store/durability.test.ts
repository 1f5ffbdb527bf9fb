import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { afterEach, describe, expect, it } from "vitest";
import { developmentCredentials, developmentRegion } from "../../../local/object-store/credentials.ts";
import { type ObjectCreated, startObjectStore } from "../../../local/object-store/server.ts";
import { openStore } from "../../../local/object-store/store.ts";
import { startKillable } from "../killable.ts";

const Bucket = "deliveries";
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "objects-"));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  return folder;
};
const connect = (url: string): S3Client => {
  const client = new S3Client({ endpoint: url, region: developmentRegion, credentials: developmentCredentials, maxAttempts: 1 });
  cleanups.push(() => client.destroy());
  return client;
};
const open = async (folder: string, onCreated?: (event: ObjectCreated) => void): Promise<{ s3: S3Client; close(): Promise<void> }> => {
  const store = await startObjectStore({ folder, buckets: [Bucket], onCreated });
  let closed = false;
  const close = async () => {
    if (!closed) await store.close();
    closed = true;
  };
  cleanups.push(close);
  return { s3: connect(store.url), close };
};
const put = (s3: S3Client, Key: string, Body: string | Uint8Array) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const read = async (s3: S3Client, Key: string, VersionId?: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  return Buffer.from(await Body!.transformToByteArray());
};
const draft = (key: string, etag: string) => ({ key, etag, size: 0, data: [], headers: {}, metadata: {} });
const dataFiles = (folder: string) => readdirSync(join(folder, "data")).length;

describe("a process that is killed", () => {
  it.each([1, 12, 40])("after %i answers leaves every object that was acknowledged, whole, and none by halves", async (answers) => {
    const folder = newFolder();
    const first = await startKillable("test/local/object-store/store-process.ts", folder);
    const writing = connect(first.url);
    const acknowledged = new Map<string, string>();
    /** Content says of itself whether it is whole. */
    const content = (n: number, size: number) => {
      const bytes = Buffer.alloc(size, `${n};`);
      return Buffer.concat([createHash("sha256").update(bytes).digest(), bytes]);
    };
    let left = answers;
    let kill = (): void => {};
    const enough = new Promise<void>((resolve) => {
      kill = resolve;
    });
    const writer = async (size: number) => {
      for (let n = 0; ; n++) {
        // The same few keys again and again: a kill may fall between the old and the new.
        const key = `${size}/${n % 3}`;
        await put(writing, key, content(n, size));
        acknowledged.set(key, String(n));
        if (--left === 0) kill();
      }
    };
    const writers = Promise.allSettled([100, 5000, 600_000].map(writer));
    await enough;
    await first.kill();
    await writers;

    const { s3 } = await open(folder);
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    const found = new Map<string, number>();
    for (const { Key = "", Size } of Contents) {
      const bytes = await read(s3, Key);
      expect(bytes.length).toBe(Size);
      expect(createHash("sha256").update(bytes.subarray(32)).digest().equals(bytes.subarray(0, 32))).toBe(true);
      found.set(Key, Number(bytes.subarray(32).toString().split(";")[0]));
    }
    for (const [key, n] of acknowledged) expect(found.get(key)).toBeGreaterThanOrEqual(Number(n));
  });

  it("while it wrote its ledger loses only what was not acknowledged", async () => {
    const folder = newFolder();
    const before = await open(folder);
    await put(before.s3, "ciio/q3.csv", "whole");
    await before.close();
    const ledger = join(folder, "ledger.jsonl");
    appendFileSync(ledger, '{"op":"version","bucket":"deliveries","version":{"key":"ciio/q4.c');
    const after = await open(folder);
    await put(after.s3, "ciio/q5.csv", "later");
    await after.close();
    const again = await open(folder);
    const { Contents } = await again.s3.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents?.map((entry) => entry.Key)).toEqual(["ciio/q3.csv", "ciio/q5.csv"]);
    expect((await read(again.s3, "ciio/q5.csv")).toString()).toBe("later");
  });

  it("leaves no bytes behind that nothing refers to", async () => {
    const folder = newFolder();
    const before = await open(folder);
    await put(before.s3, "large", Buffer.alloc(300_000));
    await before.close();
    writeFileSync(join(folder, "data", "left-over"), "bytes of an upload that never ended");
    expect(dataFiles(folder)).toBe(2);
    await open(folder);
    expect(dataFiles(folder)).toBe(1);
  });

  it("goes on with a multipart upload after a restart", async () => {
    const folder = newFolder();
    const Key = "ciio/large.csv";
    const before = await open(folder);
    const { UploadId } = await before.s3.send(new CreateMultipartUploadCommand({ Bucket, Key, Metadata: { body: "ciio" } }));
    const { ETag } = await before.s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: "part" }));
    await before.close();
    const after = await open(folder);
    const Parts = [{ ETag, PartNumber: 1 }];
    await after.s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
    expect((await read(after.s3, Key)).toString()).toBe("part");
  });
});

describe("versions on disk", () => {
  it("survive a restart with their order, their metadata and their delete markers", async () => {
    const folder = newFolder();
    const before = await open(folder);
    const { VersionId } = await put(before.s3, "figures.csv", "one");
    await put(before.s3, "figures.csv", "two");
    await put(before.s3, "gone.csv", "x");
    await before.s3.send(new DeleteObjectCommand({ Bucket, Key: "gone.csv" }));
    const listing = async (s3: S3Client) => {
      const { Versions, DeleteMarkers } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
      return { Versions, DeleteMarkers };
    };
    const expected = await listing(before.s3);
    await before.close();
    const after = await open(folder);
    expect(await listing(after.s3)).toEqual(expected);
    expect((await read(after.s3, "figures.csv", VersionId)).toString()).toBe("one");
    await expect(read(after.s3, "gone.csv")).rejects.toMatchObject({ name: "NoSuchKey" });
  });

  it("are bounded: beside the current one, the last hundred are kept", () => {
    const store = openStore(newFolder());
    store.createBucket(Bucket);
    const versions = Array.from({ length: 102 }, (_, n) => store.addVersion(Bucket, draft("often", String(n))));
    const kept = store
      .bucket(Bucket)
      .versions.get("often")
      ?.map((version) => version.versionId);
    expect(kept).toEqual(versions.slice(1).map((version) => version.versionId));
    store.close();
  });

  it("leave the disk when they are removed for good", async () => {
    const folder = newFolder();
    const { s3 } = await open(folder);
    const { VersionId } = await put(s3, "large", Buffer.alloc(300_000));
    expect(dataFiles(folder)).toBe(1);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "large", VersionId }));
    expect(dataFiles(folder)).toBe(0);
  });

  it.each([10, 300_000])("of %i bytes that were copied stay with the copy when the source is removed for good", async (size) => {
    const folder = newFolder();
    const { s3, close } = await open(folder);
    const { VersionId } = await put(s3, "source", Buffer.alloc(size, 7));
    await s3.send(new CopyObjectCommand({ Bucket, Key: "copy", CopySource: `${Bucket}/source` }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "source", VersionId }));
    await close();
    const after = await open(folder);
    expect((await read(after.s3, "copy")).equals(Buffer.alloc(size, 7))).toBe(true);
  });

  it("do not keep the ledger growing: what is history is left out at the next start", () => {
    const folder = newFolder();
    const before = openStore(folder);
    before.createBucket(Bucket);
    for (let n = 0; n < 700; n++) before.purge(Bucket, before.addVersion(Bucket, draft("again", String(n))));
    const kept = before.addVersion(Bucket, draft("kept", "kept"));
    before.close();
    const lines = () => readFileSync(join(folder, "ledger.jsonl"), "utf8").split("\n").length - 1;
    expect(lines()).toBe(1 + 1400 + 1);
    const after = openStore(folder);
    expect(lines()).toBe(2);
    expect([...after.bucket(Bucket).versions]).toEqual([["kept", [kept]]]);
    after.close();
  });
});

describe("an object that was created", () => {
  it("is told to who listens, with what S3 tells EventBridge", async () => {
    const events: ObjectCreated[] = [];
    const { s3 } = await open(newFolder(), (event) => events.push(event));
    const first = await put(s3, "ciio/Rapport é 1.csv", "12345");
    const second = await put(s3, "ciio/Rapport é 1.csv", "123456");
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "ciio/Rapport é 1.csv" }));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(events).toEqual([
      {
        bucket: Bucket,
        key: "ciio/Rapport é 1.csv",
        versionId: first.VersionId,
        size: 5,
        etag: first.ETag?.replaceAll('"', ""),
        eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
      },
      expect.objectContaining({ versionId: second.VersionId, size: 6 }),
    ]);
    expect(events[1]!.sequencer > events[0]!.sequencer).toBe(true);
  });
});
