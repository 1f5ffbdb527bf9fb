import type { Context, Hono } from "hono";
import { may, type Right } from "../core/access.ts";
import type { Session } from "../core/sessions.ts";
import type { Visit } from "./visit.tsx";

export interface PortalEnv {
  Variables: { visit: Visit; session: Session | undefined };
}

export type PageContext = Context<PortalEnv>;

/**
 * A page or an action of the portal. It cannot be written down without the right that it needs. Where its path has a `:body`, the right is
 * asked for that certifying body.
 */
export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly right: Right;
  answer(c: PageContext): Response | Promise<Response>;
}

/** What is answered to somebody without the right. */
export interface Refusals {
  /** Nobody is signed in. */
  signIn(c: PageContext): Response | Promise<Response>;
  /** This person may not. */
  forbidden(c: PageContext): Response | Promise<Response>;
}

/** Registers the routes; the right is looked at before anything is looked up, so that a refusal tells nothing about what there is. */
export function register(app: Hono<PortalEnv>, routes: readonly Route[], { signIn, forbidden }: Refusals): void {
  for (const { method, path, right, answer } of routes) {
    app.on(method, path, (c) => {
      const { user } = c.get("visit");
      if (may(user, right, c.req.param("body"))) return answer(c);
      return user === undefined ? signIn(c) : forbidden(c);
    });
  }
}
