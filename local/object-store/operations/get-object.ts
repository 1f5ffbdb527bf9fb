import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { describeChecksum, describeVersion } from "../attributes.ts";
import { checkReadConditions } from "../conditions.ts";
import { accessDenied, S3Error } from "../errors.ts";
import { findVersion } from "../find-version.ts";
import type { Extent, Version } from "../model.ts";
import type { Operation } from "../operation.ts";
import { header, type S3Request } from "../request.ts";

/** Up to here an object goes out in one piece, which saves opening a stream. */
const wholeLimit = 64 * 1024;

/** Query parameters of a presigned URL that replace headers of the answer. */
const replaceable = ["cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "expires"];

/** GET and HEAD of an object. */
export const getObject: Operation = async ({ store, request, response, mayRead }) => {
  const version = findVersion(store.bucket(request.bucket), request.key, request.query.get("versionId"));
  if (!mayRead(request.bucket, version)) throw accessDenied();
  checkReadConditions(request, version);
  const range = readRange(request, version);
  const headers: Record<string, string> = { ...describeVersion(version), "content-length": String(range.end - range.start) };
  if (range.partial) headers["content-range"] = `bytes ${range.start}-${range.end - 1}/${version.size}`;
  else if (header(request, "x-amz-checksum-mode")?.toUpperCase() === "ENABLED") Object.assign(headers, describeChecksum(version));
  for (const name of replaceable) {
    const value = request.query.get(`response-${name}`);
    if (value === undefined) continue;
    if (!/^[\t\x20-\x7e\xa0-\xff]*$/.test(value))
      throw new S3Error("InvalidArgument", "Header value cannot be represented using ISO-8859-1.");
    headers[name] = value;
  }
  const status = range.partial ? 206 : 200;
  if (request.method === "HEAD") {
    response.writeHead(status, headers).end();
    return;
  }
  const extents = slice(version.data, range.start, range.end);
  if (range.end - range.start <= wholeLimit) {
    const bytes = Buffer.concat(extents.map((extent) => store.files.read(extent)));
    response.writeHead(status, headers).end(bytes);
    return;
  }
  response.writeHead(status, headers);
  for (const extent of extents) {
    const { start, size } = extent;
    const bytes = createReadStream(store.files.path(extent), { start, end: start + size - 1, highWaterMark: 256 * 1024 });
    await pipeline(bytes, response, { end: false });
  }
  response.end();
};

/** Half-open: `end` is the first byte that is not sent. */
interface Range {
  readonly start: number;
  readonly end: number;
  readonly partial: boolean;
}

function readRange(request: S3Request, { size }: Version): Range {
  const whole = { start: 0, end: size, partial: false };
  const match = /^bytes=(\d*)-(\d*)$/.exec(header(request, "range") ?? "");
  // As S3: what is not one well-formed range is no range.
  if (!match) return whole;
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return whole;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return whole;
  if (start >= size || start >= end) {
    throw new S3Error("InvalidRange", "The requested range is not satisfiable", { "content-range": `bytes */${size}` });
  }
  return { start, end, partial: true };
}

/** The extents of a part of an object. */
function slice(extents: readonly Extent[], start: number, end: number): Extent[] {
  const slices: Extent[] = [];
  let offset = 0;
  for (const extent of extents) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, extent.size);
    if (from < to) slices.push({ file: extent.file, start: extent.start + from, size: to - from });
    offset += extent.size;
  }
  return slices;
}
