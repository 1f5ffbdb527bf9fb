import { deleteCookie, setCookie } from "hono/cookie";
import { may, type User } from "../../core/access.ts";
import { icon } from "../icon.ts";
import { languages } from "../language.tsx";
import type { Route } from "../route.ts";
import type { Scripts } from "../script-assets.ts";
import { returnAddress } from "../sign-in/return-address.ts";
import { stylesheet } from "../stylesheet.ts";
import { LANGUAGE_COOKIE } from "../visitor.ts";

/** Everybody's first page is the one with his or her own work on it. */
const firstPage = (user: User | undefined): string => {
  if (may(user, "seeFigures")) return "/overzicht";
  if (may(user, "seeAllDeliveries")) return "/aanleveringen";
  return "/mijn-aanleveringen";
};

const YEAR = 365 * 24 * 3600;

/** The way in, the language, and what every page is dressed with. */
export const startRoutes = (origin: string, scripts: Scripts): readonly Route[] => [
  { method: "GET", path: "/", right: "beSignedIn", answer: (c) => c.redirect(firstPage(c.get("visit").user), 302) },
  {
    method: "GET",
    path: "/taal/:language",
    right: "enter",
    answer: (c) => {
      const language = languages.find((one) => one === c.req.param("language"));
      if (language === "nl") deleteCookie(c, LANGUAGE_COOKIE, { path: "/" });
      else if (language) setCookie(c, LANGUAGE_COOKIE, language, { path: "/", sameSite: "Lax", httpOnly: true, maxAge: YEAR });
      return c.redirect(returnAddress(c.req.query("terug"), origin), 302);
    },
  },
  { method: "GET", path: "/gezondheid", right: "enter", answer: (c) => c.text("ok") },
  {
    method: "GET",
    path: "/stijl.css",
    right: "enter",
    answer: (c) => c.body(stylesheet, 200, { "Content-Type": "text/css; charset=utf-8", ...kept }),
  },
  {
    method: "GET",
    path: "/scripts/:name",
    right: "enter",
    answer: (c) => {
      const script = scripts.get(c.req.param("name") ?? "");
      if (!script) return c.notFound();
      return c.body(new Uint8Array(script), 200, { "Content-Type": "text/javascript; charset=utf-8", ...kept });
    },
  },
  {
    method: "GET",
    path: "/icoon.svg",
    right: "enter",
    answer: (c) => c.body(icon, 200, { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" }),
  },
];

/** The address of the style sheet changes with its content. */
export const kept = { "Cache-Control": "public, max-age=31536000, immutable" };
