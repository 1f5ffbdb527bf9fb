import type { MiddlewareHandler } from "hono";
import { page } from "./page.tsx";
import { ForeignForm, FormTooLarge } from "./pages/problem.tsx";
import type { PageContext, PortalEnv } from "./route.ts";
import { carriesToken } from "./sign-in/form-token.ts";
import { FORM_TOKEN } from "./visit.tsx";

/** The same, for a script that sends something else than a form. */
export const FORM_TOKEN_HEADER = "X-Formulier";

/** A form of this portal is a few fields, or a small file of an administrator or of a draft; deliveries go to their store, not through here. */
const MAX_FORM_BYTES = 1_000_000;

/**
 * Lets nothing change that another site asked for: what is sent must carry the token of the session, which only its own pages know, and
 * must not say that it comes from elsewhere. Whoever is not signed in has nothing to change: the right that the route needs refuses that.
 */
export const formGuard =
  (origin: string): MiddlewareHandler<PortalEnv> =>
  async (c, next) => {
    const session = c.get("session");
    if (c.req.method === "GET" || c.req.method === "HEAD" || session === undefined) return next();
    const from = c.req.header("Origin");
    if (from !== undefined && from !== origin) return page(c, <ForeignForm />, 403);
    // A browser says how long its form is; what comes in pieces has no end that could be looked at first.
    const inPieces = c.req.header("Transfer-Encoding") !== undefined;
    if (inPieces || Number(c.req.header("Content-Length") ?? 0) > MAX_FORM_BYTES) return page(c, <FormTooLarge />, 413);
    const token = c.req.header(FORM_TOKEN_HEADER) ?? (await tokenIn(c));
    return carriesToken(token, session.formToken) ? next() : page(c, <ForeignForm />, 403);
  };

/** What cannot be read as a form carries no token. */
async function tokenIn(c: PageContext): Promise<unknown> {
  try {
    return (await c.req.parseBody())[FORM_TOKEN];
  } catch {
    return undefined;
  }
}
