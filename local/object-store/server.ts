import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { developmentCredentials, developmentRegion } from "./credentials.ts";
import type { Version } from "./model.ts";
import { serve } from "./serve.ts";
import { openStore, type Store } from "./store.ts";

/** What S3 tells EventBridge with `Object Created`. */
export interface ObjectCreated {
  readonly bucket: string;
  /** As it is, not URL-encoded. */
  readonly key: string;
  readonly versionId: string;
  /** Bytes. */
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  /** ISO 8601, UTC. */
  readonly eventTime: string;
  /** Hexadecimal; the greater one of two events on a key is the later one. */
  readonly sequencer: string;
}

export interface ObjectStoreOptions {
  /** Where everything is kept; made when it is not there. */
  readonly folder: string;
  /** Buckets that are made when they are not there yet. */
  readonly buckets?: readonly string[];
  /** May this version be read over the protocol? What a bucket policy says; without it everything may. */
  mayRead?(bucket: string, version: Version): boolean;
  /** Called after the object is stored, outside the request. Whoever is killed before it ran finds the object by listing. */
  onCreated?(event: ObjectCreated): void;
}

export interface RunningObjectStore {
  readonly url: string;
  /** What lies behind the endpoint, for what works beside the protocol: on AWS the malware scan reads what nobody else may. */
  readonly store: Store;
  close(): Promise<void>;
}

/**
 * Starts an S3 endpoint on a free port of the loopback address, kept in a folder: for the AWS SDK with `AWS_ENDPOINT_URL_S3` set to `url`. A
 * request that was answered survives the death of the process at any moment; one that was not leaves the object as it was.
 */
export async function startObjectStore(options: ObjectStoreOptions): Promise<RunningObjectStore> {
  const store = openStore(options.folder);
  const known = new Set(store.buckets().map((bucket) => bucket.name));
  for (const name of options.buckets ?? []) if (!known.has(name)) store.createBucket(name);
  const service = {
    store,
    credentials: developmentCredentials,
    region: developmentRegion,
    mayRead: options.mayRead ?? (() => true),
    created(bucket: string, version: Version) {
      if (options.onCreated) setImmediate(options.onCreated, eventOf(bucket, version));
    },
  };
  const server = createServer((message, response) => void serve(service, message, response));
  // A large upload on a slow machine may take longer than the 5 minutes that Node allows a request by default.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    store,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      store.close();
    },
  };
}

function eventOf(bucket: string, version: Version): ObjectCreated {
  return {
    bucket,
    key: version.key,
    versionId: version.versionId,
    size: version.size,
    etag: version.etag,
    eventTime: new Date(version.lastModified).toISOString(),
    sequencer: version.sequence.toString(16).toUpperCase().padStart(16, "0"),
  };
}
