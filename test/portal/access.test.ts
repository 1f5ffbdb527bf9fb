import { describe, expect, it } from "vitest";
import { may, rights, type User, userOf } from "../../core/access.ts";
import { madeUpData } from "./made-up.ts";
import { openWith, person } from "./signed-in.ts";

/** Everybody there is, and for a page of one certifying body both its own staff and that of another. */
const visitors = {
  nobody: null,
  own: person("body", "ciio"),
  other: person("body", "dnv"),
  policy: person("policy"),
  committee: person("committee"),
  administrator: person("administrator"),
} as const satisfies Record<string, User | null>;
type Visitor = keyof typeof visitors;

const everyone = Object.keys(visitors) as Visitor[];
const signedIn = everyone.filter((visitor) => visitor !== "nobody");
const figures: Visitor[] = ["policy", "committee"];
const overview: Visitor[] = ["policy", "administrator"];
const drafts: Visitor[] = ["policy", "committee", "administrator"];
const DRAFT = "/normenkaders/concept/:label/:variant/:version";

/** Who may use each route, written down by hand: a route that is not here fails. `:body` is CIIO. */
const table: Readonly<Record<string, readonly Visitor[]>> = {
  "GET /": signedIn,
  "GET /taal/:language": everyone,
  "GET /gezondheid": everyone,
  "GET /scripts/:name": everyone,
  "GET /stijl.css": everyone,
  "GET /icoon.svg": everyone,
  "GET /aanmelden": everyone,
  "GET /aangemeld": everyone,
  "POST /afmelden": signedIn,
  "GET /afgemeld": everyone,
  "GET /overzicht": figures,
  "GET /normen": figures,
  "GET /normen/:label/:variant/:version/:norm": figures,
  "GET /normen/:label/:variant/:version/:norm/besluit": figures,
  "POST /normen/:label/:variant/:version/:norm/besluit": ["committee"],
  "GET /besluiten": figures,
  "GET /relevantietoets": figures,
  "POST /relevantietoets": figures,
  "GET /relevantietoets/:review": figures,
  "GET /relevantietoets/:review/normen/:label/:variant/:version/:norm": figures,
  "GET /relevantietoets/:review/normen/:label/:variant/:version/:norm/besluit": figures,
  "POST /relevantietoets/:review/normen/:label/:variant/:version/:norm/besluit": ["committee"],
  "GET /relevantietoets/:review/sluiten": figures,
  "POST /relevantietoets/:review/sluiten": ["committee"],
  "GET /relevantietoets/:review/dossier/:format": figures,
  "GET /relevantietoets/:review/besluitenlijst": figures,
  "GET /cijfers": figures,
  "GET /cijfers/:name": figures,
  "GET /vergelijken": figures,
  "GET /vergelijken/labels": figures,
  "GET /vergelijken/varianten": figures,
  "GET /zelfevaluatie": figures,
  "GET /verbeterpunten": figures,
  "GET /planning": figures,
  "GET /competenties": figures,
  "GET /trends": figures,
  "GET /jaarrapport": figures,
  "GET /jaarrapport/bestand": figures,
  "GET /jaarrapport/onderzoek.zip": figures,
  "GET /jaarrapport/publiceren": figures,
  "POST /jaarrapport/publiceren": ["policy"],
  "GET /openbaar/jaarrapport": everyone,
  "GET /openbaar/jaarrapport/:label/:year": everyone,
  "GET /openbaar/jaarrapport/:label/:year/:version/:name": everyone,
  "GET /dias": figures,
  "GET /dias/normen.pptx": figures,
  "GET /normenkaders": drafts,
  "POST /normenkaders": figures,
  "GET /normenkaders/vergelijken": drafts,
  [`GET ${DRAFT}`]: drafts,
  [`POST ${DRAFT}`]: figures,
  [`GET ${DRAFT}/norm/:norm`]: figures,
  [`POST ${DRAFT}/norm/:norm`]: figures,
  [`GET ${DRAFT}/samenvoegen`]: figures,
  [`POST ${DRAFT}/samenvoegen`]: figures,
  [`GET ${DRAFT}/gegevens`]: figures,
  [`POST ${DRAFT}/gegevens`]: figures,
  [`GET ${DRAFT}/concept.xlsx`]: drafts,
  [`GET ${DRAFT}/normenkader.json`]: drafts,
  [`GET ${DRAFT}/bestand`]: figures,
  [`POST ${DRAFT}/bestand`]: figures,
  [`GET ${DRAFT}/publiceren`]: ["administrator"],
  [`POST ${DRAFT}/publiceren`]: ["administrator"],
  "GET /spiegel": ["own", "other"],
  "GET /aanleveren": ["own", "other"],
  "GET /aanleveren/eerder.json": ["own", "other"],
  "GET /aanleveren/normenkader.json": ["own", "other"],
  "POST /aanleveren/toegang": ["own", "other"],
  "GET /aanleveringen/:body/onderweg/:upload": ["own", ...overview],
  "GET /aanleveringen/:body/onderweg/:upload/stand": ["own", ...overview],
  "GET /mijn-aanleveringen": ["own", "other"],
  "GET /rapporten/:body/:label/:reference": ["own", ...overview],
  "POST /rapporten/:body/:label/:reference/intrekken": ["own"],
  "GET /aanleveringen": overview,
  "GET /aanleveringen/:body/:number": ["own", ...overview],
  "GET /aanleveringen/:body/:number/receipt.json": ["own", ...overview],
  "GET /aanleveringen/:body/:number/findings.csv": ["own", ...overview],
  "GET /aanleveringen/:body/:number/remarks.xlsx": ["own", ...overview],
  "GET /berichten": signedIn,
  "POST /berichten/samenvattingen": signedIn,
  "GET /berichten/afmelden": everyone,
  "POST /berichten/afmelden": everyone,
  "GET /berichten/:id": signedIn,
  "GET /berichten/:id/bericht.eml": signedIn,
  "GET /uitvoeringen": overview,
  "POST /uitvoeringen/opnieuw": ["administrator"],
  "GET /specificatie": everyone,
  "GET /sjabloon": signedIn,
  "GET /sjabloon.xlsx": signedIn,
  "GET /controle.html": signedIn,
  "GET /beheer": ["administrator"],
  "GET /beheer/mensen": ["administrator"],
  "POST /beheer/mensen/uitnodigen": ["administrator"],
  "GET /beheer/mensen/persoon": ["administrator"],
  "POST /beheer/mensen/wijzigen": ["administrator"],
  "GET /beheer/mensen/blokkeren": ["administrator"],
  "POST /beheer/mensen/blokkeren": ["administrator"],
  "POST /beheer/mensen/blokkade-opheffen": ["administrator"],
  "POST /beheer/mensen/opnieuw-uitnodigen": ["administrator"],
  "GET /beheer/normenkader": ["administrator"],
  "GET /beheer/normenkader.zip": ["administrator"],
  "POST /beheer/normenkader": ["administrator"],
  "POST /beheer/systemen": ["administrator"],
  "POST /beheer/systemen/verwijderen": ["administrator"],
};

