import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { type DataFiles, openDataFiles } from "./data-files.ts";
import { S3Error } from "./errors.ts";
import { openLedger } from "./ledger.ts";
import type { Extent, LedgerRecord, Part, Tags, Upload, Version } from "./model.ts";
import { createSortedKeys, type SortedKeys } from "./sorted-keys.ts";

/** A bucket always keeps versions, as the deployed buckets do. */
export interface Bucket {
  readonly name: string;
  readonly createdAt: number;
  /** Versions per key, oldest first. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  /** Keys with any version. */
  readonly keys: SortedKeys;
}

/** What a new version is made of; the store adds its id, its place in the order and the time. */
export type VersionDraft = Omit<Version, "versionId" | "sequence" | "lastModified" | "deleted">;

export interface Store {
  readonly files: DataFiles;
  buckets(): readonly Bucket[];
  /** Throws NoSuchBucket. */
  bucket(name: string): Bucket;
  createBucket(name: string): void;
  removeBucket(name: string): void;
  /** Makes a version the current one and, if it comes from a multipart upload, ends that. One step: all or nothing. */
  addVersion(bucket: string, draft: VersionDraft, upload?: Upload): Version;
  addDeleteMarker(bucket: string, key: string): Version;
  /** Puts these tags in the place of those that the version had. */
  tag(bucket: string, version: Version, tags: Tags): void;
  /** Removes one version for good. */
  purge(bucket: string, version: Version): void;
  startUpload(upload: Omit<Upload, "uploadId" | "initiated">): Upload;
  /** Throws NoSuchUpload. */
  upload(bucket: string, key: string, uploadId: string): { readonly upload: Upload; readonly parts: ReadonlyMap<number, Part> };
  uploads(bucket: string): readonly Upload[];
  addPart(uploadId: string, part: Omit<Part, "lastModified">): Part;
  abortUpload(uploadId: string): void;
  close(): void;
}

/** Versions that are kept of a key beside the current one, the most that a lifecycle rule of S3 can ask for. */
const keptNoncurrentVersions = 100;

interface MutableBucket extends Bucket {
  readonly versions: Map<string, Version[]>;
}
interface OpenUpload {
  readonly upload: Upload;
  readonly parts: Map<number, Part>;
}

