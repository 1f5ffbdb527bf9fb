/**
 * A stand-in of an OpenID Connect issuer: authorisation code with PKCE (S256) for people, client credentials for machines. It asks for no
 * password, so it listens on the loopback address only. Whether it keeps to the protocol is checked by the client library that the portal
 * uses, which is certified. Why it is our own: docs/decisions/.
 */
import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { choosePerson } from "./choose-person.tsx";
import type { OfferedPeople } from "./offered-people.ts";

export interface DevelopmentIssuerOptions {
  /** Asked anew every time: whoever was blocked meanwhile is not let in any more. */
  readonly people: OfferedPeople;
  /** Where codes may be sent to: the callback of the portal, exactly. */
  readonly callback: string;
  /** Where a browser may go after signing out. */
  readonly afterwards: string;
  /** Machine clients: id → secret. */
  readonly machines?: ReadonlyMap<string, string>;
  /** Default: the loopback address. Any other is refused. */
  readonly host?: string;
}

export interface DevelopmentIssuer {
  readonly url: string;
  close(): Promise<void>;
}

/** The portal, at this issuer. */
export const PORTAL_CLIENT = "portal";

interface IssuedCode {
  readonly person: string;
  readonly challenge: string;
  readonly nonce: string;
  readonly expires: number;
}

const MINUTE = 60_000;
const ALGORITHM = "ES256";

/** Starts it on a free port. Throws when it should listen elsewhere than on the loopback address: whoever reaches it is anybody. */
export async function startDevelopmentIssuer(options: DevelopmentIssuerOptions): Promise<DevelopmentIssuer> {
  const host = options.host ?? "127.0.0.1";
  if (host !== "127.0.0.1") throw new Error(`the development issuer asks for no password and listens on 127.0.0.1 only, not on ${host}`);
  const keys = await generateKeyPair(ALGORITHM);
  const codes = new Map<string, IssuedCode>();
  const app = new Hono();
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  const find = (id: string | undefined) => options.people.list().find((person) => person.id === id);
  const sign = (claims: Record<string, unknown>, audience: string, subject: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, kid: "development" })
      .setIssuer(url)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime("1h")
      .sign(keys.privateKey);

  app.get("/.well-known/openid-configuration", (c) =>
    c.json({
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/keys`,
      end_session_endpoint: `${url}/end`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: [ALGORITHM],
      code_challenge_methods_supported: ["S256"],
      token_endpoint_auth_methods_supported: ["none", "client_secret_basic", "client_secret_post"],
      grant_types_supported: ["authorization_code", "client_credentials"],
    }),
  );

  app.get("/keys", async (c) =>
    c.json({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: "development", alg: ALGORITHM, use: "sig" }] }),
  );

  app.get("/authorize", (c) => {
    const wrong = wrongRequest(c.req.query(), options.callback);
    return wrong ? c.text(wrong, 400) : c.html(choosePerson(options.people.list(), c.req.query()));
  });

  app.post("/authorize", async (c) => {
    const form = (await c.req.parseBody()) as Record<string, string>;
    const person = find(form["person"]);
    const wrong = wrongRequest(form, options.callback);
    if (wrong || !person) return c.text(wrong ?? "unknown person", 400);
    const code = randomBytes(32).toString("base64url");
    codes.set(code, { person: person.id, challenge: form["code_challenge"]!, nonce: form["nonce"] ?? "", expires: Date.now() + MINUTE });
    const target = new URL(options.callback);
    target.searchParams.set("code", code);
    target.searchParams.set("state", form["state"] ?? "");
    return c.redirect(target.href, 303);
  });

  app.post("/token", async (c) => {
    const form = (await c.req.parseBody()) as Record<string, string>;
    c.header("Cache-Control", "no-store");
    if (form["grant_type"] === "client_credentials") {
      const [id = "", secret = ""] = credentials(c.req.header("Authorization"), form);
      if (!secret || options.machines?.get(id) !== secret) return c.json({ error: "invalid_client" }, 401);
      const token = await sign({ client_id: id, token_use: "access", scope: "normenmonitor/aanleveren" }, "normenmonitor", id);
      return c.json({ access_token: token, token_type: "Bearer", expires_in: 3600, scope: "normenmonitor/aanleveren" });
    }
    const issued = codes.get(form["code"] ?? "");
    // A code is good for one try, also a failed one (RFC 6749, 10.5).
    codes.delete(form["code"] ?? "");
    const person = find(issued?.person);
    if (!issued || !person || issued.expires < Date.now() || challengeOf(form["code_verifier"]) !== issued.challenge) {
      return c.json({ error: "invalid_grant" }, 400);
    }
    const { id, name, groups } = person;
    options.people.entered(id);
    const idToken = await sign({ name, groups, nonce: issued.nonce }, PORTAL_CLIENT, id);
    return c.json({ access_token: randomBytes(32).toString("base64url"), token_type: "Bearer", expires_in: 3600, id_token: idToken });
  });

  app.get("/end", (c) => {
    const wanted = c.req.query("post_logout_redirect_uri");
    return wanted === options.afterwards ? c.redirect(wanted, 303) : c.text("signed out");
  });

  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What is wrong with a request to sign in; undefined when nothing is. */
function wrongRequest(query: Readonly<Record<string, string>>, callback: string): string | undefined {
  if (query["client_id"] !== PORTAL_CLIENT) return "unknown client_id";
  if (query["redirect_uri"] !== callback) return "redirect_uri is not the one of the portal";
  if (query["response_type"] !== "code") return "response_type must be code";
  if (query["code_challenge_method"] !== "S256" || !query["code_challenge"]) return "a code_challenge with S256 is needed";
  return undefined;
}

const challengeOf = (verifier = ""): string => createHash("sha256").update(verifier).digest("base64url");

/** Id and secret, from the header (RFC 6749, 2.3.1: each form-encoded) or the form. */
function credentials(header: string | undefined, form: Readonly<Record<string, string>>): readonly string[] {
  if (!header?.startsWith("Basic ")) return [form["client_id"] ?? "", form["client_secret"] ?? ""];
  return Buffer.from(header.slice("Basic ".length), "base64").toString("utf8").split(":").map(decodeURIComponent);
}
