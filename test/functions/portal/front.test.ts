import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { compress } from "hono/compress";
import { describe, expect, test } from "vitest";
import { readAssets } from "../../../functions/portal/assets.ts";
import { behindFront, FRONT_HEADER } from "../../../functions/portal/front.ts";

const secret = "s3cret-of-cloudfront";
const page = `<p>${"Norm V01 wordt door niemand gehaald. ".repeat(200)}</p>`;
let asked = 0;
/** As the portal does, it compresses its pages. */
const app = new Hono();
app.use(compress());
app.all("*", (c) => {
  asked++;
  return c.html(page, 200, { "Set-Cookie": "sessie=1", "X-Method": c.req.method });
});
const ask = (headers: Record<string, string>, path = "/overzicht", init: RequestInit = {}) =>
  behindFront(app, secret).fetch(new Request(`https://api.example${path}`, { ...init, headers }));

describe("the portal behind the content network", () => {
  test("answers what came through it", async () => {
    const answer = await ask({ [FRONT_HEADER]: secret });
    expect([answer.status, await answer.text()]).toEqual([200, page]);
  });

  test.each([{}, { [FRONT_HEADER]: "" }, { [FRONT_HEADER]: `${secret}x` }, { [FRONT_HEADER]: secret.slice(1) }])(
    "refuses what did not, before anything looks at it: %j",
    async (headers) => {
      const before = asked;
      for (const method of ["GET", "POST", "HEAD", "OPTIONS"]) {
        const answer = await ask(headers as Record<string, string>, "/overzicht", { method });
        expect([answer.status, answer.headers.get("Set-Cookie")]).toEqual([403, null]);
      }
      expect(asked).toBe(before);
    },
  );

  test("does not open at all without a secret", () => {
    expect(() => behindFront(app, undefined)).toThrow("PORTAL_FRONT_SECRET");
    expect(() => behindFront(app, "")).toThrow("PORTAL_FRONT_SECRET");
  });

  test("leaves compressed pages, cookies and methods as they are", async () => {
    const packed = await ask({ [FRONT_HEADER]: secret, "Accept-Encoding": "gzip, br" }, "/overzicht", { method: "POST" });
    expect(packed.headers.get("Content-Encoding")).toBe("gzip");
    expect(packed.headers.get("Set-Cookie")).toBe("sessie=1");
    expect(packed.headers.get("X-Method")).toBe("POST");
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(page.length / 10);
    expect(gunzipSync(bytes).toString()).toBe(page);
    expect((await ask({ [FRONT_HEADER]: secret })).headers.get("Content-Encoding")).toBeNull();
  });

  test("answers an event of an HTTP API with bytes that the API understands", async () => {
    const { statusCode, isBase64Encoded, body, cookies } = (await handle(behindFront(app, secret))(
      event({ "accept-encoding": "gzip" }),
    )) as {
      statusCode: number;
      isBase64Encoded: boolean;
      body: string;
      cookies: string[];
    };
    expect({ statusCode, isBase64Encoded, cookies }).toEqual({ statusCode: 200, isBase64Encoded: true, cookies: ["sessie=1"] });
    expect(gunzipSync(Buffer.from(body, "base64")).toString()).toBe(page);
  });
});

describe("the scripts beside the code", () => {
  test("are read by their names, byte for byte; without the folder there are none", () => {
    const folder = mkdtempSync(join(tmpdir(), "assets-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "assets", "deliver.js"), Buffer.from([0, 255, 10]));
    expect(readAssets(join(folder, "assets"))).toEqual(new Map([["deliver.js", new Uint8Array([0, 255, 10])]]));
    expect(readAssets(join(folder, "elders"))).toEqual(new Map());
    rmSync(folder, { recursive: true });
  });
});

/** As API Gateway gives it, payload 2.0. */
const event = (headers: Record<string, string>): LambdaEvent =>
  ({
    version: "2.0",
    routeKey: "$default",
    rawPath: "/overzicht",
    rawQueryString: "",
    headers: { ...headers, host: "api.example", [FRONT_HEADER]: secret },
    requestContext: {
      accountId: "0",
      apiId: "api",
      domainName: "api.example",
      domainPrefix: "api",
      http: { method: "GET", path: "/overzicht", protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      requestId: "1",
      routeKey: "$default",
      stage: "$default",
      time: "",
      timeEpoch: 0,
      authentication: null,
      authorizer: {},
    },
    isBase64Encoded: false,
  }) as unknown as LambdaEvent;
