import { createHash, randomBytes, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from "@aws-sdk/client-s3";
import { beforeAll, describe, expect, it } from "vitest";
import { developmentCredentials, developmentRegion } from "../../local/object-store/credentials.ts";
import { multipartUploads } from "./multipart-uploads.contract.ts";
import { objectTags } from "./object-tags.contract.ts";
import { signedRequests } from "./signed-requests.contract.ts";

/**
 * Sentences of the contract that a store is known not to keep, each with the reason. They are run all the same and must fail: the
 * day that one holds, the run says so.
 */
export type Deviations = Readonly<Record<string, string>>;

/** Names that broke object stores before: they must come back exactly. */
const awkwardKeys = [
  "ciio/Rapportage Q3 – Groningen (définitief).csv",
  "a/../b/./c",
  "..",
  "plus+percent%20ampersand&question?hash#.xlsx",
  "quotes'\"<xml>&amp;",
  "slash//double//end/",
  "emoji-😀-and-\uff5e",
  "combining-e\u0301-and-\u00e9",
  `long/${"ë".repeat(509)}`,
];

/** The behaviour of S3 that the product leans on, told through the AWS SDK: every store that passes may stand in for it. */
export function objectStoreContract(name: string, endpoint: () => string, deviations: Deviations = {}): void {
  const holds = (sentence: string, test: () => Promise<void>): void => {
    const reason = deviations[sentence];
    if (reason === undefined) it(sentence, test);
    else it.fails(`does not hold for ${name} (${reason}): ${sentence}`, test);
  };

  describe(`the contract of the object store, kept by ${name}`, () => {
    const bucket = `contract-${randomUUID()}`;
    let s3: S3Client;

    beforeAll(async () => {
      // No forcePathStyle: an endpoint that is an IP address gets path style by itself, which is why our code need not know.
      s3 = new S3Client({ endpoint: endpoint(), region: developmentRegion, credentials: developmentCredentials, maxAttempts: 1 });
      await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: developmentRegion } }));
      await s3.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: "Enabled" } }));
    });

    const put = (Key: string, Body: PutObjectCommandInput["Body"], rest: Partial<PutObjectCommandInput> = {}) =>
      s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ...rest }));
    const read = async (Key: string, rest: { VersionId?: string; Range?: string } = {}) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key, ...rest }));
      return Buffer.from(await Body!.transformToByteArray());
    };
    const readText = async (Key: string) => (await read(Key)).toString("utf8");
    const keys = async (Prefix: string) => {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix }));
      return Contents.map((entry) => entry.Key);
    };

    describe("putting and getting", () => {
      it.each(awkwardKeys.map((key) => [key.slice(0, 50), key]))("gives back what was put under %j", async (_shown, key) => {
        await put(key, `content of ${key}`);
        expect(await readText(key)).toBe(`content of ${key}`);
      });

      holds("gives back every byte, an empty object and one larger than a buffer", async () => {
        const sizes = [0, 1, 65_535, 65_536, 262_144, 262_145, 3_000_000];
        for (const size of sizes) {
          const bytes = randomBytes(size);
          const { ETag } = await put("sizes", bytes);
          expect(ETag).toBe(`"${createHash("md5").update(bytes).digest("hex")}"`);
          expect((await read("sizes")).equals(bytes)).toBe(true);
        }
      });

      holds("takes a stream whose checksum follows as a trailer", async () => {
        const bytes = randomBytes(700_000);
        const pieces = Array.from({ length: 70 }, (_, i) => bytes.subarray(i * 10_000, (i + 1) * 10_000));
        await put("streamed", Readable.from(pieces), { ContentLength: bytes.length });
        expect((await read("streamed")).equals(bytes)).toBe(true);
        const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: "streamed" }));
        expect(head.ContentEncoding).toBeUndefined();
      });

      it.each(["CRC32", "CRC32C", "SHA1", "SHA256"] as const)("keeps and gives the checksum %s", async (ChecksumAlgorithm) => {
        const stored = await put("summed", "123456789", { ChecksumAlgorithm });
        const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: "summed", ChecksumMode: "ENABLED" }));
        // The check values of the two CRC catalogues: cbf43926 and e3069283.
        const crcs = { CRC32: "y/Q5Jg==", CRC32C: "4waSgw==" };
        const hash = (algorithm: string) => createHash(algorithm).update("123456789").digest("base64");
        const expected = { ...crcs, SHA1: hash("sha1"), SHA256: hash("sha256") }[ChecksumAlgorithm];
        expect(stored[`Checksum${ChecksumAlgorithm}`]).toBe(expected);
        expect(head[`Checksum${ChecksumAlgorithm}`]).toBe(expected);
      });

      holds("keeps the content type, the disposition and the metadata of the sender", async () => {
        await put("described", "x", {
          ContentType: "text/csv; charset=utf-8",
          ContentDisposition: 'attachment; filename="q3.csv"',
          CacheControl: "no-store",
          ContentEncoding: "gzip",
          Metadata: { body: "ciio", sha256: "abc" },
        });
        const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: "described" }));
        expect(head).toMatchObject({
          ContentType: "text/csv; charset=utf-8",
          ContentDisposition: 'attachment; filename="q3.csv"',
          CacheControl: "no-store",
          ContentEncoding: "gzip",
          ContentLength: 1,
          Metadata: { body: "ciio", sha256: "abc" },
        });
        expect(Math.abs(head.LastModified!.getTime() - Date.now())).toBeLessThan(60_000);
      });

      holds("gives the part that a range asks for", async () => {
        await put("ranged", "0123456789");
        const ask = async (Range: string) => {
          const { Body, ContentRange, ContentLength } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: "ranged", Range }));
          return [await Body!.transformToString(), ContentRange, ContentLength];
        };
        expect(await ask("bytes=2-4")).toEqual(["234", "bytes 2-4/10", 3]);
        expect(await ask("bytes=7-")).toEqual(["789", "bytes 7-9/10", 3]);
        expect(await ask("bytes=-2")).toEqual(["89", "bytes 8-9/10", 2]);
        expect(await ask("bytes=8-99")).toEqual(["89", "bytes 8-9/10", 2]);
        await expect(ask("bytes=10-")).rejects.toMatchObject({ name: "InvalidRange" });
      });

      holds("says NoSuchKey and NotFound for what is not there, NoSuchBucket for a bucket that is not", async () => {
        await expect(read("absent")).rejects.toMatchObject({ name: "NoSuchKey" });
        await expect(s3.send(new HeadObjectCommand({ Bucket: bucket, Key: "absent" }))).rejects.toMatchObject({ name: "NotFound" });
        const elsewhere = new GetObjectCommand({ Bucket: `absent-${randomUUID()}`, Key: "x" });
        await expect(s3.send(elsewhere)).rejects.toMatchObject({ name: "NoSuchBucket" });
      });

      holds("refuses a key of more than 1024 bytes", async () => {
        await expect(put("x".repeat(1025), "x")).rejects.toMatchObject({ name: "KeyTooLongError" });
      });
    });

    describe("checksums", () => {
      holds("refuses a body that is not what its checksum says", async () => {
        await expect(put("damaged", "abc", { ContentMD5: createHash("md5").update("abd").digest("base64") })).rejects.toMatchObject({
          name: "BadDigest",
        });
        await expect(put("damaged", "abc", { ChecksumCRC32: "AAAAAA==" })).rejects.toMatchObject({ name: "BadDigest" });
        await expect(read("damaged")).rejects.toMatchObject({ name: "NoSuchKey" });
      });
    });

    describe("conditions", () => {
      holds("lets only the first writer of a key win with If-None-Match: *", async () => {
        const key = `claim/${randomUUID()}`;
        await put(key, "first", { IfNoneMatch: "*" });
        await expect(put(key, "second", { IfNoneMatch: "*" })).rejects.toMatchObject({ name: "PreconditionFailed" });
        expect(await readText(key)).toBe("first");
      });

      holds("lets exactly one of many writers at once win", async () => {
        const key = `claim/${randomUUID()}`;
        const attempts = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => put(key, `writer ${i}`, { IfNoneMatch: "*" })));
        const winners = attempts.flatMap((attempt, i) => (attempt.status === "fulfilled" ? [i] : []));
        expect(winners).toHaveLength(1);
        expect(await readText(key)).toBe(`writer ${winners[0]}`);
      });

      holds("writes with If-Match only over the version that was read", async () => {
        const { ETag } = await put("matched", "one");
        await put("matched", "two", { IfMatch: ETag });
        await expect(put("matched", "three", { IfMatch: ETag })).rejects.toMatchObject({ name: "PreconditionFailed" });
        expect(await readText("matched")).toBe("two");
      });

      holds("answers a reader who has it already with 304 and a wrong expectation with 412", async () => {
        const { ETag } = await put("conditional", "x");
        const get = (rest: { IfMatch?: string; IfNoneMatch?: string; IfModifiedSince?: Date; IfUnmodifiedSince?: Date }) =>
          s3.send(new GetObjectCommand({ Bucket: bucket, Key: "conditional", ...rest }));
        await expect(get({ IfNoneMatch: ETag })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
        await expect(get({ IfModifiedSince: new Date(Date.now() + 1000) })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
        await expect(get({ IfMatch: '"0123"' })).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
        await expect(get({ IfUnmodifiedSince: new Date(0) })).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
        expect((await get({ IfMatch: ETag, IfNoneMatch: '"other"' })).ContentLength).toBe(1);
      });
    });

    describe("versions", () => {
      holds("keeps every version of a key, to be read by its id", async () => {
        const first = await put("versioned", "one");
        const second = await put("versioned", "two");
        expect(first.VersionId).not.toBe(second.VersionId);
        expect((await read("versioned", { VersionId: first.VersionId })).toString()).toBe("one");
        expect(await readText("versioned")).toBe("two");
        const { Versions } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: "versioned" }));
        expect(Versions?.map((version) => [version.VersionId, version.IsLatest])).toEqual([
          [second.VersionId, true],
          [first.VersionId, false],
        ]);
      });

      holds("hides an object behind a delete marker, whose removal brings it back", async () => {
        const { VersionId } = await put("hidden", "still there");
        const deleted = await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: "hidden" }));
        expect(deleted.DeleteMarker).toBe(true);
        await expect(read("hidden")).rejects.toMatchObject({ name: "NoSuchKey" });
        expect(await keys("hidden")).toEqual([]);
        expect((await read("hidden", { VersionId })).toString()).toBe("still there");
        await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: "hidden", VersionId: deleted.VersionId }));
        expect(await readText("hidden")).toBe("still there");
      });

      holds("lets a deleted key be claimed again", async () => {
        await put("reclaimed", "old");
        await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: "reclaimed" }));
        await put("reclaimed", "new", { IfNoneMatch: "*" });
        expect(await readText("reclaimed")).toBe("new");
      });

      holds("deletes many at once and says so of each", async () => {
        const names = Array.from({ length: 30 }, (_, i) => `many/<${i}> & more`);
        for (const key of names) await put(key, "x");
        const result = await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: names.map((Key) => ({ Key })) } }));
        expect(result.Deleted?.map((entry) => entry.Key)).toEqual(names);
        expect(await keys("many/")).toEqual([]);
      });
    });

    describe("listing", () => {
      beforeAll(async () => {
        const names = ["list/a", "list/b/1", "list/b/2", "list/b/3", "list/c", "list/d/1", "list/😀", "list/\uff5e", "listing"];
        await Promise.all(names.map((key) => put(key, key)));
      });

      holds("lists a prefix in the order of the bytes", async () => {
        const all = ["list/a", "list/b/1", "list/b/2", "list/b/3", "list/c", "list/d/1", "list/\uff5e", "list/😀"];
        expect(await keys("list/")).toEqual(all);
      });

      holds("folds what lies behind a delimiter", async () => {
        const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: "list/", Delimiter: "/" }));
        expect(page.Contents?.map((entry) => entry.Key)).toEqual(["list/a", "list/c", "list/\uff5e", "list/😀"]);
        expect(page.CommonPrefixes?.map((entry) => entry.Prefix)).toEqual(["list/b/", "list/d/"]);
      });

      it.each([1, 2, 3])("gives the same keys in pages of %i, once each", async (MaxKeys) => {
        const seen: (string | undefined)[] = [];
        let ContinuationToken: string | undefined;
        do {
          const page: { Contents?: { Key?: string }[]; CommonPrefixes?: { Prefix?: string }[]; NextContinuationToken?: string } =
            await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: "list/", Delimiter: "/", MaxKeys, ContinuationToken }));
          seen.push(...(page.Contents ?? []).map((entry) => entry.Key), ...(page.CommonPrefixes ?? []).map((entry) => entry.Prefix));
          ContinuationToken = page.NextContinuationToken;
        } while (ContinuationToken);
        expect(seen.sort()).toEqual(["list/a", "list/b/", "list/c", "list/d/", "list/\uff5e", "list/😀"].sort());
      });

      holds("starts after a key", async () => {
        const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: "list/", StartAfter: "list/b/2" }));
        expect(Contents?.[0]?.Key).toBe("list/b/3");
      });
    });

    multipartUploads({ bucket, holds, put, read, readText, keys, endpoint, client: () => s3 });

    objectTags({ bucket, holds, put, read, readText, keys, endpoint, client: () => s3 });

    describe("copying", () => {
      holds("copies an object with what is known about it, or with what the copy says", async () => {
        await put("copy/source é", "copied", { ContentType: "text/plain", Metadata: { from: "source" } });
        const CopySource = `${bucket}/${encodeURIComponent("copy/source é")}`;
        await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: "copy/same", CopySource }));
        const replaced = { MetadataDirective: "REPLACE", ContentType: "text/csv", Metadata: { from: "copy" } } as const;
        await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: "copy/changed", CopySource, ...replaced }));
        expect(await readText("copy/same")).toBe("copied");
        const head = async (Key: string) => s3.send(new HeadObjectCommand({ Bucket: bucket, Key }));
        expect(await head("copy/same")).toMatchObject({ ContentType: "text/plain", Metadata: { from: "source" } });
        expect(await head("copy/changed")).toMatchObject({ ContentType: "text/csv", Metadata: { from: "copy" } });
      });
    });

    signedRequests({ bucket, holds, put, read, readText, keys, endpoint, client: () => s3 });

    holds("reads a stream as it was written, piece by piece", async () => {
      const lines = Array.from({ length: 50_000 }, (_, i) => `${i};voldoet\r\n`).join("");
      await put("lines.csv", lines);
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: "lines.csv" }));
      expect((await text(Body as Readable)) === lines).toBe(true);
    });
  });
}
