import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { PortalEnv } from "./route.ts";
import type { SignInCookies } from "./sign-in/cookies.ts";
import { maskToken } from "./sign-in/form-token.ts";
import type { Sessions } from "./sign-in/sessions.ts";

export const LANGUAGE_COOKIE = "taal";

/** Finds out who asks, in which language, for everything that follows. */
export const visitor =
  (sessions: Sessions, cookies: SignInCookies, scripts: ReadonlyMap<string, string>): MiddlewareHandler<PortalEnv> =>
  async (c, next) => {
    const session = await sessions.find(cookies.session(c));
    const url = new URL(c.req.url);
    c.set("session", session);
    c.set("visit", {
      user: session?.user,
      formToken: session && maskToken(session.formToken),
      language: getCookie(c, LANGUAGE_COOKIE) === "en" ? "en" : "nl",
      address: url.pathname + url.search,
      scripts,
    });
    return next();
  };
