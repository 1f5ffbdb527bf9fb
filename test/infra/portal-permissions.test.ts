/**
 * The portal does its work under exactly the permissions that it has on AWS: it is walked through by all sample users, page by page and form by form,
 * behind a guard that refuses what its role does not allow. And the other way round: what no page does, it may not do.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTable } from "../../functions/adapters/table/client.ts";
import { outbox } from "../../functions/adapters/table/outbox.ts";
import { unsubscribeTokens } from "../../functions/adapters/table/unsubscribe-tokens.ts";
import { useCatalogue } from "../../local/catalogue.ts";
import { deliver, processOutstanding } from "../../local/deliver.ts";
import { readInbox } from "../../local/inbox.ts";
import { servePortal } from "../../local/portal.ts";
import { score } from "../../local/score.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { signInAt } from "../local/sign-in.ts";
import { type Attempt, type Guard, startGuard } from "./guarded-endpoint.ts";
import { allowedByRole, root, synthesizeStages } from "./synthesized.ts";

interface Grant {
  readonly action: string;
  readonly on: string;
}

const people = ["beleid", "commissie", "beheer", "instelling-ciio", "instelling-dnv"] as const;
/** Pages of one kind, such as norms or receipts, ask the same of the stores: so many of each are enough. */
const PAGES_OF_A_KIND = 3;
/** The one user pool of the stage. */
const USER_POOL = /^.*:cognito-idp:.*:userpool\/normenmonitor-prod-user-pool-id$/;
/** The state machines of the stage, and their executions. */
const WORKFLOWS = /^.*:states:.*:(stateMachine|execution):normenmonitor-prod-.*$/;

/** Before the first sample: there is nothing to decide, so that the review can be closed at once. */
const REVIEWED = "2010-12-31";

const state = mkdtempSync(join(tmpdir(), "portal-permissions-"));
const refused = new Set<string>();
const used = new Set<string>();
const failures: string[] = [];
let grants: readonly Grant[];
let guards: readonly Guard[];
let stack: Stack;
let portal: { readonly url: string; close(): Promise<void> };

beforeAll(async () => {
  grants = grantsOfPortal();
  stack = await startStack({ state, root, retryScale: 0.001 });
  const catalogue = await useCatalogue(stack, join(root, "normenkader"));
  const some = readInbox(join(root, "samples", "deliveries")).files.filter(({ key }) => /^(ciio|dnv)\/2026/.test(key));
  for (const file of some) await deliver(stack, file);
  await processOutstanding(stack, () => {});

  const direct = {
    AWS_ENDPOINT_URL_S3: process.env["AWS_ENDPOINT_URL_S3"]!,
    AWS_ENDPOINT_URL_DYNAMODB: process.env["AWS_ENDPOINT_URL_DYNAMODB"]!,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: process.env["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"]!,
    AWS_ENDPOINT_URL_SFN: process.env["AWS_ENDPOINT_URL_SFN"]!,
  };
  guards = await Promise.all(Object.values(direct).map((url) => startGuard(url, may)));
  portal = await servePortal(stack, catalogue, { port: 0, state, root });
  // A client finds its endpoint at its first request, and keeps it.
  const guarded = Object.fromEntries(Object.keys(direct).map((name, i) => [name, guards[i]!.url]));
  Object.assign(process.env, guarded);
  // Before anything is published.
  await walk(await signInAt(portal.url, "beleid"));
  Object.assign(process.env, direct);
  await score(stack, "2026-12-31");
  const { executionArn } = await stack.workflows.start("relevance-review", { label: "NVVK", referenceDate: REVIEWED });
  await stack.workflows.wait(executionArn);
  await putDigest();
  Object.assign(process.env, guarded);
}, 120_000);

afterAll(async () => {
  await portal.close();
  await stack.close();
  for (const guard of guards) await guard.close();
  rmSync(state, { recursive: true, force: true });
});

