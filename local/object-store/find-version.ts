import { S3Error } from "./errors.ts";
import type { Version } from "./model.ts";
import { type Bucket, latestVersion } from "./store.ts";

/**
 * The version that a reader asks for: the named one, or the current one. Throws NoSuchKey, NoSuchVersion, InvalidArgument, and
 * MethodNotAllowed for a delete marker that is asked for by its id.
 */
export function findVersion(bucket: Bucket, key: string, versionId: string | undefined): Version {
  if (versionId === undefined) {
    const latest = latestVersion(bucket, key);
    if (!latest) throw new S3Error("NoSuchKey", "The specified key does not exist.");
    if (!latest.deleted) return latest;
    throw new S3Error("NoSuchKey", "The specified key does not exist.", {
      "x-amz-delete-marker": "true",
      "x-amz-version-id": latest.versionId,
    });
  }
  if (!/^[\w-]{32}$/.test(versionId)) throw new S3Error("InvalidArgument", "Invalid version id specified");
  const version = bucket.versions.get(key)?.find((candidate) => candidate.versionId === versionId);
  if (!version) throw new S3Error("NoSuchVersion", "The specified version does not exist.");
  if (version.deleted) {
    throw new S3Error("MethodNotAllowed", "The specified method is not allowed against this resource.", { "x-amz-delete-marker": "true" });
  }
  return version;
}
