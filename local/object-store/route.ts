import { notImplemented, S3Error } from "./errors.ts";
import type { Operation } from "./operation.ts";
import * as buckets from "./operations/buckets.ts";
import { copyObject } from "./operations/copy-object.ts";
import { deleteObject, deleteObjects } from "./operations/delete-object.ts";
import { formPost } from "./operations/form-post.ts";
import { getObject } from "./operations/get-object.ts";
import { listObjects, listVersions } from "./operations/list-objects.ts";
import * as multipart from "./operations/multipart.ts";
import * as tagging from "./operations/object-tagging.ts";
import { putObject } from "./operations/put-object.ts";
import { header, type S3Request } from "./request.ts";

export interface Route {
  readonly operation: Operation;
  /** Where the signature is: on the request, or on the policy within the form (the operation checks it). */
  readonly signed: "request" | "policy";
}

/** Parameters that choose another operation on the same path. */
const subresources = new Set(
  (
    "accelerate acl analytics attributes cors delete encryption intelligent-tiering inventory legal-hold lifecycle location logging metrics " +
    "notification object-lock ownershipControls partNumber policy policyStatus publicAccessBlock replication requestPayment restore " +
    "retention select tagging torrent uploadId uploads versioning versions website"
  ).split(" "),
);

type Table = Readonly<Record<string, Operation>>;

const onService: Table = { GET: buckets.listBuckets };

const onBucket: Table = {
  PUT: buckets.createBucket,
  HEAD: buckets.headBucket,
  DELETE: buckets.deleteBucket,
  "GET ?location": buckets.bucketLocation,
  "GET ?versioning": buckets.bucketVersioning,
  "PUT ?versioning": buckets.setBucketVersioning,
  "GET ?versions": listVersions,
  "GET ?uploads": multipart.listUploads,
  "POST ?delete": deleteObjects,
};

const onObject: Table = {
  GET: getObject,
  HEAD: getObject,
  PUT: putObject,
  DELETE: deleteObject,
  "POST ?uploads": multipart.createUpload,
  "PUT ?partNumber&uploadId": multipart.uploadPart,
  "POST ?uploadId": multipart.completeUpload,
  "DELETE ?uploadId": multipart.abortUpload,
  "GET ?uploadId": multipart.listParts,
  "GET ?tagging": tagging.getTags,
  "PUT ?tagging": tagging.putTags,
  "DELETE ?tagging": tagging.deleteTags,
};

/** Finds the operation. Throws NotImplemented for everything that this stand-in does not do. */
export function route(request: S3Request): Route {
  const { method, bucket, key, query } = request;
  const chosen = [...query.keys()].filter((name) => subresources.has(name)).sort();
  const name = chosen.length === 0 ? method : `${method} ?${chosen.join("&")}`;
  if (method === "POST" && key === "" && header(request, "content-type")?.startsWith("multipart/form-data")) {
    return { operation: formPost, signed: "policy" };
  }
  if (key === "" && bucket !== "" && name === "GET" && query.get("list-type") === "2") return { operation: listObjects, signed: "request" };
  if (name === "PUT" && header(request, "x-amz-copy-source") !== undefined) return { operation: copyObject, signed: "request" };
  const table = bucket === "" ? onService : key === "" ? onBucket : onObject;
  const operation = table[name];
  if (operation) return { operation, signed: "request" };
  if (chosen.length === 0 && !["GET", "HEAD", "PUT", "POST", "DELETE"].includes(method)) {
    throw new S3Error("MethodNotAllowed", "The specified method is not allowed against this resource.");
  }
  throw notImplemented(`${name} on ${key !== "" ? "an object" : bucket !== "" ? "a bucket" : "the service"}`);
}
