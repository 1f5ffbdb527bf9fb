/** The portal of one machine from the outside: a body delivers, follows, sees what became of it, takes a report back; another sees nothing of it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyCode } from "../../core/ids.ts";
import type { OwnReport } from "../../core/intake/own-past.ts";
import { useCatalogue } from "../../local/catalogue.ts";
import { processOutstanding } from "../../local/deliver.ts";
import { servePortal } from "../../local/portal.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { signInAt } from "./sign-in.ts";

const root = join(import.meta.dirname, "../..");
const state = mkdtempSync(join(tmpdir(), "portal-"));
let stack: Stack;
let portal: Awaited<ReturnType<typeof servePortal>>;
let own: Person;
let other: Person;
let processing: Promise<unknown> = Promise.resolve();

type Person = Awaited<ReturnType<typeof visit>>;

beforeAll(async () => {
  const onArrival = () => {
    processing = processing.then(() => processOutstanding(stack, () => {}));
  };
  stack = await startStack({ state, root, onArrival });
  const catalogue = await useCatalogue(stack, join(root, "normenkader"));
  portal = await servePortal(stack, catalogue, { port: 0, state, root });
  own = await visit("instelling-ciio");
  other = await visit("instelling-dnv");
});

afterAll(async () => {
  await portal.close();
  await processing;
  await stack.close();
  rmSync(state, { recursive: true, force: true });
});

const report = (reference: string, score = "voldoet") =>
  [
    "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score",
    `${reference};91000001;Welzijn Voorbeeld;KSW;2019;eerste toets;01-03-2024;V01;${score}`,
    "",
  ].join("\r\n");

async function visit(person: string) {
  const cookie = await signInAt(portal.url, person);
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, portal.url), { redirect: "manual", ...init, headers: { Cookie: cookie, ...init.headers } });
  const token = /name="formulier" value="([^"]+)"/.exec(await (await ask("/aanleveren")).text())?.[1] ?? "";
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(path, { method: "POST", headers: { Origin: portal.url, ...headers }, body: new URLSearchParams({ ...fields, formulier: token }) });
  return { ask, post };
}

interface Leave {
  readonly address: string;
  readonly fields: Record<string, string>;
  readonly follow: string;
}

const leave = async (person: Person, fields: Record<string, string> = {}): Promise<Leave> =>
  (await person.post("/aanleveren/toegang", { soort: "csv", ...fields }, { Accept: "application/json" })).json();

function send({ address, fields }: Pick<Leave, "address" | "fields">, content: string, name = "maart.csv") {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set("file", new Blob([content]), name);
  return fetch(address, { method: "POST", body: form, redirect: "manual" });
}

/** Address of the receipt, when there is one. */
async function receiptOf(person: Person, follow: string): Promise<string> {
  for (let i = 0; i < 200; i++) {
    const { receipt } = await (await person.ask(`${follow}/stand`)).json();
    if (receipt) return receipt;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("no receipt in ten seconds");
}

describe("a certifying body", () => {
  it("sends a file, follows it, and finds its receipt and its report, with who sent it", async () => {
    const granted = await leave(own);
    expect((await (await own.ask(granted.follow)).text()).replace(/\s+/g, " ")).toContain("Uw bestand komt binnen.");
    expect((await send(granted, report("P-1"), "toetsen maart.csv")).status).toBe(201);
    const receipt = await receiptOf(own, granted.follow);
    const page = await (await own.ask(receipt)).text();
    expect(page).toContain("Aangenomen");
    expect(page).toContain("toetsen maart.csv");
    expect(page).not.toMatch(/\d{8}T\d{6}Z-/);
    expect((await own.ask(granted.follow)).headers.get("Location")).toBe(receipt);
    const history = await (await own.ask("/rapporten/ciio/KSW/P-1")).text();
    expect(history).toContain("nieuw opgenomen");
    expect(history).toContain("Medewerker CIIO");
    expect(await (await own.ask("/mijn-aanleveringen")).text()).toContain('href="/rapporten/ciio/KSW/P-1"');
    const before = (await (await own.ask("/aanleveren/eerder.json")).json()) as OwnReport[];
    const known = await stack.reports.known([{ body: bodyCode("ciio"), label: "KSW", reference: "P-1" }]);
    expect(before.find(({ reference }) => reference === "P-1")).toEqual({ reference: "P-1", label: "KSW", ...[...known.values()][0]! });
    expect(await (await other.ask("/aanleveren/eerder.json")).json()).toEqual([]);
  });

  it("sends without a script too: the store leads the browser on to the page that follows it", async () => {
    const page = await (await own.post("/aanleveren/toegang", {})).text();
    const address = /<form method="post" action="([^"]+)" enctype/.exec(page)?.[1] ?? "";
    const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("&amp;", "&"),
    ]);
    const { formulier: _, ...fields } = Object.fromEntries(hidden);
    const answer = await send({ address, fields }, report("P-2"));
    expect(answer.status).toBe(303);
    const next = new URL(answer.headers.get("Location") ?? "");
    expect(next.origin).toBe(portal.url);
    expect(await receiptOf(own, next.pathname)).toMatch(/^\/aanleveringen\/ciio\/A-/);
  });

  it("corrects a report with a reason, which stands in its history; personal data in it is masked", async () => {
    const first = await leave(own);
    await send(first, report("P-3"));
    await receiptOf(own, first.follow);
    const granted = await leave(own, { reden: "Verkeerde score, zie mail van jan.jansen@voorbeeld.nl" });
    const changed = report("P-3", "voldoet niet").replace("rapportkenmerk;", "rapportkenmerk;status;").replace("P-3;", "P-3;gewijzigd;");
    await send(granted, changed);
    await receiptOf(own, granted.follow);
    const history = await (await own.ask("/rapporten/ciio/KSW/P-3")).text();
    expect(history).toContain("vervangt de eerdere versie");
    expect(history).toContain("Verkeerde score, zie mail van ***@***");
    expect(history).not.toContain("jan.jansen");
  });

  it("takes a report back, with a reason and not without", async () => {
    const reference = 'P 4/;"é#1';
    const granted = await leave(own);
    await send(granted, report(`"${reference.replaceAll('"', '""')}"`));
    await receiptOf(own, granted.follow);
    const address = `/rapporten/ciio/KSW/${encodeURIComponent(reference)}`;
    const without = await own.post(`${address}/intrekken`, { reden: "  " });
    expect(without.status).toBe(400);
    expect(await without.text()).toContain("Vul een reden in. Het rapport is niet ingetrokken.");
    const withdrawn = await own.post(`${address}/intrekken`, { reden: "Dubbel aangeleverd" });
    expect(withdrawn.status).toBe(303);
    await receiptOf(own, withdrawn.headers.get("Location") ?? "");
    const history = await (await own.ask(address)).text();
    expect(history).toContain("Dit rapport is ingetrokken en telt niet mee.");
    expect(history).toContain("Dubbel aangeleverd");
  });

  it("sees nothing of what another delivers, and can do nothing to it", async () => {
    const granted = await leave(own);
    await send(granted, report("P-5"));
    const receipt = await receiptOf(own, granted.follow);
    for (const path of [receipt, `${receipt}/receipt.json`, granted.follow, `${granted.follow}/stand`, "/rapporten/ciio/KSW/P-5"]) {
      expect((await other.ask(path)).status, path).toBe(403);
    }
    expect((await other.post("/rapporten/ciio/KSW/P-5/intrekken", { reden: "x" })).status).toBe(403);
    expect(await (await other.ask("/mijn-aanleveringen")).text()).not.toContain("P-5");
    expect(await (await own.ask("/rapporten/ciio/KSW/P-5")).text()).toContain("Dit rapport telt mee in de cijfers.");
  });
});

