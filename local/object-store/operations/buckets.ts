import { readText } from "../body.ts";
import { notImplemented, S3Error } from "../errors.ts";
import type { Operation } from "../operation.ts";
import { replyEmpty, replyXml } from "../reply.ts";
import { childText, readXml } from "../xml.ts";

export const listBuckets: Operation = async ({ store, response }) => {
  const buckets = store.buckets().map(
    (bucket) =>
      [
        "Bucket",
        [
          ["Name", bucket.name],
          ["CreationDate", new Date(bucket.createdAt).toISOString()],
        ],
      ] as const,
  );
  replyXml(response, 200, [
    "ListAllMyBucketsResult",
    [
      ["Owner", [["ID", "local"]]],
      ["Buckets", buckets],
    ],
  ]);
};

export const createBucket: Operation = async ({ store, request, response }) => {
  await readText(request);
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(request.bucket)) {
    throw new S3Error("InvalidBucketName", "The specified bucket is not valid: 3 to 63 lower-case letters, digits, points and hyphens.");
  }
  if (store.buckets().some((bucket) => bucket.name === request.bucket)) {
    throw new S3Error("BucketAlreadyOwnedByYou", "The bucket you tried to create already exists, and you own it.");
  }
  store.createBucket(request.bucket);
  replyEmpty(response, 200, { location: `/${request.bucket}` });
};

export const headBucket: Operation = async ({ store, request, response, region }) => {
  store.bucket(request.bucket);
  replyEmpty(response, 200, { "x-amz-bucket-region": region });
};

export const deleteBucket: Operation = async ({ store, request, response }) => {
  if (store.bucket(request.bucket).versions.size > 0) {
    throw new S3Error("BucketNotEmpty", "The bucket you tried to delete is not empty. You must delete all versions in the bucket.");
  }
  store.removeBucket(request.bucket);
  replyEmpty(response, 204);
};

export const bucketLocation: Operation = async ({ store, request, response, region }) => {
  store.bucket(request.bucket);
  replyXml(response, 200, ["LocationConstraint", region]);
};

export const bucketVersioning: Operation = async ({ store, request, response }) => {
  store.bucket(request.bucket);
  replyXml(response, 200, ["VersioningConfiguration", [["Status", "Enabled"]]]);
};

export const setBucketVersioning: Operation = async ({ store, request, response }) => {
  store.bucket(request.bucket);
  const status = childText(readXml(await readText(request)), "Status");
  if (status !== "Enabled") throw notImplemented("buckets without versions");
  replyEmpty(response, 200);
};
