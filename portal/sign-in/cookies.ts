import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { PendingSignIn } from "./issuer.ts";

/**
 * The cookies of sign-in. With TLS their names begin with `__Host-`: a browser then takes them only over TLS, for this host alone and without
 * a domain, so that no neighbouring site can plant one. On a loopback address without TLS there is no neighbour, and Safari would refuse
 * a secure cookie there.
 */
export interface SignInCookies {
  session(c: Context): string | undefined;
  keepSession(c: Context, secret: string): void;
  dropSession(c: Context): void;
  pending(c: Context): PendingSignIn | undefined;
  keepPending(c: Context, pending: PendingSignIn): void;
  dropPending(c: Context): void;
}

/** Longer than anybody needs to type a password and fetch a code from a telephone. */
const PENDING_SECONDS = 15 * 60;

export function signInCookies(secure: boolean): SignInCookies {
  const options = { path: "/", httpOnly: true, secure, sameSite: "Lax", ...(secure ? { prefix: "host" as const } : {}) } as const;
  const read = (c: Context, name: string) => (secure ? getCookie(c, name, "host") : getCookie(c, name));
  return {
    session: (c) => read(c, "sessie"),
    // Without a date it goes when the browser is closed; the session itself ends on the server.
    keepSession: (c, secret) => setCookie(c, "sessie", secret, options),
    dropSession: (c) => void deleteCookie(c, "sessie", options),
    pending: (c) => pendingFrom(read(c, "aanmelden")),
    keepPending: (c, pending) => setCookie(c, "aanmelden", JSON.stringify(pending), { ...options, maxAge: PENDING_SECONDS }),
    dropPending: (c) => void deleteCookie(c, "aanmelden", options),
  };
}

function pendingFrom(text: string | undefined): PendingSignIn | undefined {
  try {
    const { state, nonce, verifier, returnTo } = JSON.parse(text ?? "") as Partial<PendingSignIn>;
    return state && nonce && verifier && returnTo ? { state, nonce, verifier, returnTo } : undefined;
  } catch {
    return undefined;
  }
}
