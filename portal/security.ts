import type { MiddlewareHandler } from "hono";

/** Host names of this machine itself, without the port. */
export const loopbackHosts: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/**
 * No page needs a script, a frame or anything from elsewhere, so a text that slipped through unescaped could still do nothing.
 * Style and icon come from this server; SVG attributes are no inline style.
 */
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Headers of every answer, errors too. What a route says about caching stays; by default an answer is not kept. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("Content-Security-Policy", policy);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("X-Frame-Options", "DENY");
  c.header("Referrer-Policy", "no-referrer");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
  c.header("Cross-Origin-Resource-Policy", "same-origin");
  c.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()");
  if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "private, no-store");
};

/** Is the request for one of these hosts? Another site can make its own name point to this machine ("DNS rebinding"); its pages may not read ours. */
export function isFor(hosts: readonly string[], hostHeader: string | undefined, url: string): boolean {
  const host = (hostHeader ?? new URL(url).host).replace(/:\d+$/, "").toLowerCase();
  return hosts.includes(host);
}
