import { randomBytes } from "node:crypto";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  ListPartsCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { describe, expect } from "vitest";
import type { UnderContract } from "./signed-requests.contract.ts";

/** The part of the contract that is about uploads in parts. */
export function multipartUploads({ bucket, client, holds, read }: UnderContract): void {
  describe("multipart uploads", () => {
    const partSize = 5 * 1024 * 1024;

    holds("joins the parts, which can be read as one and in ranges over their seams", async () => {
      const bytes = randomBytes(2 * partSize + 1234);
      const Key = "parts/joined";
      const { UploadId } = await client().send(new CreateMultipartUploadCommand({ Bucket: bucket, Key, ContentType: "text/csv" }));
      const Parts = [];
      for (const [i, start] of [0, partSize, 2 * partSize].entries()) {
        const Body = bytes.subarray(start, start + partSize);
        const { ETag } = await client().send(new UploadPartCommand({ Bucket: bucket, Key, UploadId, PartNumber: i + 1, Body }));
        Parts.push({ ETag, PartNumber: i + 1 });
      }
      const listed = await client().send(new ListPartsCommand({ Bucket: bucket, Key, UploadId }));
      expect(listed.Parts?.map((part) => [part.PartNumber, part.Size])).toEqual([
        [1, partSize],
        [2, partSize],
        [3, 1234],
      ]);
      await expect(read(Key)).rejects.toMatchObject({ name: "NoSuchKey" });
      const { ETag } = await client().send(
        new CompleteMultipartUploadCommand({ Bucket: bucket, Key, UploadId, MultipartUpload: { Parts } }),
      );
      expect(ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
      expect((await read(Key)).equals(bytes)).toBe(true);
      const seam = await read(Key, { Range: `bytes=${partSize - 10}-${partSize + 9}` });
      expect(seam.equals(bytes.subarray(partSize - 10, partSize + 10))).toBe(true);
      const head = await client().send(new HeadObjectCommand({ Bucket: bucket, Key }));
      expect(head).toMatchObject({ ContentType: "text/csv", ContentLength: bytes.length });
    });

    const startRefused = async () => {
      const Key = "parts/refused";
      const { UploadId } = await client().send(new CreateMultipartUploadCommand({ Bucket: bucket, Key }));
      const part = async (PartNumber: number) =>
        (await client().send(new UploadPartCommand({ Bucket: bucket, Key, UploadId, PartNumber, Body: `part ${PartNumber}` }))).ETag;
      const complete = (Parts: { ETag?: string; PartNumber: number }[]) =>
        client().send(new CompleteMultipartUploadCommand({ Bucket: bucket, Key, UploadId, MultipartUpload: { Parts } }));
      const abort = () => client().send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
      return { part, complete, abort };
    };

    holds("refuses parts that are unknown or too small", async () => {
      const { part, complete } = await startRefused();
      const [one, two] = [await part(1), await part(2)];
      await expect(complete([{ ETag: one, PartNumber: 3 }])).rejects.toMatchObject({ name: "InvalidPart" });
      await expect(complete([{ ETag: two, PartNumber: 1 }])).rejects.toMatchObject({ name: "InvalidPart" });
      const both = [
        { ETag: one, PartNumber: 1 },
        { ETag: two, PartNumber: 2 },
      ];
      await expect(complete(both)).rejects.toMatchObject({ name: "EntityTooSmall" });
    });

    holds("refuses a part of an upload that was aborted", async () => {
      const { part, abort } = await startRefused();
      await abort();
      await expect(part(1)).rejects.toMatchObject({ name: "NoSuchUpload" });
    });

    holds("refuses parts that are out of order", async () => {
      const { part, complete } = await startRefused();
      const [one, two] = [await part(1), await part(2)];
      const backwards = [
        { ETag: two, PartNumber: 2 },
        { ETag: one, PartNumber: 1 },
      ];
      await expect(complete(backwards)).rejects.toMatchObject({ name: "InvalidPartOrder" });
    });
  });
}
