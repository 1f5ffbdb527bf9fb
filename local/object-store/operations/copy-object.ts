import { readAttributes } from "../attributes.ts";
import { checkWriteConditions } from "../conditions.ts";
import { accessDenied, S3Error } from "../errors.ts";
import { findVersion } from "../find-version.ts";
import type { Operation } from "../operation.ts";
import { replyXml } from "../reply.ts";
import { header } from "../request.ts";
import { latestVersion } from "../store.ts";

export const copyObject: Operation = async ({ store, request, response, mayRead, created }) => {
  const { bucket, key } = request;
  const match = /^\/?([^/]+)\/(.+?)(?:\?versionId=([^&]+))?$/.exec(header(request, "x-amz-copy-source") ?? "");
  if (!match) throw new S3Error("InvalidArgument", "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
  const [, sourceBucket = "", sourceKey = "", versionId] = match;
  const source = findVersion(store.bucket(sourceBucket), decodeURIComponent(sourceKey), versionId);
  if (!mayRead(sourceBucket, source)) throw accessDenied();
  const given = readAttributes(request.headers);
  const attributes =
    header(request, "x-amz-metadata-directive") === "REPLACE" ? given : { headers: source.headers, metadata: source.metadata };
  checkWriteConditions(request, latestVersion(store.bucket(bucket), key));
  const { size, etag, checksum, data, tags } = source;
  store.files.retain(data);
  const version = store.addVersion(bucket, { key, ...attributes, size, etag, checksum, data, tags });
  const result = [
    ["ETag", `"${version.etag}"`],
    ["LastModified", new Date(version.lastModified).toISOString()],
  ] as const;
  replyXml(response, 200, ["CopyObjectResult", result], {
    "x-amz-version-id": version.versionId,
    "x-amz-copy-source-version-id": source.versionId,
  });
  created(bucket, version);
};
