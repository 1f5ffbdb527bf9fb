import {
  CopyObjectCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  PutObjectTaggingCommand,
} from "@aws-sdk/client-s3";
import { describe, expect } from "vitest";
import type { UnderContract } from "./signed-requests.contract.ts";

/** Tags of objects, by which the malware scan says what it found: of exactly one version. */
export function objectTags({ bucket, holds, put, client }: UnderContract): void {
  const tags = async (Key: string, VersionId?: string) => {
    const { TagSet = [] } = await client().send(new GetObjectTaggingCommand({ Bucket: bucket, Key, VersionId }));
    return Object.fromEntries(TagSet.map(({ Key: key = "", Value }) => [key, Value]));
  };
  const tag = (Key: string, given: Record<string, string>, VersionId?: string) =>
    client().send(
      new PutObjectTaggingCommand({
        Bucket: bucket,
        Key,
        VersionId,
        Tagging: { TagSet: Object.entries(given).map(([key, Value]) => ({ Key: key, Value })) },
      }),
    );

  describe("tags", () => {
    holds("an object has no tags until it is given some, and the last ones given are the ones it has", async () => {
      await put("tagged", "x");
      expect(await tags("tagged")).toEqual({});
      await tag("tagged", { a: "1", "b.c/d:e": "met = en @" });
      expect(await tags("tagged")).toEqual({ a: "1", "b.c/d:e": "met = en @" });
      await tag("tagged", { d: "" });
      expect(await tags("tagged")).toEqual({ d: "" });
      await client().send(new DeleteObjectTaggingCommand({ Bucket: bucket, Key: "tagged" }));
      expect(await tags("tagged")).toEqual({});
    });

    holds("tags belong to one version: a newer version has none of them, and the older one keeps its own", async () => {
      const first = await put("tagged/versions", "one");
      await tag("tagged/versions", { scan: "clean" });
      const second = await put("tagged/versions", "two");
      expect(await tags("tagged/versions")).toEqual({});
      await tag("tagged/versions", { scan: "late" }, first.VersionId);
      expect(await tags("tagged/versions", first.VersionId)).toEqual({ scan: "late" });
      expect(await tags("tagged/versions", second.VersionId)).toEqual({});
    });

    holds("tagging leaves bytes, entity tag and version as they are", async () => {
      const stored = await put("tagged/same", "same");
      await tag("tagged/same", { a: "1" });
      const { Body, ETag, VersionId, TagCount } = await client().send(new GetObjectCommand({ Bucket: bucket, Key: "tagged/same" }));
      expect(await Body!.transformToString()).toBe("same");
      expect({ ETag, VersionId }).toEqual({ ETag: stored.ETag, VersionId: stored.VersionId });
      expect(TagCount).toBe(1);
    });

    holds("a copy has the tags of what it was copied from", async () => {
      await put("tagged/source", "x");
      await tag("tagged/source", { a: "1" });
      await client().send(new CopyObjectCommand({ Bucket: bucket, Key: "tagged/copy", CopySource: `${bucket}/tagged/source` }));
      expect(await tags("tagged/copy")).toEqual({ a: "1" });
    });

    holds("what is not there cannot be tagged, an object has ten tags at most, and a tag consists of ordinary characters", async () => {
      await expect(tag("tagged/absent", { a: "1" })).rejects.toMatchObject({ name: "NoSuchKey" });
      await expect(tags("tagged/absent")).rejects.toMatchObject({ name: "NoSuchKey" });
      await put("tagged/many", "x");
      const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`tag ${i}`, "x"]));
      await expect(tag("tagged/many", eleven)).rejects.toMatchObject({ name: "BadRequest" });
      await expect(tag("tagged/many", { "a & b": "x" })).rejects.toMatchObject({ name: "InvalidTag" });
      expect(await tags("tagged/many")).toEqual({});
    });
  });
}
