import { readText } from "../body.ts";
import { checkWriteConditions } from "../conditions.ts";
import { S3Error } from "../errors.ts";
import type { Operation } from "../operation.ts";
import { replyEmpty, replyXml } from "../reply.ts";
import { latestVersion, type Store } from "../store.ts";
import { childText, readXml, type XmlNode } from "../xml.ts";

/** Most keys of one DeleteObjects. */
const mostKeys = 1000;

export const deleteObject: Operation = async ({ store, request, response }) => {
  const { bucket, key } = request;
  if (request.headers["if-match"] !== undefined) checkWriteConditions(request, latestVersion(store.bucket(bucket), key));
  const deleted = remove(store, bucket, key, request.query.get("versionId"));
  replyEmpty(response, 204, {
    ...(deleted.versionId === undefined ? {} : { "x-amz-version-id": deleted.versionId }),
    ...(deleted.marker ? { "x-amz-delete-marker": "true" } : {}),
  });
};

export const deleteObjects: Operation = async ({ store, request, response }) => {
  store.bucket(request.bucket);
  const document = readXml(await readText(request));
  const objects = document.children.filter((child) => child.name === "Object");
  if (objects.length === 0 || objects.length > mostKeys) {
    throw new S3Error("MalformedXML", `DeleteObjects takes 1 to ${mostKeys} keys.`);
  }
  const quiet = childText(document, "Quiet") === "true";
  const results = objects.map((object): XmlNode => {
    const key = childText(object, "Key") ?? "";
    const asked = childText(object, "VersionId");
    try {
      const { versionId, marker } = remove(store, request.bucket, key, asked);
      const markerNodes: XmlNode[] = marker
        ? [
            ["DeleteMarker", true],
            ["DeleteMarkerVersionId", versionId],
          ]
        : [];
      return ["Deleted", [["Key", key], ["VersionId", asked], ...markerNodes]];
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      return [
        "Error",
        [
          ["Key", key],
          ["VersionId", asked],
          ["Code", error.code],
          ["Message", error.message],
        ],
      ];
    }
  });
  replyXml(response, 200, ["DeleteResult", quiet ? results.filter(([name]) => name === "Error") : results]);
};

/** Without a version id a delete marker hides the object; with one, that version goes for good. Both may happen twice. */
function remove(store: Store, bucketName: string, key: string, versionId: string | undefined): { versionId?: string; marker: boolean } {
  const bucket = store.bucket(bucketName);
  if (versionId === undefined) return { versionId: store.addDeleteMarker(bucketName, key).versionId, marker: true };
  if (!/^[\w-]{32}$/.test(versionId)) throw new S3Error("InvalidArgument", "Invalid version id specified");
  const version = bucket.versions.get(key)?.find((candidate) => candidate.versionId === versionId);
  if (version) store.purge(bucketName, version);
  return { versionId, marker: version?.deleted ?? false };
}