const data = madeUpData();
const portal = openWith(data);
const cases = portal.routes.flatMap(({ method, path }) => everyone.map((visitor) => ({ method, path, visitor })));

/** A real address of the route. */
const address = (path: string): string =>
  path.replace(":body", "ciio").replace(":number", "A-2026-0192").replace(":name", "norm-figures.csv").replace(":language", "nl");

/** A page without its own address, which its link to the other language has. */
const withoutAddress = (text: string): string => text.replace(/href="\/taal[^"]*"/, "");

describe("every route, for everybody", () => {
  it("stands in the table, and the table has no others", () => {
    expect(portal.routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(table).sort());
  });

  it.each(cases)("$method $path for $visitor", async ({ method, path, visitor }) => {
    const allowed = table[`${method} ${path}`]?.includes(visitor);
    const user = visitors[visitor];
    const answer =
      method === "POST" && user ? await portal.send(address(path), {}, user) : await portal.ask(address(path), { method }, user);
    const refused = [401, 403].includes(answer.status) || (answer.headers.get("Location") ?? "").startsWith("/aanmelden");
    expect(refused).toBe(!allowed);
    if (refused) expect(withoutAddress(await answer.text())).not.toMatch(/A-2026|CIIO/);
  });

  it("a refusal says the same whether there is something at the address or not", async () => {
    const there = await portal.ask("/aanleveringen/ciio/A-2026-0192", {}, visitors.other);
    const nothing = await portal.ask("/aanleveringen/ciio/A-2026-9999", {}, visitors.other);
    const same = async (answer: Response) => (await answer.text()).replaceAll(/A-2026-\d+|value="[^"]*"/g, "");
    expect(there.status).toBe(nothing.status);
    expect(await same(there)).toBe(await same(nothing));
  });

  it("no way of writing a path goes around the right", async () => {
    const tricks = [
      "/aanleveringen//ciio/A-2026-0192",
      "/aanleveringen/%63iio/A-2026-0192",
      "/aanleveringen/dnv/../ciio/A-2026-0192",
      "/AANLEVERINGEN/ciio/A-2026-0192",
    ];
    for (const path of tricks) {
      const answer = await portal.ask(path, {}, visitors.other);
      expect([403, 404], path).toContain(answer.status);
    }
  });
});

