/** Messages on one machine, from a delivery to the page of the person who is reminded: the same handler as on AWS, against the stand-ins. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useCatalogue } from "../../local/catalogue.ts";
import { deliver, processOutstanding } from "../../local/deliver.ts";
import { readInbox } from "../../local/inbox.ts";
import { servePortal } from "../../local/portal.ts";
import { score } from "../../local/score.ts";
import { MAILS, type Stack, startStack } from "../../local/stack.ts";
import { signInAt } from "./sign-in.ts";

const root = join(import.meta.dirname, "../..");
const state = mkdtempSync(join(tmpdir(), "messages-"));
let stack: Stack;
let portal: Awaited<ReturnType<typeof servePortal>>;

const mails = () => readdirSync(join(state, MAILS)).sort();
const run = () => stack.tasks["send-notifications"]?.({});
const pageOf = async (person: string, path: string) =>
  (await fetch(portal.url + path, { headers: { Cookie: await signInAt(portal.url, person) } })).text();

beforeAll(async () => {
  stack = await startStack({ state, root });
  const catalogue = await useCatalogue(stack, join(root, "normenkader"));
  portal = await servePortal(stack, catalogue, { port: 0, state, root });
}, 60_000);

afterAll(async () => {
  await portal.close();
  await stack.close();
  rmSync(state, { recursive: true, force: true });
});

it("before anything is delivered, nobody is told anything", async () => {
  expect(await run()).toMatchObject({ outcome: "done", sent: 0 });
  expect(mails()).toEqual([]);
});

it("a body whose tests are late is reminded once, by mail and on its page, and policy staff see that it was", {
  timeout: 60_000,
}, async () => {
  // Tests of early 2024 under a cycle of two years, and none since.
  const [file] = readInbox(join(root, "samples", "deliveries")).files.filter(({ key }) => key === "ciio/2024-1-rapporten.csv");
  await deliver(stack, file!);
  await processOutstanding(stack, () => {});
  await score(stack, "2026-11-25");

  await run();
  const once = mails();
  const [mail = ""] = once.filter((name) => name.includes("medewerker@ciio.example"));
  expect(readFileSync(join(state, MAILS, mail), "utf8")).toContain("is de toets te laat");
  expect(once.filter((name) => name.includes("@dnv.example"))).toEqual([]);
  await run();
  expect(mails()).toEqual(once);

  expect(await pageOf("instelling-ciio", "/berichten")).toContain("is de toets te laat");
  expect(await pageOf("instelling-dnv", "/berichten")).toContain("U hebt nog geen berichten.");
  const overview = await pageOf("beleid", "/aanleveringen");
  expect(overview.slice(overview.indexOf('id="herinneringen"'))).toContain("verstuurd");
});
