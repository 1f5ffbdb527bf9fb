import { S3Error } from "../errors.ts";
import { listPage } from "../list-page.ts";
import type { Operation } from "../operation.ts";
import { replyXml } from "../reply.ts";
import type { S3Request } from "../request.ts";
import { latestVersion } from "../store.ts";
import type { XmlNode } from "../xml.ts";

const mostKeys = 1000;

/** ListObjectsV2. */
export const listObjects: Operation = async ({ store, request, response }) => {
  const bucket = store.bucket(request.bucket);
  const token = request.query.get("continuation-token");
  const startAfter = request.query.get("start-after");
  const limit = readLimit(request, "max-keys");
  const prefix = request.query.get("prefix") ?? "";
  const delimiter = request.query.get("delimiter") ?? "";
  const page = listPage(bucket.keys.all(), {
    prefix,
    delimiter,
    after: token === undefined ? (startAfter ?? "") : readToken(token),
    limit,
    has: (key) => latestVersion(bucket, key)?.deleted === false,
  });
  const text = keyEncoding(request);
  const contents = page.keys.map((key): XmlNode => {
    const version = latestVersion(bucket, key)!;
    return [
      "Contents",
      [
        ["Key", text(key)],
        ["LastModified", new Date(version.lastModified).toISOString()],
        ["ETag", `"${version.etag}"`],
        ["Size", version.size],
        ["StorageClass", "STANDARD"],
      ],
    ];
  });
  replyXml(response, 200, [
    "ListBucketResult",
    [
      ["Name", bucket.name],
      ["Prefix", text(prefix)],
      ["Delimiter", delimiter === "" ? undefined : text(delimiter)],
      ["StartAfter", startAfter === undefined ? undefined : text(startAfter)],
      ["MaxKeys", limit],
      ["KeyCount", page.keys.length + page.prefixes.length],
      ["EncodingType", request.query.get("encoding-type")],
      ["ContinuationToken", token],
      ["IsTruncated", page.last !== undefined],
      ["NextContinuationToken", page.last === undefined ? undefined : writeToken(page.last)],
      ...contents,
      ...page.prefixes.map((common): XmlNode => ["CommonPrefixes", [["Prefix", text(common)]]]),
    ],
  ]);
};

/** ListObjectVersions: every version and delete marker, newest first within a key. */
export const listVersions: Operation = async ({ store, request, response }) => {
  const bucket = store.bucket(request.bucket);
  if (request.query.get("delimiter")) throw new S3Error("NotImplemented", "ListObjectVersions takes no delimiter here.");
  const limit = readLimit(request, "max-keys");
  const prefix = request.query.get("prefix") ?? "";
  const keyMarker = request.query.get("key-marker") ?? "";
  const versionMarker = request.query.get("version-id-marker");
  const text = keyEncoding(request);
  const entries: XmlNode[] = [];
  let next: XmlNode[] = [];
  const keys = bucket.keys.all();
  const markerKey = versionMarker !== undefined && bucket.versions.has(keyMarker) ? [keyMarker] : [];
  const { keys: later } = listPage(keys, { prefix, delimiter: "", after: keyMarker, limit: limit + 1, has: () => true });
  listing: for (const key of [...markerKey, ...later]) {
    const newestFirst = [...(bucket.versions.get(key) ?? [])].reverse();
    const seen = key === keyMarker ? newestFirst.findIndex((version) => version.versionId === versionMarker) + 1 : 0;
    for (const [place, version] of newestFirst.entries()) {
      if (place < seen) continue;
      if (entries.length === limit) {
        next = [
          ["NextKeyMarker", lastOf(entries, "Key")],
          ["NextVersionIdMarker", lastOf(entries, "VersionId")],
        ];
        break listing;
      }
      const described: XmlNode[] = [
        ["Key", text(key)],
        ["VersionId", version.versionId],
        ["IsLatest", place === 0],
        ["LastModified", new Date(version.lastModified).toISOString()],
      ];
      const content: XmlNode[] = [
        ["ETag", `"${version.etag}"`],
        ["Size", version.size],
        ["StorageClass", "STANDARD"],
      ];
      entries.push(version.deleted ? ["DeleteMarker", described] : ["Version", [...described, ...content]]);
    }
  }
  replyXml(response, 200, [
    "ListVersionsResult",
    [["Name", bucket.name], ["Prefix", text(prefix)], ["MaxKeys", limit], ["IsTruncated", next.length > 0], ...next, ...entries],
  ]);
};

function lastOf(entries: readonly XmlNode[], name: string): string {
  const content = entries.at(-1)?.[1];
  const found = Array.isArray(content) ? (content as readonly XmlNode[]).find(([child]) => child === name) : undefined;
  return String(found?.[1] ?? "");
}

function readLimit(request: S3Request, name: string): number {
  const text = request.query.get(name) ?? String(mostKeys);
  if (!/^\d{1,9}$/.test(text)) throw new S3Error("InvalidArgument", `${name} must be a whole number of 0 or more.`);
  return Math.min(Number(text), mostKeys);
}

function keyEncoding(request: S3Request): (key: string) => string {
  return request.query.get("encoding-type") === "url" ? (key) => encodeURIComponent(key).replaceAll("%2F", "/") : (key) => key;
}

function writeToken(last: string): string {
  return Buffer.from(last).toString("base64url");
}

function readToken(token: string): string {
  return Buffer.from(token, "base64url").toString("utf8");
}
