import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";

/** Header by which CloudFront shows that a request came through it. The address of the API is no secret; what lies before it must not be walked around. */
export const FRONT_HEADER = "x-normenmonitor-front";

interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/**
 * The app behind the content network: what did not come through it is refused before anything looks at it. Throws when there is no secret: open to everybody is no default.
 */
export function behindFront(app: App, secret: string | undefined): Hono {
  if (!secret) throw new Error("environment variable PORTAL_FRONT_SECRET is not set");
  const expected = digest(secret);
  const front = new Hono();
  front.use(async (c, next) => {
    if (timingSafeEqual(digest(c.req.header(FRONT_HEADER) ?? ""), expected)) return next();
    return c.text("forbidden", 403, { "Cache-Control": "no-store" });
  });
  front.all("*", (c) => app.fetch(c.req.raw));
  return front;
}

/** Of one length, so that comparing takes as long for every guess. */
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