/** Opens or creates the store in a folder. Every change is one line of the ledger; the state in memory is the sum of the lines. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const { ledger, records } = openLedger(folder);
  const buckets = new Map<string, MutableBucket>();
  const uploads = new Map<string, OpenUpload>();
  let sequence = 0;

  const find = (name: string): MutableBucket => {
    const found = buckets.get(name);
    if (!found) throw new S3Error("NoSuchBucket", `The specified bucket does not exist: ${name}`);
    return found;
  };
  const apply = (record: LedgerRecord): void => {
    switch (record.op) {
      case "bucket":
        buckets.set(record.bucket, { name: record.bucket, createdAt: record.at, versions: new Map(), keys: createSortedKeys() });
        return;
      case "bucketRemoved":
        buckets.delete(record.bucket);
        return;
      case "version": {
        const { versions, keys } = find(record.bucket);
        const known = versions.get(record.version.key);
        if (known) known.push(record.version);
        else {
          versions.set(record.version.key, [record.version]);
          keys.add(record.version.key);
        }
        if (record.version.sequence > sequence) sequence = record.version.sequence;
        if (record.uploadId) uploads.delete(record.uploadId);
        return;
      }
      case "tags": {
        const versions = find(record.bucket).versions.get(record.key) ?? [];
        const at = versions.findIndex((version) => version.versionId === record.versionId);
        if (at >= 0) versions[at] = { ...versions[at]!, tags: record.tags };
        return;
      }
      case "purge": {
        const { versions, keys } = find(record.bucket);
        const left = (versions.get(record.key) ?? []).filter((version) => version.versionId !== record.versionId);
        if (left.length > 0) versions.set(record.key, left);
        else if (versions.delete(record.key)) keys.remove(record.key);
        return;
      }
      case "upload":
        uploads.set(record.upload.uploadId, { upload: record.upload, parts: new Map() });
        return;
      case "part":
        uploads.get(record.uploadId)?.parts.set(record.part.number, record.part);
        return;
      case "uploadEnded":
        uploads.delete(record.uploadId);
        return;
    }
  };
  const commit = (record: LedgerRecord): void => {
    ledger.append(record);
    apply(record);
  };

  for (const record of records) apply(record);
  const live = [...liveRecords(buckets.values(), uploads.values())];
  const files = openDataFiles(folder, live.flatMap(extentsOf));
  // Rewriting pays when most of the ledger is history.
  if (records.length > 1000 + 2 * live.length) ledger.rewrite(live);

  const releaseParts = (parts: ReadonlyMap<number, Part>): void => {
    for (const part of parts.values()) files.release(part.data);
  };
  const purge = (bucket: string, version: Version): void => {
    commit({ op: "purge", bucket, key: version.key, versionId: version.versionId });
    files.release(version.data);
  };
  const addVersion = (bucket: string, draft: VersionDraft & { deleted: boolean }, upload?: Upload): Version => {
    const version: Version = {
      ...draft,
      versionId: randomBytes(24).toString("base64url"),
      // From the clock, so that a number never comes back, also not after its version was purged from the ledger.
      sequence: Math.max(sequence + 1, Date.now() * 1000),
      lastModified: Date.now(),
    };
    const parts = upload && uploads.get(upload.uploadId)?.parts;
    commit({ op: "version", bucket, version, uploadId: upload?.uploadId });
    if (parts) {
      files.retain(version.data);
      releaseParts(parts);
    }
    const versions = find(bucket).versions.get(version.key) ?? [];
    if (versions.length > keptNoncurrentVersions + 1) purge(bucket, versions[0]!);
    return version;
  };

  return {
    files,
    buckets: () => [...buckets.values()],
    bucket: find,
    createBucket: (name) => commit({ op: "bucket", bucket: name, at: Date.now() }),
    removeBucket(name) {
      for (const { upload, parts } of uploads.values()) {
        if (upload.bucket !== name) continue;
        commit({ op: "uploadEnded", uploadId: upload.uploadId });
        releaseParts(parts);
      }
      commit({ op: "bucketRemoved", bucket: name });
    },
    addVersion: (bucket, draft, upload) => addVersion(bucket, { ...draft, deleted: false }, upload),
    addDeleteMarker: (bucket, key) => addVersion(bucket, { key, deleted: true, etag: "", size: 0, data: [], headers: {}, metadata: {} }),
    tag: (bucket, { key, versionId }, tags) => commit({ op: "tags", bucket, key, versionId, tags }),
    purge,
    startUpload(draft) {
      const upload: Upload = { ...draft, uploadId: randomBytes(24).toString("base64url"), initiated: Date.now() };
      commit({ op: "upload", upload });
      return upload;
    },
    upload(bucket, key, uploadId) {
      const found = uploads.get(uploadId);
      if (found?.upload.bucket === bucket && found.upload.key === key) return found;
      throw new S3Error("NoSuchUpload", "The specified upload does not exist. It may have been aborted or completed.");
    },
    uploads: (bucket) => [...uploads.values()].map(({ upload }) => upload).filter((upload) => upload.bucket === bucket),
    addPart(uploadId, draft) {
      const replaced = uploads.get(uploadId)?.parts.get(draft.number);
      const part: Part = { ...draft, lastModified: Date.now() };
      commit({ op: "part", uploadId, part });
      if (replaced) files.release(replaced.data);
      return part;
    },
    abortUpload(uploadId) {
      const parts = uploads.get(uploadId)?.parts;
      commit({ op: "uploadEnded", uploadId });
      if (parts) releaseParts(parts);
    },
    close() {
      ledger.close();
      files.close();
    },
  };
}

/** The version that a client sees without naming one; a delete marker may be it. */
export function latestVersion(bucket: Bucket, key: string): Version | undefined {
  return bucket.versions.get(key)?.at(-1);
}

function* liveRecords(buckets: Iterable<Bucket>, uploads: Iterable<OpenUpload>): Generator<LedgerRecord> {
  for (const bucket of buckets) {
    yield { op: "bucket", bucket: bucket.name, at: bucket.createdAt };
    for (const versions of bucket.versions.values()) {
      for (const version of versions) yield { op: "version", bucket: bucket.name, version };
    }
  }
  for (const { upload, parts } of uploads) {
    yield { op: "upload", upload };
    for (const part of parts.values()) yield { op: "part", uploadId: upload.uploadId, part };
  }
}

function extentsOf(record: LedgerRecord): readonly Extent[] {
  if (record.op === "version") return record.version.data;
  return record.op === "part" ? record.part.data : [];
}
