import { describeChecksum, readAttributes } from "../attributes.ts";
import { receiveBody } from "../body.ts";
import { checkWriteConditions } from "../conditions.ts";
import type { Version } from "../model.ts";
import type { Operation } from "../operation.ts";
import { replyEmpty } from "../reply.ts";
import { latestVersion } from "../store.ts";

export const putObject: Operation = async ({ store, request, response, created }) => {
  const { bucket, key } = request;
  store.bucket(bucket);
  const attributes = readAttributes(request.headers);
  const { data, size, md5, checksum } = await receiveBody(request, store);
  let version: Version;
  try {
    // No await between the condition and the write: two writers cannot both find the key free.
    checkWriteConditions(request, latestVersion(store.bucket(bucket), key));
    version = store.addVersion(bucket, { key, ...attributes, size, etag: md5.toString("hex"), checksum, data });
  } catch (error) {
    store.files.release(data);
    throw error;
  }
  replyEmpty(response, 200, { etag: `"${version.etag}"`, "x-amz-version-id": version.versionId, ...describeChecksum(version) });
  created(bucket, version);
};
