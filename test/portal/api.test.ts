import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyCode } from "../../core/ids.ts";
import { type DevelopmentIssuer, startDevelopmentIssuer } from "../../local/issuer/issuer.ts";
import { openTokens } from "../../portal/api/tokens.ts";
import { machinesInMemory } from "./in-memory.ts";
import { madeUpData } from "./made-up.ts";
import { type OpenPortal, ORIGIN, openWith, person } from "./signed-in.ts";

const machines = new Map([
  ["api-ciio", "secret-ciio"],
  ["api-dnv", "secret-dnv"],
  ["api-unknown", "secret-unknown"],
]);
const nobody = { list: () => [], entered: () => {} };
const settings = { people: nobody, callback: "http://portal.example/", afterwards: "http://portal.example/", machines };

let issuer: DevelopmentIssuer;
let another: DevelopmentIssuer;
let portal: OpenPortal;

beforeAll(async () => {
  [issuer, another] = await Promise.all([startDevelopmentIssuer(settings), startDevelopmentIssuer(settings)]);
  const register = machinesInMemory([
    { clientId: "api-ciio", body: bodyCode("ciio"), name: "Systeem van CIIO" },
    { clientId: "api-dnv", body: bodyCode("dnv"), name: "Systeem van DNV" },
  ]);
  portal = openWith(madeUpData(), { tokenAddress: `${issuer.url}/token` }, { readToken: openTokens(issuer.url, register) });
});
afterAll(async () => {
  await issuer.close();
  await another.close();
});

