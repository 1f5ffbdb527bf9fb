import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { notImplemented, S3Error } from "./errors.ts";

/** Checksum that the client sent along, kept with the object; base64 of the big-endian value. */
export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly value: string;
}
export type ChecksumAlgorithm = "crc32" | "crc32c" | "sha1" | "sha256";

/** Reads what a body must add up to, from headers or trailers. */
export type Expectation = (name: string) => string | undefined;

export interface BodyDigest {
  update(chunk: Uint8Array): void;
  /** Compares with everything that was declared. Throws BadDigest, XAmzContentSHA256Mismatch. */
  finish(trailers: ReadonlyMap<string, string>): { readonly md5: Buffer; readonly checksum?: Checksum };
}

const algorithms: readonly ChecksumAlgorithm[] = ["crc32", "crc32c", "sha1", "sha256"];

/** Counts MD5 (the ETag) and whatever checksum the client declared in the headers or announced as a trailer. */
export function createBodyDigest(declared: Expectation): BodyDigest {
  const algorithm = declaredAlgorithm(declared);
  const payloadHash = declared("x-amz-content-sha256");
  const md5 = createHash("md5");
  const sum = algorithm && createSum(algorithm);
  const payload = payloadHash && /^[0-9a-f]{64}$/.test(payloadHash) ? createHash("sha256") : undefined;
  return {
    update(chunk) {
      md5.update(chunk);
      sum?.update(chunk);
      payload?.update(chunk);
    },
    finish(trailers) {
      const digest = md5.digest();
      const contentMd5 = declared("content-md5");
      if (contentMd5 !== undefined && contentMd5 !== digest.toString("base64")) throw badDigest("Content-MD5");
      if (payload && payload.digest("hex") !== payloadHash) {
        throw new S3Error("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
      }
      if (!algorithm || !sum) return { md5: digest };
      const name = `x-amz-checksum-${algorithm}`;
      const value = sum.value();
      const expected = declared(name) ?? trailers.get(name);
      if (expected === undefined) throw new S3Error("InvalidRequest", `The announced ${name} was not sent.`);
      if (expected !== value) throw badDigest(name);
      return { md5: digest, checksum: { algorithm, value } };
    },
  };
}

function declaredAlgorithm(declared: Expectation): ChecksumAlgorithm | undefined {
  const trailer = declared("x-amz-trailer")?.toLowerCase() ?? "";
  for (const algorithm of algorithms) {
    const name = `x-amz-checksum-${algorithm}`;
    if (declared(name) !== undefined || trailer.split(",").some((part) => part.trim() === name)) return algorithm;
  }
  if (declared("x-amz-checksum-crc64nvme") !== undefined || trailer.includes("crc64nvme")) throw notImplemented("CRC64NVME checksums");
  return undefined;
}

function badDigest(what: string): S3Error {
  return new S3Error("BadDigest", `The ${what} you specified did not match the calculated checksum.`);
}

interface Sum {
  update(chunk: Uint8Array): void;
  value(): string;
}

function createSum(algorithm: ChecksumAlgorithm): Sum {
  if (algorithm === "sha1" || algorithm === "sha256") {
    const hash = createHash(algorithm);
    return { update: (chunk) => void hash.update(chunk), value: () => hash.digest("base64") };
  }
  const add = algorithm === "crc32" ? crc32 : crc32c;
  let state = 0;
  return {
    update(chunk) {
      state = add(chunk, state);
    },
    value() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(state >>> 0);
      return bytes.toString("base64");
    },
  };
}

/** The checksum of a multipart object is that of the checksums of its parts, with their number behind it. */
export function compositeChecksum(parts: readonly Checksum[]): Checksum | undefined {
  const [first] = parts;
  if (!first || parts.some((part) => part.algorithm !== first.algorithm)) return undefined;
  const sum = createSum(first.algorithm);
  for (const part of parts) sum.update(Buffer.from(part.value, "base64"));
  return { algorithm: first.algorithm, value: `${sum.value()}-${parts.length}` };
}

const castagnoli = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

function crc32c(chunk: Uint8Array, start: number): number {
  let value = ~start;
  for (const byte of chunk) value = (castagnoli[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
