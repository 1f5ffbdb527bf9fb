import { createHash } from "node:crypto";
import { describeChecksum, readAttributes } from "../attributes.ts";
import { readText, receiveBody } from "../body.ts";
import { type Checksum, compositeChecksum } from "../checksums.ts";
import { checkWriteConditions } from "../conditions.ts";
import { notImplemented, S3Error } from "../errors.ts";
import type { Part } from "../model.ts";
import type { Operation } from "../operation.ts";
import { replyEmpty, replyXml } from "../reply.ts";
import { header, type S3Request } from "../request.ts";
import { latestVersion } from "../store.ts";
import { childText, readXml, type XmlElement, type XmlNode } from "../xml.ts";

/** Every part but the last has at least 5 MB. */
const smallestPart = 5 * 1024 * 1024;
const mostParts = 10_000;

export const createUpload: Operation = async ({ store, request, response }) => {
  const { bucket, key } = request;
  store.bucket(bucket);
  const attributes = readAttributes(request.headers);
  await readText(request);
  const { uploadId } = store.startUpload({ bucket, key, ...attributes });
  replyXml(response, 200, [
    "InitiateMultipartUploadResult",
    [
      ["Bucket", bucket],
      ["Key", key],
      ["UploadId", uploadId],
    ],
  ]);
};

export const uploadPart: Operation = async ({ store, request, response }) => {
  const { bucket, key } = request;
  store.bucket(bucket);
  if (header(request, "x-amz-copy-source") !== undefined) throw notImplemented("UploadPartCopy");
  const uploadId = uploadIdOf(request);
  const number = Number(request.query.get("partNumber"));
  if (!Number.isInteger(number) || number < 1 || number > mostParts) {
    throw new S3Error("InvalidArgument", `Part number must be an integer between 1 and ${mostParts}, inclusive`);
  }
  store.upload(bucket, key, uploadId);
  const { data, size, md5, checksum } = await receiveBody(request, store);
  let part: Part;
  try {
    // The upload may have been aborted while the part came in.
    store.upload(bucket, key, uploadId);
    part = store.addPart(uploadId, { number, etag: md5.toString("hex"), size, checksum, data });
  } catch (error) {
    store.files.release(data);
    throw error;
  }
  replyEmpty(response, 200, { etag: `"${part.etag}"`, ...describeChecksum(part) });
};

export const completeUpload: Operation = async ({ store, request, response, created }) => {
  const { bucket, key } = request;
  store.bucket(bucket);
  const document = readXml(await readText(request));
  const { upload, parts } = store.upload(bucket, key, uploadIdOf(request));
  const chosen = chooseParts(document, parts);
  checkWriteConditions(request, latestVersion(store.bucket(bucket), key));
  const { headers, metadata } = upload;
  const version = store.addVersion(
    bucket,
    {
      key,
      headers,
      metadata,
      etag: `${createHash("md5")
        .update(Buffer.from(chosen.map((part) => part.etag).join(""), "hex"))
        .digest("hex")}-${chosen.length}`,
      size: chosen.reduce((sum, part) => sum + part.size, 0),
      checksum: compositeChecksum(chosen.map((part) => part.checksum).filter((sum): sum is Checksum => sum !== undefined)),
      data: chosen.flatMap((part) => part.data),
    },
    upload,
  );
  const result = [
    ["Bucket", bucket],
    ["Key", key],
    ["ETag", `"${version.etag}"`],
  ] as const;
  replyXml(response, 200, ["CompleteMultipartUploadResult", result], { "x-amz-version-id": version.versionId });
  created(bucket, version);
};

export const abortUpload: Operation = async ({ store, request, response }) => {
  store.bucket(request.bucket);
  const { upload } = store.upload(request.bucket, request.key, uploadIdOf(request));
  store.abortUpload(upload.uploadId);
  replyEmpty(response, 204);
};

export const listParts: Operation = async ({ store, request, response }) => {
  store.bucket(request.bucket);
  const { upload, parts } = store.upload(request.bucket, request.key, uploadIdOf(request));
  const limit = Math.min(Number(request.query.get("max-parts") ?? 1000), 1000);
  const marker = Number(request.query.get("part-number-marker") ?? 0);
  const later = [...parts.values()].filter((part) => part.number > marker).sort((a, b) => a.number - b.number);
  const page = later.slice(0, limit);
  replyXml(response, 200, [
    "ListPartsResult",
    [
      ["Bucket", upload.bucket],
      ["Key", upload.key],
      ["UploadId", upload.uploadId],
      ["PartNumberMarker", marker],
      ["NextPartNumberMarker", page.at(-1)?.number ?? 0],
      ["MaxParts", limit],
      ["IsTruncated", later.length > page.length],
      ...page.map((part): XmlNode => {
        const described = [
          ["PartNumber", part.number],
          ["LastModified", new Date(part.lastModified).toISOString()],
        ] as const;
        return ["Part", [...described, ["ETag", `"${part.etag}"`], ["Size", part.size]]];
      }),
    ],
  ]);
};

export const listUploads: Operation = async ({ store, request, response }) => {
  const bucket = store.bucket(request.bucket);
  const prefix = request.query.get("prefix") ?? "";
  const uploads = store.uploads(bucket.name).filter((upload) => upload.key.startsWith(prefix));
  if (uploads.length > 1000) throw notImplemented("listing more than 1000 open uploads");
  replyXml(response, 200, [
    "ListMultipartUploadsResult",
    [
      ["Bucket", bucket.name],
      ["Prefix", prefix],
      ["IsTruncated", false],
      ...uploads.map((upload): XmlNode => {
        const initiated = new Date(upload.initiated).toISOString();
        return [
          "Upload",
          [
            ["Key", upload.key],
            ["UploadId", upload.uploadId],
            ["Initiated", initiated],
          ],
        ];
      }),
    ],
  ]);
};

function uploadIdOf(request: S3Request): string {
  return request.query.get("uploadId") ?? "";
}

function chooseParts(document: XmlElement, parts: ReadonlyMap<number, Part>): Part[] {
  const listed = document.children.filter((child) => child.name === "Part");
  if (listed.length === 0) throw new S3Error("MalformedXML", "The list of parts is empty.");
  const chosen: Part[] = [];
  for (const element of listed) {
    const number = Number(childText(element, "PartNumber"));
    if (number <= (chosen.at(-1)?.number ?? 0)) {
      throw new S3Error("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
    }
    const part = parts.get(number);
    if (!part || childText(element, "ETag")?.replaceAll('"', "") !== part.etag) {
      throw new S3Error("InvalidPart", `Part ${number} could not be found, or its entity tag does not match.`);
    }
    if (chosen.length > 0 && chosen.at(-1)!.size < smallestPart) {
      throw new S3Error(
        "EntityTooSmall",
        "Your proposed upload is smaller than the minimum allowed size: 5 MB for all parts but the last.",
      );
    }
    chosen.push(part);
  }
  return chosen;
}