async function tokenOf(client: string, from = issuer): Promise<string> {
  const answer = await fetch(`${from.url}/token`, {
    method: "POST",
    headers: { Authorization: `Basic ${Buffer.from(`${client}:${machines.get(client)}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

const ask = async (path: string, client: string | null, init: RequestInit = {}) =>
  portal.app.request(`${ORIGIN}/api/v1${path}`, {
    ...init,
    headers: { ...(client ? { Authorization: `Bearer ${await tokenOf(client)}` } : {}), ...init.headers },
  });

const post = (path: string, client: string | null, body: string) => ask(path, client, { method: "POST", body });

describe("the document of the API", () => {
  it("is valid OpenAPI 3.1, and open to everybody", async () => {
    const answer = await ask("/openapi.json", null);
    expect(answer.status).toBe(200);
    const { valid, errors } = await new Validator().validate((await answer.json()) as Record<string, unknown>);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it("says where a machine gets its token, and describes every operation there is", async () => {
    const document = (await (await ask("/openapi.json", null)).json()) as {
      paths: Record<string, object>;
      components: { securitySchemes: { machine: { flows: { clientCredentials: { tokenUrl: string } } } } };
    };
    expect(document.components.securitySchemes.machine.flows.clientCredentials.tokenUrl).toBe(`${issuer.url}/token`);
    expect(Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))).toEqual([
      "post /uploads",
      "get /uploads/{upload}",
      "get /deliveries",
      "get /deliveries/{delivery}/receipt",
      "get /deliveries/{delivery}/findings.csv",
      "get /deliveries/{delivery}/remarks.xlsx",
    ]);
  });
});

describe("a machine", () => {
  it("asks for leave to send, for its own body alone, and follows what it sent", async () => {
    const answer = await post("/uploads", "api-ciio", JSON.stringify({ type: "xlsx" }));
    expect(answer.status).toBe(201);
    const { upload, address, fields } = (await answer.json()) as { upload: string; address: string; fields: Record<string, string> };
    expect(address).toBe("https://store.example/");
    expect(fields["key"]).toBe(`ciio/${upload}/\${filename}`);
    expect(await (await ask(`/uploads/${upload}`, "api-ciio")).json()).toEqual({ upload, stage: "sent", delivery: null });
    expect((await ask(`/uploads/${upload}`, "api-dnv")).status).toBe(404);
  });

  it("reads its own deliveries and receipts, and nothing of others", async () => {
    const own = (await (await ask("/deliveries", "api-ciio")).json()) as { delivery: string; status: string | null }[];
    expect(own.map(({ delivery, status }) => [delivery, status])).toEqual([
      ["A-2026-0194", "unchanged"],
      ["A-2026-0193", "accepted"],
      ["A-2026-0192", "rejected"],
    ]);
    expect((await (await ask("/deliveries/A-2026-0192/receipt", "api-ciio")).json()) as object).toMatchObject({ status: "rejected" });
    expect((await ask("/deliveries/A-2026-0192/remarks.xlsx", "api-ciio")).headers.get("Content-Disposition")).toContain("attachment");
    expect((await ask("/deliveries/A-1999-0001/receipt", "api-ciio")).status).toBe(404);
  });

  it("is led to a file that is too large to be answered with", async () => {
    const address = "https://store.example/remarks.xlsx?X-Amz-Signature=0a";
    const large = openWith(
      madeUpData({ receiptFile: async () => ({ address }) }),
      {},
      { readToken: openTokens(issuer.url, machinesInMemory([{ clientId: "api-ciio", body: bodyCode("ciio"), name: "Systeem" }])) },
    );
    const headers = { Authorization: `Bearer ${await tokenOf("api-ciio")}` };
    const answer = await large.app.request(`${ORIGIN}/api/v1/deliveries/A-2026-0192/remarks.xlsx`, { headers });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, address]);
  });

  it("hears what is wrong with what it sent", async () => {
    for (const [sent, status] of [
      ["geen json", 400],
      ["{}", 400],
      ['{"type":"pdf"}', 400],
      ['{"type":"csv","body":"dnv"}', 400],
      [JSON.stringify({ type: "csv", reason: "x".repeat(600) }), 400],
      // Without a length of its own, as a client sends what it writes in pieces.
      [JSON.stringify({ type: "csv", reason: "x".repeat(20_000) }), 413],
    ] as const) {
      const answer = await post("/uploads", "api-ciio", sent);
      expect([answer.status, answer.headers.get("Content-Type")], sent.slice(0, 40)).toEqual([status, "application/problem+json"]);
    }
    const large = await ask("/uploads", "api-ciio", { method: "POST", body: "{}", headers: { "Content-Length": "10001" } });
    expect(large.status).toBe(413);
  });

  it("hears that a fault is ours, without what it was", async () => {
    const broken = openWith(
      madeUpData({ deliveriesOf: () => Promise.reject(new Error("hunter2")) }),
      { onFault: () => {} },
      { readToken: async () => person("body") },
    );
    const answer = await broken.app.request(`${ORIGIN}/api/v1/deliveries`, { headers: { Authorization: "Bearer x.y.z" } });
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([500, "application/problem+json"]);
    expect(await answer.text()).not.toContain("hunter2");
  });

  it("hears that there is no such operation", async () => {
    const answer = await ask("/everything", "api-ciio");
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([404, "application/problem+json"]);
  });
});

describe("the API is closed", () => {
  const refused = async (headers: Record<string, string>) => (await portal.app.request(`${ORIGIN}/api/v1/deliveries`, { headers })).status;

  it("to who has no token, or one that does not hold", async () => {
    const token = await tokenOf("api-ciio");
    const [head = "", claims = "", signature = ""] = token.split(".");
    const changed = Buffer.from(claims, "base64url").toString().replace("api-ciio", "api-dnv");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    for (const wrong of [
      "",
      "Bearer",
      "Bearer x",
      `Basic ${token}`,
      `Bearer ${head}.${Buffer.from(changed).toString("base64url")}.${signature}`,
      `Bearer ${none}.${claims}.`,
      `Bearer ${await tokenOf("api-ciio", another)}`,
      `Bearer ${await tokenOf("api-unknown")}`,
    ]) {
      expect(await refused({ Authorization: wrong }), wrong.slice(0, 30)).toBe(401);
    }
    expect(await refused({ Authorization: `Bearer ${token}` })).toBe(200);
  });

  it("to people: a cookie means nothing there, so no other site can use it", async () => {
    for (const user of [person("body"), person("policy"), person("administrator")]) {
      expect((await portal.ask("/api/v1/deliveries", {}, user)).status).toBe(401);
    }
  });

  it("to the ID token of a person, which no machine should have", async () => {
    const readToken = openTokens(issuer.url, machinesInMemory([{ clientId: "portal", body: bodyCode("ciio"), name: "x" }]));
    expect(await readToken("Bearer a.b.c")).toBeUndefined();
  });
});
