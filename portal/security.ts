import type { MiddlewareHandler } from "hono";

/** Host names of this machine itself, without the port. */
export const loopbackHosts: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

export interface Elsewhere {
  /** Origins to which a form may lead: the issuer, for signing out, and the store that deliveries are sent to. */
  readonly forms: readonly string[];
  /** Origins that a script may send to: the store that deliveries are sent to. */
  readonly connections: readonly string[];
}

/**
 * Scripts, styles and pictures come from this server alone and none stand in a page, so a text that slipped through unescaped could do
 * nothing. SVG attributes are no inline style. A picture may be made in the page itself (`blob:`, for a chart as PNG).
 */
const policy = ({ forms, connections }: Elsewhere): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    ["connect-src 'self'", ...connections].join(" "),
    ["form-action 'self'", ...forms].join(" "),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Two years, as browsers ask for before they take a site into their own list (hstspreload.org). */
const ALWAYS_TLS = "max-age=63072000; includeSubDomains";

/** Headers of every answer, errors too. What a route says about caching stays, and a policy of its own (a page with its style in it); by default an answer is not kept. `secure`: it is served over TLS. */
export const securityHeaders = (elsewhere: Elsewhere, secure: boolean): MiddlewareHandler => {
  const contentPolicy = policy(elsewhere);
  return async (c, next) => {
    await next();
    // A document that stands on its own has a stricter one.
    if (!c.res.headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", contentPolicy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("X-Frame-Options", "DENY");
    // To our own server the whole address, which a form needs; to others not even the host.
    c.header("Referrer-Policy", "same-origin");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()");
    if (secure) c.header("Strict-Transport-Security", ALWAYS_TLS);
    if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "private, no-store");
  };
};

/** Is the request for one of these hosts? Another site can make its own name point to this machine ("DNS rebinding"); its pages may not read ours. */
export function isFor(hosts: readonly string[], hostHeader: string | undefined, url: string): boolean {
  const host = (hostHeader ?? new URL(url).host).replace(/:\d+$/, "").toLowerCase();
  return hosts.includes(host);
}
