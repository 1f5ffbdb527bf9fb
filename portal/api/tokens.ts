import type * as Jose from "jose";
import type { User } from "../../core/access.ts";
import type { MachineRegister } from "../../core/machines.ts";

/** What a token must allow. */
export const SCOPE = "normenmonitor/aanleveren";

/** Finds out which machine a bearer token is of. Undefined: it is no token of the issuer, has ended, lacks the scope, or its machine is not registered. */
export type ReadToken = (authorization: string | undefined) => Promise<User | undefined>;

/**
 * Access tokens of machine clients (client credentials), as JWT: signed by a key of the issuer, not ended, for the scope. Cognito's have no
 * audience, so the scope, which is named after this product, says whom it is for (RFC 9068, 4; Cognito: "Understanding the access token").
 */
export function openTokens(issuer: string, machines: MachineRegister): ReadToken {
  let keys: ReturnType<typeof Jose.createRemoteJWKSet> | undefined;
  const keysOf = async ({ createRemoteJWKSet }: typeof Jose) => {
    const answer = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
    if (!answer.ok) throw new Error(`the issuer answered ${answer.status}`);
    const { jwks_uri } = (await answer.json()) as { jwks_uri: string };
    return createRemoteJWKSet(new URL(jwks_uri));
  };
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? "")?.[1];
    if (!token) return undefined;
    // Read when a machine calls: no page waits for it.
    const jose = await import("jose");
    keys ??= await keysOf(jose);
    const claims = await jose.jwtVerify(token, keys, { issuer, algorithms: ["RS256", "ES256"], requiredClaims: ["exp"] }).then(
      ({ payload }) => payload,
      () => undefined,
    );
    const clientId = claims?.["client_id"];
    const scopes = typeof claims?.["scope"] === "string" ? claims["scope"].split(" ") : [];
    if (claims?.["token_use"] !== "access" || typeof clientId !== "string" || !scopes.includes(SCOPE)) return undefined;
    const machine = await machines.find(clientId);
    return machine && { id: clientId, name: machine.name, role: "body", body: machine.body };
  };
}
