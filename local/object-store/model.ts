import type { Checksum } from "./checksums.ts";

/** A run of bytes in a file of the data folder: written once, never changed. */
export interface Extent {
  readonly file: string;
  readonly start: number;
  readonly size: number;
}

/** What a client says about an object besides its bytes. */
export interface Attributes {
  /** Headers that come back as they were sent, by name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** User metadata, by name without `x-amz-meta-`. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** One version of an object, or a delete marker. */
export interface Version extends Attributes {
  readonly key: string;
  readonly versionId: string;
  /** Rises with every write in the store: the order of events on a key. */
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  readonly deleted: boolean;
  /** Without the quotes. */
  readonly etag: string;
  readonly size: number;
  readonly checksum?: Checksum;
  /** The bytes, in order: one extent, or those of the parts of a multipart upload. */
  readonly data: readonly Extent[];
  /** The one thing about a version that can change. Absent: none. */
  readonly tags?: Tags;
}

export type Tags = Readonly<Record<string, string>>;

export interface Part {
  readonly number: number;
  readonly etag: string;
  readonly size: number;
  readonly lastModified: number;
  readonly checksum?: Checksum;
  readonly data: readonly Extent[];
}

/** A multipart upload that is neither completed nor aborted. */
export interface Upload extends Attributes {
  readonly uploadId: string;
  readonly bucket: string;
  readonly key: string;
  readonly initiated: number;
}

/** What the ledger records: the whole state is the sum of these. */
export type LedgerRecord =
  | { readonly op: "bucket"; readonly bucket: string; readonly at: number }
  | { readonly op: "bucketRemoved"; readonly bucket: string }
  | { readonly op: "version"; readonly bucket: string; readonly version: Version; readonly uploadId?: string }
  | { readonly op: "tags"; readonly bucket: string; readonly key: string; readonly versionId: string; readonly tags: Tags }
  | { readonly op: "purge"; readonly bucket: string; readonly key: string; readonly versionId: string }
  | { readonly op: "upload"; readonly upload: Upload }
  | { readonly op: "part"; readonly uploadId: string; readonly part: Part }
  | { readonly op: "uploadEnded"; readonly uploadId: string };
