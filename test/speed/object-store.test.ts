import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentCredentials, developmentRegion } from "../../local/object-store/credentials.ts";
import { startObjectStore } from "../../local/object-store/server.ts";
import { openStore } from "../../local/object-store/store.ts";
import { startKillable } from "../local/killable.ts";

const Bucket = "deliveries";
const folder = mkdtempSync(join(tmpdir(), "object-store-speed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const clientOf = (url: string) => new S3Client({ endpoint: url, region: developmentRegion, credentials: developmentCredentials });

describe("the embedded object store", () => {
  let store: Awaited<ReturnType<typeof startKillable>>;
  beforeAll(async () => {
    store = await startKillable("test/local/object-store/store-process.ts", join(folder, "large"));
  });
  afterAll(() => store.kill());

  const peakMegabytes = () =>
    new Promise<number>((resolve) => {
      store.child.once("message", (kilobytes) => resolve(Number(kilobytes) / 1024));
      store.child.send("peak");
    });

  it("takes and gives an object of 220 MB in under 60 MB of memory", async () => {
    const s3 = clientOf(store.url);
    await s3.send(new PutObjectCommand({ Bucket, Key: "warm", Body: "x" }));
    const before = await peakMegabytes();
    const chunk = Buffer.alloc(1024 * 1024, "1;voldoet\n");
    const Body = Readable.from(
      (function* () {
        for (let i = 0; i < 220; i++) yield chunk;
      })(),
    );
    await s3.send(new PutObjectCommand({ Bucket, Key: "large.csv", Body, ContentLength: 220 * chunk.length }));
    const { Body: stored } = await s3.send(new GetObjectCommand({ Bucket, Key: "large.csv" }));
    let size = 0;
    for await (const piece of stored as Readable) size += (piece as Buffer).length;
    s3.destroy();
    expect(size).toBe(220 * chunk.length);
    const growth = (await peakMegabytes()) - before;
    console.log(`220 MB put and got: the memory of the store grew by ${growth.toFixed(0)} MB`);
    expect(growth).toBeLessThan(60);
  });
});

describe("small objects", () => {
  const count = 20_000;

  it("go in at 1 500 and more per CPU second, client and server in one process", async () => {
    const store = await startObjectStore({ folder: join(folder, "small"), buckets: [Bucket] });
    const s3 = clientOf(store.url);
    const body = Buffer.alloc(1500, "V");
    // Signed beforehand and sent with bare HTTP: the SDK takes some four times the CPU of the store.
    const urls: URL[] = [];
    for (let i = 0; i < count; i++) urls.push(new URL(await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: `reports/ciio/${i}` }))));
    s3.destroy();
    const agent = new Agent({ keepAlive: true });
    const put = (url: URL) =>
      new Promise<void>((resolve, reject) => {
        const headers = { "content-length": body.length };
        const sent = request(url, { method: "PUT", agent, headers }, (answer) => {
          answer.resume();
          answer.on("end", () => (answer.statusCode === 200 ? resolve() : reject(new Error(`status ${answer.statusCode}`))));
        });
        sent.on("error", reject);
        sent.end(body);
      });
    const before = process.cpuUsage();
    let next = 0;
    const client = async () => {
      while (next < count) await put(urls[next++]!);
    };
    await Promise.all(Array.from({ length: 16 }, client));
    const { user, system } = process.cpuUsage(before);
    agent.destroy();
    await store.close();
    const perSecond = (count * 1e6) / (user + system);
    console.log(`${count} puts of 1.5 kB: ${perSecond.toFixed(0)} per CPU second`);
    expect(perSecond).toBeGreaterThan(1500);
  });

  it("are listed by the page, and found again at the start, without a price that grows with the bucket", async () => {
    const many = join(folder, "many");
    const filled = openStore(many);
    filled.createBucket(Bucket);
    for (let i = 0; i < 50_000; i++) {
      filled.addVersion(Bucket, { key: `reports/${i % 4}/${i}`, etag: "0", size: 0, data: [], headers: {}, metadata: {} });
    }
    filled.close();
    const starting = process.cpuUsage();
    const store = await startObjectStore({ folder: many });
    const start = process.cpuUsage(starting);
    const s3 = clientOf(store.url);
    const list = (rest: { Prefix?: string; Delimiter?: string; StartAfter?: string }) =>
      s3.send(new ListObjectsV2Command({ Bucket, ...rest }));
    await list({});
    const listing = process.cpuUsage();
    for (let i = 0; i < 20; i++) await list({ Prefix: "reports/", Delimiter: "/" });
    const listed = process.cpuUsage(listing);
    s3.destroy();
    await store.close();
    const [startMs, listMs] = [(start.user + start.system) / 1000, (listed.user + listed.system) / 1000 / 20];
    console.log(`50 000 objects: start ${startMs.toFixed(0)} ms of CPU, a listing with delimiter ${listMs.toFixed(1)} ms`);
    expect(startMs).toBeLessThan(1500);
    expect(listMs).toBeLessThan(20);
  });
});
