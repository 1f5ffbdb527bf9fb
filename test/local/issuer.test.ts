import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DevelopmentIssuer, startDevelopmentIssuer } from "../../local/issuer/issuer.ts";
import type { OfferedPeople } from "../../local/issuer/offered-people.ts";
import type { PortalOptions } from "../../portal/app.tsx";
import { openIssuer } from "../../portal/sign-in/issuer.ts";
import { sessionsInMemory } from "../portal/in-memory.ts";
import { madeUpData } from "../portal/made-up.ts";
import { openWith } from "../portal/signed-in.ts";

const origin = "http://127.0.0.1:8787";
const callback = `${origin}/aangemeld`;
const people = [
  { id: "bea", name: "Bea Beleid", groups: ["beleid"], part: "", email: "" },
  { id: "ira", name: "Ira Instelling", groups: ["instelling-ciio"], part: "", email: "" },
  { id: "noa", name: "Noa Nieuw", groups: ["iets-anders"], part: "", email: "" },
  { id: "tom", name: "Tom Twee", groups: ["instelling-ciio", "instelling-dnv"], part: "", email: "" },
];

const blocked = new Set<string>();
const entered: string[] = [];
const offered: OfferedPeople = {
  list: () => people.filter(({ id }) => !blocked.has(id)),
  entered: (id) => void entered.push(id),
};

let issuer: DevelopmentIssuer;
beforeAll(async () => {
  issuer = await startDevelopmentIssuer({
    people: offered,
    callback,
    afterwards: `${origin}/afgemeld`,
    machines: new Map([["api-ciio", "geheim"]]),
  });
});
afterAll(() => issuer.close());

function portal(options: Partial<PortalOptions> = {}) {
  const client = openIssuer({ issuer: issuer.url, clientId: "portal", groupsClaim: "groups" });
  const faults: Error[] = [];
  const opened = openWith(
    madeUpData(),
    { origin, onFault: (error) => void faults.push(error), ...options },
    { issuer: client, sessions: sessionsInMemory() },
  );
  const ask = (path: string, cookie = "") => opened.app.request(origin + path, { headers: { Cookie: cookie } });
  return { ...opened, faults, get: ask };
}

type Opened = ReturnType<typeof portal>;

const cookieOf = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .find((cookie) => cookie.startsWith(`${name}=`)) ?? "";

async function begin(opened: Opened, path = "/aanmelden") {
  const answer = await opened.get(path);
  return { asked: new URL(answer.headers.get("Location") ?? ""), pending: cookieOf(answer, "aanmelden") };
}

/** Address with which the issuer sends the person back. */
async function choose(asked: URL, person: string, changed: Record<string, string> = {}): Promise<URL> {
  const body = new URLSearchParams({ ...Object.fromEntries(asked.searchParams), person, ...changed });
  const answer = await fetch(`${issuer.url}/authorize`, { method: "POST", redirect: "manual", body });
  return new URL(answer.headers.get("Location") ?? "");
}

async function signIn(opened: Opened, person: string, path?: string) {
  const { asked, pending } = await begin(opened, path);
  const back = await choose(asked, person);
  return opened.get(back.pathname + back.search, pending);
}

