import type { ServerResponse } from "node:http";
import type { Credentials } from "./credentials.ts";
import type { Version } from "./model.ts";
import type { S3Request } from "./request.ts";
import type { Store } from "./store.ts";

/** Everything an operation works with. */
export interface Exchange {
  readonly store: Store;
  readonly request: S3Request;
  readonly response: ServerResponse;
  readonly credentials: Credentials;
  readonly region: string;
  readonly now: Date;
  /** What a bucket policy says about reading a version. */
  mayRead(bucket: string, version: Version): boolean;
  /** To be called after a version became the current one. */
  created(bucket: string, version: Version): void;
}

/** Answers one kind of request. A refusal is an S3Error that is thrown before anything was written to the response. */
export type Operation = (exchange: Exchange) => Promise<void>;
