/** The portal over made-up data, with somebody signed in: what the issuer and the table are elsewhere is a few lines here. */
import type { Role, User } from "../../core/access.ts";
import { bodyCode } from "../../core/ids.ts";
import { createPortal, type Portal, type PortalOptions, type PortalServices } from "../../portal/app.tsx";
import type { PortalData } from "../../portal/data.ts";
import { maskToken } from "../../portal/sign-in/form-token.ts";
import type { Issuer } from "../../portal/sign-in/issuer.ts";
import { openSessions } from "../../portal/sign-in/sessions.ts";
import {
  decisionsInMemory,
  deskInMemory,
  draftsInMemory,
  historyOf,
  machinesInMemory,
  publishedInMemory,
  sessionsInMemory,
  storeInMemory,
  uploadsInMemory,
} from "./in-memory.ts";
import { shippedKeeper } from "./keeper.ts";
import { mailboxInMemory } from "./mailbox.ts";
import { peopleInMemory, peopleTrailInMemory } from "./people-in-memory.ts";

export const ORIGIN = "http://localhost";

/** A person for every part; `body` is of CIIO. */
export const person = (role: Role, body = "ciio"): User =>
  role === "body" ? { id: `body-${body}`, name: "Ira van Ciio", role, body: bodyCode(body) } : { id: role, name: `Pers ${role}`, role };

/** An issuer that nobody can come back from. */
export const closedIssuer: Issuer = {
  begin: async (callback, returnTo) => ({
    address: `https://issuer.example/authorize?redirect_uri=${encodeURIComponent(callback)}`,
    pending: { state: "state", nonce: "nonce", verifier: "verifier", returnTo },
  }),
  finish: () => Promise.reject(new Error("closed")),
  end: async () => undefined,
};

export interface OpenPortal extends Portal {
  /** Asks as that person; nobody when it is null. */
  ask(path: string, init?: RequestInit, as?: User | null): Promise<Response>;
  /** Sends a form as that person, with the token of the session. */
  send(path: string, fields: Readonly<Record<string, string>>, as?: User): Promise<Response>;
  /** Cookie header and token of a new session. */
  signIn(user: User): Promise<{ readonly cookie: string; readonly formToken: string }>;
}

export function openWith(data: PortalData, options: Partial<PortalOptions> = {}, services: Partial<PortalServices> = {}): OpenPortal {
  const register = sessionsInMemory();
  const people = peopleInMemory();
  const origin = options.origin ?? ORIGIN;
  const given = {
    data,
    sessions: register,
    issuer: closedIssuer,
    uploads: uploadsInMemory(),
    store: storeInMemory(),
    reports: historyOf([]),
    machines: machinesInMemory(),
    decisions: decisionsInMemory(),
    reviews: deskInMemory(),
    published: publishedInMemory(),
    drafts: draftsInMemory(),
    keeper: shippedKeeper(),
    people: async () => people,
    peopleTrail: peopleTrailInMemory(),
    redrive: async () => "redriven" as const,
    mailbox: mailboxInMemory(),
    readToken: async () => undefined,
    ...services,
  };
  const portal = createPortal(given, { ...options, origin });
  const sessions = openSessions(services.sessions ?? register, options.now);
  const name = origin.startsWith("https:") ? "__Host-sessie" : "sessie";
  const signIn = async (user: User) => {
    const { secret, session } = (await sessions.start(user))!;
    return { cookie: `${name}=${secret}`, formToken: maskToken(session.formToken) };
  };
  return {
    ...portal,
    signIn,
    async ask(path, init = {}, as = person("policy")) {
      const headers = new Headers(init.headers);
      if (as) headers.append("Cookie", [(await signIn(as)).cookie, headers.get("Cookie")].filter(Boolean).join("; "));
      return portal.app.request(`${origin}${path}`, { ...init, headers });
    },
    async send(path, fields, as = person("body")) {
      const { cookie, formToken } = await signIn(as);
      const body = new URLSearchParams({ ...fields, formulier: formToken });
      return portal.app.request(`${origin}${path}`, { method: "POST", body, headers: { Cookie: cookie, Origin: origin } });
    },
  };
}
