import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesIn, MOST_ANSWERED } from "../../../functions/portal/stored-file.ts";
import { developmentCredentials, developmentRegion } from "../../../local/object-store/credentials.ts";
import { startObjectStore } from "../../../local/object-store/server.ts";

const Bucket = "figures";
const folder = mkdtempSync(join(tmpdir(), "stored-file-"));
let store: Awaited<ReturnType<typeof startObjectStore>>;
let client: S3Client;

beforeAll(async () => {
  store = await startObjectStore({ folder, buckets: [Bucket] });
  client = new S3Client({ endpoint: store.url, region: developmentRegion, credentials: developmentCredentials });
});
afterAll(async () => {
  client.destroy();
  await store.close();
  rmSync(folder, { recursive: true });
});

const CSV = { name: "trends.csv", contentType: "text/csv; charset=utf-8" };

async function fileOf(bytes: number, as = CSV) {
  const Key = `published/run/${bytes}`;
  await client.send(new PutObjectCommand({ Bucket, Key, Body: new Uint8Array(bytes).fill(65), ContentType: "binary/octet-stream" }));
  return filesIn(client, Bucket)(Key, as);
}

describe("a stored file", () => {
  it("is answered with, up to a size that fits in an answer whatever is in it", async () => {
    expect(await fileOf(MOST_ANSWERED)).toMatchObject({ ...CSV, content: expect.objectContaining({ length: MOST_ANSWERED }) });
    // Twice: every byte of a text that has to be escaped. 6 291 556 bytes are what a Lambda may answer.
    expect(2 * MOST_ANSWERED).toBeLessThan(6_291_556);
  });

  it("that is larger is at an address that is signed for a minute, under its own name and type, whatever the store has", async () => {
    const file = await fileOf(MOST_ANSWERED + 1, { ...CSV, name: 'maart "é".csv' });
    const address = file && "address" in file ? file.address : "";
    expect(new URL(address).searchParams.get("X-Amz-Expires")).toBe("60");
    const answer = await fetch(address);
    expect(answer.headers.get("Content-Type")).toBe(CSV.contentType);
    expect(answer.headers.get("Content-Disposition")).toBe(
      `attachment; filename="maart ___.csv"; filename*=UTF-8''maart%20%22%C3%A9%22.csv`,
    );
    expect((await answer.arrayBuffer()).byteLength).toBe(MOST_ANSWERED + 1);
  });

  it("has an address that opens this one file and no other", async () => {
    await fileOf(10);
    const file = await fileOf(MOST_ANSWERED + 1);
    const address = file && "address" in file ? file.address : "";
    expect((await fetch(address.replace(String(MOST_ANSWERED + 1), "10"))).status).toBe(403);
  });

  it("that is not there is none", async () => {
    expect(await filesIn(client, Bucket)("published/run/nothing", CSV)).toBeUndefined();
  });
});
