import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Credentials } from "./credentials.ts";
import { S3Error } from "./errors.ts";
import { header, type S3Request } from "./request.ts";

/** AWS tolerates 15 minutes between the clocks. */
const toleratedSkewMs = 15 * 60 * 1000;
/** Longest life of a presigned URL: 7 days. */
const longestExpirySeconds = 604_800;

/**
 * Checks AWS Signature Version 4, in the Authorization header or in the query (a presigned URL). Throws AccessDenied,
 * InvalidAccessKeyId, SignatureDoesNotMatch, RequestTimeTooSkewed.
 *
 * Source: Amazon S3 API reference, "Authenticating Requests (AWS Signature Version 4)".
 */
export function checkSignature(request: S3Request, credentials: Credentials, now: Date): void {
  if (request.query.has("X-Amz-Signature")) checkPresigned(request, credentials, now);
  else checkAuthorization(request, credentials, now);
}

function checkAuthorization(request: S3Request, credentials: Credentials, now: Date): void {
  const authorization = header(request, "authorization");
  if (!authorization) throw new S3Error("AccessDenied", "Access Denied");
  const match = /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(authorization);
  if (!match) throw new S3Error("InvalidArgument", "The Authorization header is not AWS Signature Version 4.");
  const [, credential = "", signedHeaders = "", signature = ""] = match;
  const signedAt = header(request, "x-amz-date") ?? "";
  const at = parseAmzDate(signedAt);
  if (Math.abs(at - now.getTime()) > toleratedSkewMs) {
    throw new S3Error("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");
  }
  const payloadHash = header(request, "x-amz-content-sha256") ?? "";
  const canonical = canonicalRequest(request, signedHeaders, payloadHash);
  compare(signString(canonical, signedAt, scopeOf(credential, credentials), credentials), signature);
}

function checkPresigned(request: S3Request, credentials: Credentials, now: Date): void {
  const need = (name: string): string => {
    const value = request.query.get(name);
    if (value === undefined) throw new S3Error("AccessDenied", `Query-string authentication requires the parameter ${name}.`);
    return value;
  };
  const scope = scopeOf(need("X-Amz-Credential"), credentials);
  const signedAt = need("X-Amz-Date");
  const expires = Number(need("X-Amz-Expires"));
  if (!Number.isInteger(expires) || expires < 1 || expires > longestExpirySeconds) {
    throw new S3Error("AccessDenied", "X-Amz-Expires must be between 1 second and 7 days.");
  }
  const at = parseAmzDate(signedAt);
  if (at > now.getTime() + toleratedSkewMs) throw new S3Error("AccessDenied", "Request is not yet valid");
  if (now.getTime() > at + expires * 1000) throw new S3Error("AccessDenied", "Request has expired");
  const payloadHash = request.query.get("X-Amz-Content-Sha256") ?? header(request, "x-amz-content-sha256") ?? "UNSIGNED-PAYLOAD";
  const canonical = canonicalRequest(request, need("X-Amz-SignedHeaders"), payloadHash);
  compare(signString(canonical, signedAt, scope, credentials), need("X-Amz-Signature"));
}

/** Checks the signature of the policy of an upload form; `credential` and `signature` are fields of the form. */
export function checkPolicySignature(policy: string, credential: string, signature: string, credentials: Credentials): void {
  const key = signingKey(scopeOf(credential, credentials), credentials);
  compare(createHmac("sha256", key).update(policy).digest("hex"), signature);
}

/** `<date>/<region>/s3/aws4_request` of a credential of our own key. */
function scopeOf(credential: string, credentials: Credentials): string {
  const slash = credential.indexOf("/");
  if (credential.slice(0, slash) !== credentials.accessKeyId) {
    throw new S3Error("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
  }
  const scope = credential.slice(slash + 1);
  if (!/^\d{8}\/[a-z0-9-]+\/s3\/aws4_request$/.test(scope)) {
    throw new S3Error("AccessDenied", "The credential must be <key>/<date>/<region>/s3/aws4_request.");
  }
  return scope;
}

function canonicalRequest(request: S3Request, signedHeaders: string, payloadHash: string): string {
  const names = signedHeaders.split(";");
  if (!names.includes("host")) throw new S3Error("AccessDenied", "The header host must be signed.");
  const headers = names.map((name) => `${name}:${(header(request, name) ?? "").trim().replace(/ +/g, " ")}\n`).join("");
  return `${request.method}\n${request.rawPath}\n${canonicalQuery(request.query)}\n${headers}\n${signedHeaders}\n${payloadHash}`;
}

function canonicalQuery(query: ReadonlyMap<string, string>): string {
  return [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function signString(canonical: string, signedAt: string, scope: string, credentials: Credentials): string {
  const hashed = createHash("sha256").update(canonical).digest("hex");
  return createHmac("sha256", signingKey(scope, credentials)).update(`AWS4-HMAC-SHA256\n${signedAt}\n${scope}\n${hashed}`).digest("hex");
}

// The key changes once a day per region: deriving it for every request would be half of the work of checking one.
const signingKeys = new Map<string, Buffer>();

function signingKey(scope: string, credentials: Credentials): Buffer {
  const cacheKey = `${credentials.secretAccessKey}/${scope}`;
  const known = signingKeys.get(cacheKey);
  if (known) return known;
  const key = scope
    .split("/")
    .reduce<string | Buffer>((secret, part) => createHmac("sha256", secret).update(part).digest(), `AWS4${credentials.secretAccessKey}`);
  if (signingKeys.size > 100) signingKeys.clear();
  signingKeys.set(cacheKey, key as Buffer);
  return key as Buffer;
}

function compare(expected: string, given: string): void {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  if (a.length === b.length && timingSafeEqual(a, b)) return;
  throw new S3Error("SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.");
}

/** `20260727T101500Z` → milliseconds since 1970. */
function parseAmzDate(text: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) throw new S3Error("AccessDenied", "The date of the signature is not in the form YYYYMMDDTHHMMSSZ.");
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