describe("who signs in", () => {
  it("goes to the issuer with a code challenge, and comes back with a session that opens the first page", async () => {
    const opened = portal();
    const { asked } = await begin(opened);
    expect(asked.origin).toBe(issuer.url);
    expect(asked.searchParams.get("code_challenge_method")).toBe("S256");
    const answer = await signIn(opened, "bea");
    expect(answer.headers.get("Location")).toBe("/");
    const start = await opened.get("/", cookieOf(answer, "sessie"));
    expect(start.headers.get("Location")).toBe("/overzicht");
    const page = await (await opened.get("/overzicht", cookieOf(answer, "sessie"))).text();
    expect(page).toContain("Bea Beleid");
  });

  it("comes back to the page that was asked for, and never to another site", async () => {
    const opened = portal();
    const wanted = await opened.get("/aanleveringen?status=aangenomen");
    expect(wanted.headers.get("Location")).toBe("/aanmelden?terug=%2Faanleveringen%3Fstatus%3Daangenomen");
    const answer = await signIn(opened, "bea", wanted.headers.get("Location") ?? "");
    expect(answer.headers.get("Location")).toBe("/aanleveringen?status=aangenomen");
    for (const elsewhere of ["//evil.example", "https://evil.example/x", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)"]) {
      const there = await signIn(opened, "bea", `/aanmelden?terug=${encodeURIComponent(elsewhere)}`);
      expect(new URL(there.headers.get("Location") ?? "", origin).origin, elsewhere).toBe(origin);
    }
  });

  it("is told so when nothing, or more than one part, is his to play", async () => {
    const opened = portal();
    for (const [person, name] of [
      ["noa", "Noa Nieuw"],
      ["tom", "Tom Twee"],
    ] as const) {
      const answer = await signIn(opened, person);
      expect(answer.status).toBe(403);
      expect(cookieOf(answer, "sessie")).toBe("");
      expect(await answer.text()).toContain(`U bent herkend als ${name}`);
    }
  });

  it("gets a cookie that scripts cannot read, and over TLS one that only this host can set", async () => {
    const answer = await signIn(portal(), "bea");
    const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith("sessie="));
    expect(set).toMatch(/^sessie=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = openWith(madeUpData(), { origin: "https://normen.example" });
    const begun = await secure.app.request("https://normen.example/aanmelden");
    expect(begun.headers.getSetCookie()[0]).toMatch(/^__Host-aanmelden=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe("what does not belong to the sign-in that was begun is refused", () => {
  const refused = async (opened: Opened, path: string, cookie: string) => {
    const answer = await opened.get(path, cookie);
    expect(answer.status).toBe(400);
    expect(cookieOf(answer, "sessie")).toBe("");
    expect(await answer.text()).toContain("Aanmelden is niet gelukt");
  };

  it("without the cookie of the browser that began", async () => {
    const opened = portal();
    const { asked } = await begin(opened);
    const back = await choose(asked, "bea");
    await refused(opened, back.pathname + back.search, "");
  });

  it("with the cookie of another sign-in: its state, code challenge and nonce are others", async () => {
    const opened = portal();
    const [one, other] = [await begin(opened), await begin(opened)];
    const back = await choose(one.asked, "bea");
    await refused(opened, back.pathname + back.search, other.pending);
    const otherState = await choose(one.asked, "bea", { state: other.asked.searchParams.get("state") ?? "" });
    await refused(opened, otherState.pathname + otherState.search, other.pending);
  });

  it("a second time with the same code", async () => {
    const opened = portal();
    const { asked, pending } = await begin(opened);
    const back = await choose(asked, "bea");
    expect((await opened.get(back.pathname + back.search, pending)).status).toBe(302);
    await refused(opened, back.pathname + back.search, pending);
  });

  it("with a token whose nonce is another", async () => {
    const opened = portal();
    const { asked, pending } = await begin(opened);
    const back = await choose(asked, "bea", { nonce: "another" });
    await refused(opened, back.pathname + back.search, pending);
  });

  it("when the person cancelled", async () => {
    const opened = portal();
    const { asked, pending } = await begin(opened);
    await refused(opened, `/aangemeld?error=access_denied&state=${asked.searchParams.get("state")}`, pending);
    expect(opened.faults).toHaveLength(1);
  });
});

describe("a session", () => {
  it("ends by signing out, here and at the issuer", async () => {
    const opened = portal();
    const cookie = cookieOf(await signIn(opened, "bea"), "sessie");
    const page = await (await opened.get("/overzicht", cookie)).text();
    const token = /name="formulier" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const out = await opened.app.request(`${origin}/afmelden`, {
      method: "POST",
      headers: { Cookie: cookie, Origin: origin },
      body: new URLSearchParams({ formulier: token }),
    });
    expect(out.status).toBe(303);
    expect(out.headers.get("Location")).toContain(`${issuer.url}/end?`);
    expect((await opened.get("/overzicht", cookie)).headers.get("Location")).toContain("/aanmelden");
  });

  it("ends two hours after it was last used, and ten hours after it began", async () => {
    let now = Date.parse("2026-11-25T08:00:00Z");
    const opened = portal({ now: () => now });
    const hours = (count: number) => {
      now += count * 3_600_000;
    };
    const isOpen = async (cookie: string) => (await opened.get("/overzicht", cookie)).status === 200;
    const idle = cookieOf(await signIn(opened, "bea"), "sessie");
    hours(1.9);
    expect(await isOpen(idle)).toBe(true);
    hours(1.9);
    expect(await isOpen(idle)).toBe(true);
    hours(2.1);
    expect(await isOpen(idle)).toBe(false);
    const busy = cookieOf(await signIn(opened, "bea"), "sessie");
    for (let i = 0; i < 6; i++) {
      hours(1.6);
      expect(await isOpen(busy)).toBe(true);
    }
    hours(0.5);
    expect(await isOpen(busy)).toBe(false);
  });

  it("is not what somebody thought up", async () => {
    const opened = portal();
    for (const cookie of ["sessie=", "sessie=x", `sessie=${"a".repeat(43)}`, "sessie=../../x", `sessie=${"a".repeat(10_000)}`]) {
      expect((await opened.get("/overzicht", cookie)).status).toBe(302);
    }
  });

  it("that the browser had before signing in is worth nothing after it", async () => {
    const opened = portal();
    const planted = cookieOf(await signIn(opened, "ira"), "sessie");
    const { asked, pending } = await begin(opened);
    const back = await choose(asked, "bea");
    await opened.get(back.pathname + back.search, `${pending}; ${planted}`);
    expect((await opened.get("/", planted)).headers.get("Location")).toContain("/aanmelden");
  });
});

describe("the issuer of one machine", () => {
  it("listens on the loopback address only", async () => {
    expect(new URL(issuer.url).hostname).toBe("127.0.0.1");
    await expect(startDevelopmentIssuer({ people: offered, callback, afterwards: "", host: "0.0.0.0" })).rejects.toThrow("127.0.0.1 only");
  });

  it("is not trusted elsewhere: an issuer without TLS must be on this machine", () => {
    const settings = { clientId: "portal", groupsClaim: "groups" };
    for (const address of ["http://issuer.example", "http://127.0.0.1.evil.example", "http://10.0.0.1"]) {
      expect(() => openIssuer({ ...settings, issuer: address })).toThrow("without TLS");
    }
    expect(() => openIssuer({ ...settings, issuer: "https://issuer.example" })).not.toThrow();
  });

  it("sends nobody to another callback, and asks for a code challenge", async () => {
    const { asked } = await begin(portal());
    const changed = (fields: Record<string, string>) =>
      fetch(`${issuer.url}/authorize?${new URLSearchParams({ ...Object.fromEntries(asked.searchParams), ...fields })}`);
    expect((await changed({})).status).toBe(200);
    const wrongs: Record<string, string>[] = [
      { redirect_uri: "https://evil.example/" },
      { client_id: "other" },
      { code_challenge_method: "plain" },
    ];
    for (const wrong of wrongs) {
      expect((await changed(wrong)).status).toBe(400);
    }
  });

  it("gives a machine a token for its secret, and for nothing else", async () => {
    const token = (secret: string) =>
      fetch(`${issuer.url}/token`, {
        method: "POST",
        headers: { Authorization: `Basic ${Buffer.from(`api-ciio:${secret}`).toString("base64")}` },
        body: new URLSearchParams({ grant_type: "client_credentials" }),
      });
    expect((await token("geheim")).status).toBe(200);
    for (const secret of ["fout", ""]) expect((await token(secret)).status).toBe(401);
  });

  it("does not take a verifier that is not the one of the challenge", async () => {
    const { asked } = await begin(portal());
    const back = await choose(asked, "bea", { code_challenge: createHash("sha256").update("mine").digest("base64url") });
    const exchange = (code_verifier: string) =>
      fetch(`${issuer.url}/token`, {
        method: "POST",
        body: new URLSearchParams({ grant_type: "authorization_code", code: back.searchParams.get("code") ?? "", code_verifier }),
      });
    expect((await exchange("yours")).status).toBe(400);
    expect((await exchange("mine")).status, "a code is good for one try").toBe(400);
  });
});