describe("the rights", () => {
  it("are sentences in both languages, no two the same", () => {
    const sentences = Object.values(rights).flatMap(({ sentence }) => [sentence.nl, sentence.en]);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it("a body delivers for itself alone; nobody else delivers at all", () => {
    const deliver = everyone.filter((visitor) => may(visitors[visitor] ?? undefined, "deliver", "ciio"));
    expect(deliver).toEqual(["own"]);
  });

  it("the committee decides, the administrator manages", () => {
    const who = (right: "decide" | "administer") => everyone.filter((visitor) => may(visitors[visitor] ?? undefined, right));
    expect(who("decide")).toEqual(["committee"]);
    expect(who("administer")).toEqual(["administrator"]);
  });

  it("a person plays one part, from groups that mean something here", () => {
    const of = (...groups: string[]) => userOf({ id: "1", name: "Naam", groups });
    expect(of("beleid", "alle-medewerkers")).toEqual({ id: "1", name: "Naam", role: "policy" });
    expect(of("instelling-ciio", "instelling-ciio")).toEqual({ id: "1", name: "Naam", role: "body", body: "ciio" });
    for (const groups of [
      [],
      ["alle-medewerkers"],
      ["instelling-ciio", "instelling-dnv"],
      ["beleid", "beheer"],
      ["instelling-"],
      ["BELEID"],
    ]) {
      expect(of(...groups), groups.join()).toBeUndefined();
    }
  });
});

describe("a form", () => {
  const cookie = async () => (await portal.signIn(visitors.policy)).cookie;
  const post = async (headers: Record<string, string>, body?: BodyInit) =>
    (await portal.app.request("http://localhost/afmelden", { method: "POST", headers: { Cookie: await cookie(), ...headers }, body }))
      .status;

  it("without the token of the session changes nothing", async () => {
    const { cookie: own, formToken } = await portal.signIn(visitors.policy);
    const { formToken: another } = await portal.signIn(visitors.policy);
    for (const token of ["", "x", another]) expect(await post({}, new URLSearchParams({ formulier: token }))).toBe(403);
    expect(await post({ "X-Formulier": another })).toBe(403);
    expect((await portal.ask("/overzicht", { headers: { Cookie: own } }, null)).status).toBe(200);
    const right = { Cookie: own, "X-Formulier": formToken };
    expect((await portal.app.request("http://localhost/afmelden", { method: "POST", headers: right })).status).toBe(303);
    expect((await portal.ask("/overzicht", { headers: { Cookie: own } }, null)).status).toBe(302);
  });

  it("that says it comes from another site changes nothing, whatever it carries", async () => {
    for (const from of ["https://evil.example", "null", "http://localhost.evil.example"]) {
      const { cookie: own, formToken } = await portal.signIn(visitors.policy);
      const headers = { Cookie: own, Origin: from, "X-Formulier": formToken };
      expect((await portal.app.request("http://localhost/afmelden", { method: "POST", headers })).status).toBe(403);
    }
  });

  it("that is larger than any form of ours is refused before it is read", async () => {
    expect(await post({ "Content-Length": "1000001" })).toBe(413);
    const headers = { Cookie: await cookie(), "Content-Length": "1000001" };
    const answer = await portal.app.request("http://localhost/afmelden", { method: "POST", headers });
    expect(await answer.text()).toContain("Wat u verstuurde, is groter dan hier kan (1 MB). Er is niets veranderd.");
  });
});