describe("under the permissions of the template", () => {
  test.each(people)("%s sees every page that leads on from the first one, and no error page", { timeout: 120_000 }, async (person) => {
    const cookie = await signInAt(portal.url, person);
    const walked = await walk(cookie);
    expect(walked).toBeGreaterThan(5);
    expect(failures).toEqual([]);
  });

  test("a body asks leave to send a file, and withdraws a report with a reason", async () => {
    const cookie = await signInAt(portal.url, "instelling-ciio");
    const token = await formToken(cookie);
    const leave = await send(cookie, "/aanleveren/toegang", { formulier: token, soort: "csv" }, { Accept: "application/json" });
    expect([leave.status, Object.keys((await leave.json()) as object)]).toEqual([
      200,
      expect.arrayContaining(["address", "fields", "follow"]),
    ]);
    const { follow } = (await (
      await send(cookie, "/aanleveren/toegang", { formulier: token, soort: "csv" }, { Accept: "application/json" })
    ).json()) as {
      follow: string;
    };
    expect((await ask(cookie, `${follow}/stand`)).status).toBe(200);
    const report = (await links(cookie, "/mijn-aanleveringen")).find((path) => path.startsWith("/rapporten/"));
    expect(report).toBeDefined();
    const withdrawn = await send(cookie, `${report}/intrekken`, { formulier: token, reden: "Bij vergissing aangeleverd" });
    expect(withdrawn.status).toBeLessThan(400);
  });

  test("the system of a body asks leave to send a file, follows it, and reads its receipts", async () => {
    const { tokenUrl } = (await (await fetch(`${portal.url}/api/v1/openapi.json`)).json()).components.securitySchemes.machine.flows
      .clientCredentials;
    const basic = `Basic ${Buffer.from("api-ciio:development").toString("base64")}`;
    const asked = { method: "POST", headers: { Authorization: basic }, body: new URLSearchParams({ grant_type: "client_credentials" }) };
    const { access_token } = await (await fetch(tokenUrl, asked)).json();
    const call = (path: string, init: RequestInit = {}) =>
      fetch(`${portal.url}/api/v1${path}`, { ...init, headers: { Authorization: `Bearer ${access_token}` } });

    const { upload } = await (await call("/uploads", { method: "POST", body: JSON.stringify({ type: "csv" }) })).json();
    const deliveries = await (await call("/deliveries")).json();
    const statuses = [`/uploads/${upload}`, `/deliveries/${deliveries[0].delivery}/receipt`].map(async (path) => (await call(path)).status);
    expect(await Promise.all(statuses)).toEqual([200, 200]);
  });

  test("an administrator registers the system of a body and takes it away again", async () => {
    const cookie = await signInAt(portal.url, "beheer");
    const token = await formToken(cookie);
    const added = await send(cookie, "/beheer/systemen", { formulier: token, kenmerk: "proefsysteem", naam: "Proef", instelling: "ciio" });
    const removed = await send(cookie, "/beheer/systemen/verwijderen", { formulier: token, kenmerk: "proefsysteem" });
    expect([added.status, removed.status].every((status) => status < 400)).toBe(true);
  });

  test("an administrator fetches the catalogue and puts it in force again", async () => {
    const cookie = await signInAt(portal.url, "beheer");
    const zip = await (await ask(cookie, "/beheer/normenkader.zip")).blob();
    const form = new FormData();
    for (const [name, value] of [
      ["formulier", await formToken(cookie)],
      ["doel", "in gebruik nemen"],
    ] as const)
      form.set(name, value);
    form.set("bestand", zip, "normenkader.zip");
    const answer = await fetch(`${portal.url}/beheer/normenkader`, { method: "POST", headers: { Cookie: cookie }, body: form });
    expect([answer.status, (await answer.text()).includes("In gebruik genomen")]).toEqual([200, true]);
  });

  test("an administrator invites somebody, invites again, gives another part, blocks and lets in again", async () => {
    const cookie = await signInAt(portal.url, "beheer");
    const token = await formToken(cookie);
    const act = (path: string, fields: Record<string, string>) => send(cookie, `/beheer/mensen/${path}`, { formulier: token, ...fields });
    const email = "noor@voorbeeld.example";
    expect((await act("uitnodigen", { naam: "Noor", email, rol: "beheer" })).status).toBe(303);
    const wie = stack.people.find(email)!.sub;
    const steps: readonly [path: string, fields: Record<string, string>][] = [
      ["opnieuw-uitnodigen", {}],
      ["wijzigen", { bekend: "beheer", rol: "instelling-dnv" }],
      ["blokkeren", {}],
      ["blokkade-opheffen", {}],
    ];
    for (const [path, fields] of steps) expect([path, (await act(path, { wie, ...fields })).status]).toEqual([path, 303]);
    expect(stack.people.find(email)).toMatchObject({ enabled: true, groups: ["instelling-dnv"] });
  });

  test("an administrator tries an execution again, which has succeeded meanwhile", async () => {
    const cookie = await signInAt(portal.url, "beheer");
    const [{ machine, name } = { machine: "", name: "" }] = stack.workflows.list();
    const answer = await send(cookie, "/uitvoeringen/opnieuw", { formulier: await formToken(cookie), werkstroom: machine, naam: name });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/uitvoeringen?opnieuw=${name}`]);
  });

  test("the committee decides about a norm", async () => {
    const cookie = await signInAt(portal.url, "commissie");
    const norm = (await links(cookie, "/overzicht")).find((path) => /^\/normen\/[^/]+\//.test(path));
    const page = new URL((await ask(cookie, norm ?? "")).headers.get("Location") ?? norm ?? "", portal.url).pathname;
    const form = /<form[^>]*class="decide">.*?<\/form>/s.exec(await (await ask(cookie, page)).text())?.[0] ?? "";
    const hidden = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]);
    const fields = { ...Object.fromEntries(hidden), besluit: "monitor", reden: "Nog een jaar volgen" };
    expect((await send(cookie, `${page}/besluit`, fields)).status).toBe(303);
  });

  test("policy staff ask for a review", async () => {
    const cookie = await signInAt(portal.url, "beleid");
    const asked = { formulier: await formToken(cookie), label: "KSW", peildatum: REVIEWED };
    expect((await send(cookie, "/relevantietoets", asked)).status).toBe(303);
    const [started] = stack.workflows.list("relevance-review");
    expect(started).toMatchObject({ name: `KSW-${REVIEWED}` });
    await stack.workflows.wait(started!.arn);
  });

  test("the committee closes a review", async () => {
    const cookie = await signInAt(portal.url, "commissie");
    const path = `/relevantietoets/NVVK-${REVIEWED}`;
    expect((await send(cookie, `${path}/sluiten`, { formulier: await formToken(cookie) })).status).toBe(303);
    expect(await (await ask(cookie, path)).text()).toContain("Gesloten.");
  });

  test("somebody turns off digests, on the page and by the link in a mail", async () => {
    const cookie = await signInAt(portal.url, "beleid");
    const chosen = await send(cookie, "/berichten/samenvattingen", { formulier: await formToken(cookie), keuze: "aan" });
    const message = (await links(cookie, "/berichten")).find((path) => /^\/berichten\/signals-/.test(path)) ?? "";
    const link = /\/berichten\/afmelden\?sleutel=[\w.-]+/.exec(await (await ask(cookie, message)).text())?.[0] ?? "";
    const turnedOff = await fetch(portal.url + link, { method: "POST" });
    expect([chosen.status, turnedOff.status]).toEqual([303, 200]);
  });

  test("policy staff begin a draft of a next version and change it, and an administrator puts it in force", async () => {
    const cookie = await signInAt(portal.url, "beleid");
    const begun = await send(cookie, "/normenkaders", {
      formulier: await formToken(cookie),
      kader: "NVVK/basis/2021",
      versie: "2099",
      ingang: "2099-01-01",
    });
    const draft = begun.headers.get("Location") ?? "";
    const fields = { formulier: await formToken(cookie), herziening: "1", doel: "vervallen", reden: "Overbodig" };
    const dropped = await send(cookie, `${draft}/norm/1`, fields);
    const administrator = await signInAt(portal.url, "beheer");
    const days = { vanaf: "2099-01-01", tot: "2099-12-31", herziening: "2", formulier: await formToken(administrator) };
    const published = await send(administrator, `${draft}/publiceren`, days);
    expect([begun.status, dropped.status, published.status]).toEqual([303, 303, 303]);
    await walk(cookie);
    expect(failures).toEqual([]);
  });

  test("policy staff make a yearly report public, and somebody who is not signed in reads it", async () => {
    const cookie = await signInAt(portal.url, "beleid");
    const page = await (await ask(cookie, "/jaarrapport")).text();
    const form = /<form method="post" action="\/jaarrapport.*?<\/form>/s.exec(page)?.[0] ?? "";
    const hidden = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]);
    const sent = await send(cookie, "/jaarrapport/publiceren", { ...Object.fromEntries(hidden), gelezen: "ja" });
    expect(sent.status).toBe(303);
    const [published] = (await links("", "/openbaar/jaarrapport")).filter((path) => path.endsWith("jaarrapport.html"));
    expect((await ask("", published ?? "")).status).toBe(200);
    // Now that something is public, the next one is held against it.
    expect((await ask(cookie, "/jaarrapport")).status).toBe(200);
  });

  test("who signs out is signed out", async () => {
    const cookie = await signInAt(portal.url, "beleid");
    const out = await send(cookie, "/afmelden", { formulier: await formToken(cookie) });
    expect(out.status).toBeLessThan(400);
    expect((await ask(cookie, "/overzicht")).status).toBe(302);
  });

  test("nothing was refused that the pages tried", () => {
    expect([...refused]).toEqual([]);
  });

  test("nothing is allowed that no page ever does", () => {
    expect(grants.map(text).filter((grant) => !used.has(grant))).toEqual(NOT_WALKED);
  });
});

/** What the portal may do and this walk does not bring about, each with where it is shown. */
const NOT_WALKED: readonly string[] = [
  // No catalogue, a receipt or a report that is being written at this moment: "it is not there" instead of "forbidden".
  "s3:ListBucket on catalogue",
  "s3:ListBucket on receipts",
  "s3:ListBucket on reports",
  // A session that is used goes on: `test/functions/adapters/table/session-register.test.ts`.
  "dynamodb:UpdateItem on SESSION#*",
  // The first person of a body: `test/functions/adapters/people-directory.test.ts`.
  "cognito-idp:CreateGroup on user-pool",
];

/** A mail with the link that turns digests off: so few deliveries give no signal to tell of. */
async function putDigest(): Promise<void> {
  const table = openTable(process.env["TABLE_NAME"]!);
  const token = await unsubscribeTokens(table).of("beleid");
  const to = { id: "beleid", name: "Bea Beleid", email: "bea@voorbeeld.example" };
  const text = `/berichten/afmelden?sleutel=${token}`;
  await outbox(table).queue({ id: "signals-1", kind: "signals", to, subject: "Signalen", text, html: "" }, "2026-11-25T06:00:00.000Z");
  table.client.destroy();
}

/** Asks every page that is linked from the first one and from those, a few of each kind. Gives how many. */
async function walk(cookie: string): Promise<number> {
  const waiting = ["/"];
  const seen = new Set<string>();
  const kinds = new Map<string, number>();
  while (waiting.length > 0) {
    const path = waiting.shift()!;
    const kind =
      path.replace(/\?.*/, "").split("/").slice(0, 2).join("/") + (path.split("/").length > 2 ? `/${path.split("/").length}` : "");
    if (seen.has(path) || (kinds.get(kind) ?? 0) >= PAGES_OF_A_KIND) continue;
    seen.add(path);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const answer = await ask(cookie, path);
    if (answer.status >= 500) failures.push(`${path}: ${answer.status}`);
    const location = answer.headers.get("Location");
    if (location?.startsWith("/")) waiting.push(location);
    if (!answer.headers.get("Content-Type")?.startsWith("text/html")) continue;
    waiting.push(...linksIn(await answer.text()).filter((link) => !/^\/(taal|scripts|stijl|aanmelden|afgemeld)/.test(link)));
  }
  return seen.size;
}

const ask = (cookie: string, path: string): Promise<Response> =>
  fetch(portal.url + path, { redirect: "manual", headers: { Cookie: cookie } });

const send = (cookie: string, path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(portal.url + path, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
    headers: { Cookie: cookie, ...headers },
  });

const linksIn = (html: string): string[] => [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, path]) => path!.replaceAll("&amp;", "&"));
const links = async (cookie: string, path: string): Promise<string[]> => linksIn(await (await ask(cookie, path)).text());

/** The token that every form of this session carries. */
async function formToken(cookie: string): Promise<string> {
  let page = await ask(cookie, "/");
  while (page.headers.get("Location")) page = await ask(cookie, page.headers.get("Location")!);
  return /name="formulier" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
}

function may(attempt: Attempt): boolean {
  const grant = grants.find((one) => one.action === attempt.action && covers(one.on, attempt.on));
  if (grant) used.add(text(grant));
  else refused.add(text(attempt));
  return grant !== undefined;
}

const text = ({ action, on }: Attempt): string => `${action} on ${on}`;
const covers = (granted: string, thing: string): boolean =>
  granted.endsWith("*") ? thing.startsWith(granted.slice(0, -1)) : thing === granted;

function grantsOfPortal(): readonly Grant[] {
  const { portal: template } = synthesizeStages().find((made) => made.stage.name === "prod")!;
  const [statements] = [...allowedByRole(template).values()];
  return statements!.flatMap(({ actions, resources, condition }) => {
    const partitions = condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] as string[] | undefined;
    const things =
      partitions ??
      resources.map((resource) =>
        resource
          .replace(/^normenmonitor-prod-(\w+)-arn/, "$1")
          .replace(USER_POOL, "user-pool")
          .replace(WORKFLOWS, "workflows"),
      );
    return actions
      .filter((action) => /^(s3|dynamodb|cognito-idp|states):/.test(action))
      .flatMap((action) => things.map((on) => ({ action, on })));
  });
}
