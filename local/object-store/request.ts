import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { S3Error } from "./errors.ts";

/** A request in path style: `/<bucket>/<key>?<query>`. */
export interface S3Request {
  readonly method: string;
  /** Empty for the service itself. */
  readonly bucket: string;
  /** Decoded; empty for the bucket itself. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: IncomingHttpHeaders;
  /** Path and query as they came over the wire: what the client signed. */
  readonly rawPath: string;
  readonly rawQuery: string;
  readonly message: IncomingMessage;
}

/** Splits the request line. Throws InvalidURI, KeyTooLongError. */
export function readRequest(message: IncomingMessage): S3Request {
  const url = message.url ?? "/";
  const question = url.indexOf("?");
  const rawPath = question === -1 ? url : url.slice(0, question);
  const rawQuery = question === -1 ? "" : url.slice(question + 1);
  const slash = rawPath.indexOf("/", 1);
  const bucket = slash === -1 ? rawPath.slice(1) : rawPath.slice(1, slash);
  const key = slash === -1 ? "" : decode(rawPath.slice(slash + 1));
  checkKeyLength(key);
  return {
    method: message.method ?? "GET",
    bucket: decode(bucket),
    key,
    query: readQuery(rawQuery),
    headers: message.headers,
    rawPath,
    rawQuery,
    message,
  };
}

/** 1024 bytes of UTF-8 is the limit of S3. */
export function checkKeyLength(key: string): void {
  if (key.length > 341 && Buffer.byteLength(key) > 1024) throw new S3Error("KeyTooLongError", "Your key is too long.");
}

export function header(request: Pick<S3Request, "headers">, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

function readQuery(rawQuery: string): Map<string, string> {
  const query = new Map<string, string>();
  if (rawQuery === "") return query;
  for (const pair of rawQuery.split("&")) {
    const equals = pair.indexOf("=");
    if (equals === -1) query.set(decode(pair), "");
    else query.set(decode(pair.slice(0, equals)), decode(pair.slice(equals + 1).replaceAll("+", " ")));
  }
  return query;
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error("InvalidURI", "Couldn't parse the specified URI.");
  }
}