it("the system of a body delivers by the API, step by step as docs/api.md says", async () => {
  const document = await (await fetch(`${portal.url}/api/v1/openapi.json`)).json();
  const { tokenUrl } = document.components.securitySchemes.machine.flows.clientCredentials;
  const basic = Buffer.from("api-dnv:development").toString("base64");
  const grant = {
    method: "POST",
    headers: { Authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  };
  const { access_token } = await (await fetch(tokenUrl, grant)).json();
  const call = async (path: string, init: RequestInit = {}) =>
    (await fetch(`${portal.url}/api/v1${path}`, { ...init, headers: { Authorization: `Bearer ${access_token}` } })).json();

  const granted = await call("/uploads", { method: "POST", body: JSON.stringify({ type: "csv" }) });
  expect((await send(granted, report("M-1"))).status).toBe(201);
  let followed = await call(`/uploads/${granted.upload}`);
  for (let i = 0; i < 200 && followed.stage !== "finished"; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    followed = await call(`/uploads/${granted.upload}`);
  }
  const receipt = await call(`/deliveries/${followed.delivery}/receipt`);
  expect(receipt.reports).toEqual([{ reference: "M-1", label: "KSW", outcome: "new" }]);
  expect(await (await other.ask("/rapporten/dnv/KSW/M-1")).text()).toContain("Systeem van DNV");
});

describe("leave to send", () => {
  it("is for the own prefix, one type and a size: anything else the store refuses", async () => {
    const granted = await leave(own);
    const changed = (fields: Record<string, string>) => send({ ...granted, fields: { ...granted.fields, ...fields } }, report("P-6"));
    const wrongs: Record<string, string>[] = [
      { key: "dnv/x.csv" },
      { key: "ciio/x.csv" },
      { "Content-Type": "text/html" },
      { success_action_status: "200" },
    ];
    for (const wrong of wrongs) expect((await changed(wrong)).status, JSON.stringify(wrong)).toBe(403);
    expect((await send(granted, "")).status).toBe(400);
  });

  it("keeps a hostile file name below the own prefix", async () => {
    const granted = await leave(own);
    expect((await send(granted, report("P-7"), "../../dnv/kwaad.csv")).status).toBe(201);
    expect(await receiptOf(own, granted.follow)).toMatch(/^\/aanleveringen\/ciio\//);
    expect(await (await other.ask("/mijn-aanleveringen")).text()).not.toContain("kwaad");
  });
});
