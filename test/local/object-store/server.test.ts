import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, HeadObjectCommand, PutObjectAclCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentCredentials, developmentRegion } from "../../../local/object-store/credentials.ts";
import { startObjectStore } from "../../../local/object-store/server.ts";

const Bucket = "deliveries";
const folder = mkdtempSync(join(tmpdir(), "objects-"));
let store: Awaited<ReturnType<typeof startObjectStore>>;
let s3: S3Client;
beforeAll(async () => {
  store = await startObjectStore({ folder, buckets: [Bucket] });
  s3 = new S3Client({ endpoint: store.url, region: developmentRegion, credentials: developmentCredentials, maxAttempts: 1 });
});
afterAll(async () => {
  s3.destroy();
  await store.close();
  rmSync(folder, { recursive: true });
});

describe("the embedded object store", () => {
  it("refuses by name what it does not do", async () => {
    const refused = { name: "NotImplemented", $metadata: { httpStatusCode: 501 } };
    await expect(s3.send(new PutObjectAclCommand({ Bucket, Key: "x", ACL: "private" }))).rejects.toMatchObject(refused);
    await expect(s3.send(new PutObjectCommand({ Bucket, Key: "x", Body: "x", ACL: "public-read" }))).rejects.toMatchObject(refused);
    await expect(s3.send(new PutObjectCommand({ Bucket, Key: "x", Body: "x", IfNoneMatch: '"etag"' }))).rejects.toMatchObject(refused);
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: "x" }))).rejects.toMatchObject({ name: "NotFound" });
  });

  it("listens on the loopback address only", () => {
    expect(store.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it("refuses a stranger and a request without signature", async () => {
    const credentials = { accessKeyId: "SOMEONE", secretAccessKey: "else" };
    const stranger = new S3Client({ endpoint: store.url, region: developmentRegion, credentials, maxAttempts: 1 });
    await expect(stranger.send(new GetObjectCommand({ Bucket, Key: "x" }))).rejects.toMatchObject({ name: "InvalidAccessKeyId" });
    const liar = new S3Client({
      endpoint: store.url,
      region: developmentRegion,
      credentials: { ...developmentCredentials, secretAccessKey: "guessed" },
      maxAttempts: 1,
    });
    await expect(liar.send(new GetObjectCommand({ Bucket, Key: "x" }))).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
    expect((await fetch(`${store.url}/${Bucket}/x`)).status).toBe(403);
  });

  it("keeps nothing of an upload that was broken off", async () => {
    const url = new URL(await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: "broken-off" })));
    await new Promise<void>((resolve) => {
      const sent = request(url, { method: "PUT", headers: { "content-length": 5_000_000 } });
      sent.on("error", () => resolve());
      sent.write(Buffer.alloc(1_000_000), () => setTimeout(() => sent.destroy(new Error("gone")), 30));
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: "broken-off" }))).rejects.toMatchObject({ name: "NotFound" });
  });

  it("outlives what is not HTTP, and paths that are no paths", async () => {
    const { port, hostname } = new URL(store.url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve) => {
      socket.on("close", () => resolve());
      socket.on("error", () => {});
      socket.resume();
      socket.write("\u0000\u0001 nonsense\r\n\r\n");
    });
    const raw = await fetch(`${store.url}/${Bucket}/%E0%A4%A`);
    expect([raw.status, await raw.text()]).toEqual([400, expect.stringContaining("<Code>InvalidURI</Code>")]);
  });

  it("refuses a file name in the URL that cannot be a header", async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: "named", Body: "x" }));
    const command = new GetObjectCommand({ Bucket, Key: "named", ResponseContentDisposition: 'attachment; filename="★.csv"' });
    const answer = await fetch(await getSignedUrl(s3, command));
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("<Code>InvalidArgument</Code>")]);
  });

  it("lets pages of this machine upload from the browser, and no other pages", async () => {
    const ask = async (origin: string) => {
      const answer = await fetch(`${store.url}/${Bucket}`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
      return answer.headers.get("access-control-allow-origin");
    };
    expect(await ask("http://127.0.0.1:8080")).toBe("http://127.0.0.1:8080");
    expect(await ask("http://localhost:3000")).toBe("http://localhost:3000");
    expect(await ask("https://example.org")).toBeNull();
    expect(await ask("http://127.0.0.1.example.org")).toBeNull();
  });

  it("sends the browser on after an upload, where the form says so", async () => {
    const { url, fields } = await createPresignedPost(s3, {
      Bucket,
      Key: "redirected.csv",
      Fields: { success_action_redirect: "http://127.0.0.1:8080/ingeleverd?taal=nl" },
      Conditions: [["starts-with", "$success_action_redirect", "http://127.0.0.1:8080/"]],
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob(["x"]), "x.csv");
    const answer = await fetch(url, { method: "POST", body: form, redirect: "manual" });
    const target = new URL(answer.headers.get("location") ?? "");
    expect(answer.status).toBe(303);
    expect(Object.fromEntries(target.searchParams)).toEqual({
      taal: "nl",
      bucket: Bucket,
      key: "redirected.csv",
      etag: expect.any(String),
    });
  });
});
