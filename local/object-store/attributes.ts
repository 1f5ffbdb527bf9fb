import type { IncomingHttpHeaders } from "node:http";
import { notImplemented, S3Error } from "./errors.ts";
import type { Attributes, Version } from "./model.ts";

const keptHeaders = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
  "x-amz-server-side-encryption",
  "x-amz-server-side-encryption-aws-kms-key-id",
  "x-amz-storage-class",
] as const;

/** Things that change what S3 does with an object and that this stand-in does not do. */
const refused =
  /^x-amz-(acl|tagging|tagging-directive|object-lock-.*|website-redirect-location|grant-.*|server-side-encryption-customer-.*|copy-source-if-.*|write-offset-bytes)$/;

/** 2 kB is the limit of S3 for user metadata: names and values together. */
const metadataLimit = 2048;

/** Reads what the headers of a write say about the object. Throws NotImplemented, MetadataTooLarge. */
export function readAttributes(source: IncomingHttpHeaders): Attributes {
  const headers: Record<string, string> = {};
  const metadata: Record<string, string> = {};
  let metadataSize = 0;
  for (const [name, value] of Object.entries(source)) {
    if (typeof value !== "string") continue;
    if (refused.test(name)) throw notImplemented(`the header ${name}`);
    if (!name.startsWith("x-amz-meta-")) continue;
    metadata[name.slice("x-amz-meta-".length)] = value;
    metadataSize += name.length - "x-amz-meta-".length + value.length;
  }
  if (metadataSize > metadataLimit) {
    throw new S3Error("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size.");
  }
  for (const name of keptHeaders) {
    const value = source[name];
    if (typeof value === "string" && value !== "") headers[name] = value;
  }
  const encoding = headers["content-encoding"]?.split(",").map((part) => part.trim());
  if (encoding?.includes("aws-chunked")) {
    // A manner of sending, not a property of the object.
    const kept = encoding.filter((part) => part !== "aws-chunked").join(",");
    if (kept) headers["content-encoding"] = kept;
    else delete headers["content-encoding"];
  }
  return { headers, metadata };
}

/** The headers of GET and HEAD that describe the whole object. */
export function describeVersion(version: Version): Record<string, string> {
  const described: Record<string, string> = {
    "accept-ranges": "bytes",
    "content-type": "binary/octet-stream",
    ...version.headers,
    etag: `"${version.etag}"`,
    "last-modified": new Date(version.lastModified).toUTCString(),
    "x-amz-version-id": version.versionId,
  };
  const tags = Object.keys(version.tags ?? {}).length;
  if (tags > 0) described["x-amz-tagging-count"] = String(tags);
  for (const [name, value] of Object.entries(version.metadata)) described[`x-amz-meta-${name}`] = value;
  return described;
}

/** Headers that repeat the checksum of an object. */
export function describeChecksum(version: Pick<Version, "checksum">): Record<string, string> {
  if (!version.checksum) return {};
  const { algorithm, value } = version.checksum;
  return { [`x-amz-checksum-${algorithm}`]: value, "x-amz-checksum-type": value.includes("-") ? "COMPOSITE" : "FULL_OBJECT" };
}
