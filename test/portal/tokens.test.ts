/** What a token must say to be one of a machine: of the issuer of people too come tokens, signed by the same key. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bodyCode } from "../../core/ids.ts";
import { openTokens, type ReadToken, SCOPE } from "../../portal/api/tokens.ts";
import { machinesInMemory } from "./in-memory.ts";

let server: Server;
let issuer: string;
let readToken: ReadToken;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  keys = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "1", alg: "RS256", use: "sig" };
  server = createServer((request, response) => {
    const answer = request.url === "/keys" ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` };
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  readToken = openTokens(issuer, machinesInMemory([{ clientId: "api-ciio", body: bodyCode("ciio"), name: "Systeem van CIIO" }]));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const NOW = () => Math.floor(Date.now() / 1000);
const right = () => ({ iss: issuer, client_id: "api-ciio", token_use: "access", scope: `${SCOPE} openid`, exp: NOW() + 60 });

const read = async (replaced: Record<string, unknown> = {}) =>
  readToken(
    `Bearer ${await new SignJWT({ ...right(), ...replaced }).setProtectedHeader({ alg: "RS256", kid: "1" }).sign(keys.privateKey)}`,
  );

it("an access token of a known machine, for this product, is one of its body", async () => {
  expect(await read()).toEqual({ id: "api-ciio", name: "Systeem van CIIO", role: "body", body: "ciio" });
});

it.each([
  ["for another product", { scope: "another/scope" }],
  ["for a scope that only begins alike", { scope: `${SCOPE}-not` }],
  ["without a scope", { scope: undefined }],
  ["that says who a person is", { token_use: "id" }],
  ["that does not say what it is for", { token_use: undefined }],
  ["of another issuer", { iss: "https://issuer.example" }],
  ["that has ended", { exp: 1 }],
  ["that never ends", { exp: undefined }],
  ["of a machine that nobody registered", { client_id: "api-dnv" }],
  ["of no machine", { client_id: undefined }],
])("a token %s, signed by the same key, opens nothing", async (_, replaced) => {
  expect(await read(replaced)).toBeUndefined();
});
