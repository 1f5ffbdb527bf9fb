import { userOf } from "../../core/access.ts";
import { page } from "../page.tsx";
import { NoPart, SignedOut, SignInFailed } from "../pages/sign-in.tsx";
import type { PageContext, Route } from "../route.ts";
import type { SignInCookies } from "./cookies.ts";
import type { Issuer } from "./issuer.ts";
import { returnAddress } from "./return-address.ts";
import type { Sessions } from "./sessions.ts";

export interface SignInParts {
  readonly issuer: Issuer;
  readonly sessions: Sessions;
  readonly cookies: SignInCookies;
  /** Scheme and host of the portal, as people see it. */
  readonly origin: string;
  onFault(error: Error): void;
  /** Milliseconds since 1970. */
  now(): number;
}

export const SIGN_IN = "/aanmelden";
const CALLBACK = "/aangemeld";
const SIGNED_OUT = "/afgemeld";

/** Address of the sign-in page that comes back to `address`. */
export const signInAddress = (address: string): string =>
  address === "/" ? SIGN_IN : `${SIGN_IN}?${new URLSearchParams({ terug: address })}`;

export function signInRoutes({ issuer, sessions, cookies, origin, onFault, now }: SignInParts): readonly Route[] {
  const begin = async (c: PageContext) => {
    const { address, pending } = await issuer.begin(origin + CALLBACK, returnAddress(c.req.query("terug"), origin));
    cookies.keepPending(c, pending);
    return c.redirect(address, 302);
  };

  const finish = async (c: PageContext) => {
    const pending = cookies.pending(c);
    cookies.dropPending(c);
    if (!pending) return page(c, <SignInFailed />, 400);
    const since = now();
    // The address as the issuer knows it: behind a content network the request has another host.
    const callback = new URL(CALLBACK + new URL(c.req.url).search, origin);
    const person = await issuer.finish(callback, pending).catch((error: Error) => onFault(error));
    if (!person) return page(c, <SignInFailed />, 400);
    const user = userOf(person);
    if (!user) return page(c, <NoPart name={person.name} />, 403);
    // Whatever session this browser had ends: what was planted before signing in is worth nothing after it.
    await sessions.end(cookies.session(c));
    const started = await sessions.start(user, since);
    if (!started) return page(c, <SignInFailed />, 400);
    cookies.keepSession(c, started.secret);
    return c.redirect(returnAddress(pending.returnTo, origin), 302);
  };

  const end = async (c: PageContext) => {
    await sessions.end(cookies.session(c));
    cookies.dropSession(c);
    const elsewhere = await issuer.end(origin + SIGNED_OUT).catch((error: Error) => onFault(error));
    return c.redirect(elsewhere ?? SIGNED_OUT, 303);
  };

  return [
    { method: "GET", path: SIGN_IN, right: "enter", answer: begin },
    { method: "GET", path: CALLBACK, right: "enter", answer: finish },
    { method: "POST", path: "/afmelden", right: "beSignedIn", answer: end },
    { method: "GET", path: SIGNED_OUT, right: "enter", answer: (c) => page(c, <SignedOut />) },
  ];
}
