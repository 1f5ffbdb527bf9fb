import type * as Oidc from "openid-client";

export interface IssuerSettings {
  /** Address of the issuer, as in its own tokens. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: a public client, which the code challenge protects. */
  readonly clientSecret?: string;
  /** Claim of the ID token with the groups of a person. Cognito: `cognito:groups`. */
  readonly groupsClaim: string;
  /** Where the browser goes to sign out, for an issuer that does not say so itself (Cognito). `{return}` becomes where to come back to. */
  readonly endAddress?: string;
}

/** What must be remembered between going to the issuer and coming back. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Path to go to afterwards. */
  readonly returnTo: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly string[];
}

/** The issuer as the portal needs it. */
export interface Issuer {
  begin(callback: string, returnTo: string): Promise<{ readonly address: string; readonly pending: PendingSignIn }>;
  /** The person that the issuer vouches for. Throws when the answer does not belong to what was begun, or is not the issuer's. */
  finish(callback: URL, pending: PendingSignIn): Promise<Person>;
  /** Where the browser goes to sign out at the issuer too; undefined when it has no such place. */
  end(returnTo: string): Promise<string | undefined>;
}

/**
 * An OpenID Connect issuer: authorisation code with PKCE, state and nonce (OpenID Connect Core 1.0; RFC 7636). Asked for its own settings
 * at the first sign-in, not before: a page without a sign-in does not wait for it.
 *
 * @throws Error when the issuer is reached without TLS from elsewhere than this machine itself.
 */
export function openIssuer({ issuer, clientId, clientSecret, groupsClaim, endAddress }: IssuerSettings): Issuer {
  const server = new URL(issuer);
  const plain = server.protocol !== "https:";
  if (plain && !isLoopback(server.hostname)) throw new Error(`an issuer without TLS is only trusted on this machine itself: ${issuer}`);
  let known: Promise<Oidc.Configuration> | undefined;
  const configuration = async (oidc: typeof Oidc): Promise<Oidc.Configuration> => {
    known ??= oidc
      .discovery(server, clientId, undefined, clientSecret ? oidc.ClientSecretBasic(clientSecret) : oidc.None(), {
        execute: plain ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        // The next sign-in asks again.
        known = undefined;
        throw error;
      });
    return known;
  };

  return {
    async begin(callback, returnTo) {
      const oidc = await client();
      const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), returnTo };
      const address = oidc.buildAuthorizationUrl(await configuration(oidc), {
        redirect_uri: callback,
        scope: "openid profile",
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: "S256",
        state: pending.state,
        nonce: pending.nonce,
      });
      return { address: address.href, pending };
    },
    async finish(callback, { state, nonce, verifier }) {
      const oidc = await client();
      const tokens = await oidc.authorizationCodeGrant(await configuration(oidc), callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error("the issuer gave no ID token");
      const groups = claims[groupsClaim];
      return {
        id: claims.sub,
        name: text(claims["name"]) ?? text(claims["email"]) ?? claims.sub,
        groups: Array.isArray(groups) ? groups.filter((group) => typeof group === "string") : [],
      };
    },
    async end(returnTo) {
      if (endAddress) return endAddress.replace("{return}", encodeURIComponent(returnTo));
      const oidc = await client();
      const known = await configuration(oidc);
      if (!known.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(known, { post_logout_redirect_uri: returnTo, client_id: clientId }).href;
    },
  };
}

/** Read when somebody signs in: other pages do not wait for it. */
const client = (): Promise<typeof Oidc> => import("openid-client");

const isLoopback = (host: string): boolean => host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

const text = (value: unknown): string | undefined => (typeof value === "string" && value.trim() !== "" ? value : undefined);
