import { S3Error } from "./errors.ts";
import type { Version } from "./model.ts";
import { header, type S3Request } from "./request.ts";

/**
 * If-Match and friends on GET and HEAD. Throws NotModified, PreconditionFailed.
 *
 * Source: RFC 9110 13.2.2 and the S3 API reference: If-Match wins over If-Unmodified-Since, If-None-Match over If-Modified-Since.
 */
export function checkReadConditions(request: S3Request, version: Version): void {
  const ifMatch = header(request, "if-match");
  const ifNoneMatch = header(request, "if-none-match");
  const unmodifiedSince = Date.parse(header(request, "if-unmodified-since") ?? "");
  const modifiedSince = Date.parse(header(request, "if-modified-since") ?? "");
  // HTTP dates have whole seconds.
  const lastModified = Math.floor(version.lastModified / 1000) * 1000;
  if (ifMatch !== undefined) {
    if (!lists(ifMatch, version.etag)) throw preconditionFailed("If-Match");
  } else if (lastModified > unmodifiedSince) throw preconditionFailed("If-Unmodified-Since");
  if (ifNoneMatch !== undefined) {
    if (lists(ifNoneMatch, version.etag)) throw notModified(version);
  } else if (lastModified <= modifiedSince) throw notModified(version);
}

/**
 * If-None-Match: * and If-Match on a write, against the object that is there now. To be called in the same turn as the write.
 * Throws PreconditionFailed, NoSuchKey.
 */
export function checkWriteConditions(request: S3Request, latest: Version | undefined): void {
  const current = latest?.deleted ? undefined : latest;
  const ifNoneMatch = header(request, "if-none-match");
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch !== "*") throw new S3Error("NotImplemented", "If-None-Match on a write takes only *.");
    if (current) throw preconditionFailed("If-None-Match");
  }
  const ifMatch = header(request, "if-match");
  if (ifMatch === undefined) return;
  if (!current) throw new S3Error("NoSuchKey", "The specified key does not exist.");
  if (!lists(ifMatch, current.etag)) throw preconditionFailed("If-Match");
}

function lists(condition: string, etag: string): boolean {
  return condition.split(",").some((entry) => {
    const given = entry.trim();
    return given === "*" || given === etag || given === `"${etag}"`;
  });
}

function preconditionFailed(condition: string): S3Error {
  return new S3Error("PreconditionFailed", `At least one of the pre-conditions you specified did not hold: ${condition}`);
}

function notModified(version: Version): S3Error {
  return new S3Error("NotModified", "Not modified", { etag: `"${version.etag}"`, "x-amz-version-id": version.versionId });
}
