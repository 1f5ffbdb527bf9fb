import { createHash } from "node:crypto";
import { readAttributes } from "../attributes.ts";
import { S3Error } from "../errors.ts";
import { type IncomingForm, readForm } from "../form-data.ts";
import type { Version } from "../model.ts";
import type { Exchange, Operation } from "../operation.ts";
import { checkPolicy, type SizeRange } from "../post-policy.ts";
import { replyEmpty, replyXml } from "../reply.ts";
import { checkKeyLength, header } from "../request.ts";
import { checkPolicySignature } from "../signature.ts";

/** A browser's upload form (presigned POST): the policy in the form says what may be sent, and is signed. */
export const formPost: Operation = async (exchange) => {
  const { store, request, created, credentials, now } = exchange;
  store.bucket(request.bucket);
  const body: AsyncIterable<Buffer> = request.message.iterator({ destroyOnReturn: false });
  const form = await readForm(header(request, "content-type") ?? "", body);
  const need = (name: string): string => {
    const value = form.fields.get(name);
    if (value === undefined) throw new S3Error("AccessDenied", `The form lacks the field ${name}.`);
    return value;
  };
  const policy = need("policy");
  checkPolicySignature(policy, need("x-amz-credential"), need("x-amz-signature"), credentials);
  const fields = new Map(form.fields).set("key", need("key").replaceAll("${filename}", form.fileName));
  const range = checkPolicy(policy, request.bucket, fields, now);
  const version = await storeFile(exchange, form, fields, range);
  // S3 ignores what comes after the file; the client sends it all the same.
  request.message.resume();
  replyCreated(exchange, version, fields);
  created(request.bucket, version);
};

async function storeFile(
  { store, request }: Exchange,
  form: IncomingForm,
  fields: ReadonlyMap<string, string>,
  range: SizeRange,
): Promise<Version> {
  const key = fields.get("key") ?? "";
  if (key === "") throw new S3Error("InvalidArgument", "The field key must not be empty.");
  checkKeyLength(key);
  const attributes = readAttributes(Object.fromEntries(fields));
  const md5 = createHash("md5");
  let size = 0;
  const data = await store.files.write(
    (async function* () {
      for await (const chunk of form.file) {
        size += chunk.length;
        if (size > range.most) throw new S3Error("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
        md5.update(chunk);
        yield chunk;
      }
    })(),
  );
  if (size < range.least) {
    store.files.release(data);
    throw new S3Error("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
  }
  return store.addVersion(request.bucket, { key, ...attributes, size, etag: md5.digest("hex"), data });
}

function replyCreated({ request, response }: Exchange, version: Version, fields: ReadonlyMap<string, string>): void {
  const location = `http://${header(request, "host")}/${request.bucket}/${encodeURIComponent(version.key)}`;
  const headers = { etag: `"${version.etag}"`, "x-amz-version-id": version.versionId, location };
  const redirect = fields.get("success_action_redirect");
  if (redirect !== undefined && URL.canParse(redirect)) {
    const target = new URL(redirect);
    target.searchParams.set("bucket", request.bucket);
    target.searchParams.set("key", version.key);
    target.searchParams.set("etag", headers.etag);
    replyEmpty(response, 303, { ...headers, location: target.href });
    return;
  }
  const status = fields.get("success_action_status");
  if (status !== "201") {
    replyEmpty(response, status === "200" ? 200 : 204, headers);
    return;
  }
  const described = [
    ["Location", location],
    ["Bucket", request.bucket],
    ["Key", version.key],
    ["ETag", headers.etag],
  ] as const;
  replyXml(response, 201, ["PostResponse", described], headers);
}
