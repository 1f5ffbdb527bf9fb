/** People on one machine, from the outside: whoever is invited can be chosen at sign-in, whoever is blocked is out at once and cannot come back. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { peopleDirectory } from "../../../functions/adapters/people-directory.ts";
import { useCatalogue } from "../../../local/catalogue.ts";
import { servePortal } from "../../../local/portal.ts";
import { type Stack, startStack } from "../../../local/stack.ts";
import { signInAt } from "../sign-in.ts";

const root = join(import.meta.dirname, "../../..");
const state = mkdtempSync(join(tmpdir(), "managing-people-"));
let stack: Stack;
let portal: Awaited<ReturnType<typeof servePortal>>;
let administrator: string;

beforeAll(open);
afterAll(async () => {
  await close();
  rmSync(state, { recursive: true, force: true });
});

async function open(): Promise<void> {
  stack = await startStack({ state, root });
  const catalogue = await useCatalogue(stack, join(root, "normenkader"));
  portal = await servePortal(stack, catalogue, { port: 0, state, root });
  administrator = await signInAt(portal.url, "beheer");
}

async function close(): Promise<void> {
  await portal.close();
  await stack.close();
}

const ask = (path: string, cookie = administrator) => fetch(portal.url + path, { redirect: "manual", headers: { Cookie: cookie } });

async function act(path: string, fields: Record<string, string>): Promise<number> {
  const formulier = /name="formulier" value="([^"]+)"/.exec(await (await ask("/beheer/mensen")).text())?.[1] ?? "";
  const body = new URLSearchParams({ formulier, ...fields });
  const headers = { Cookie: administrator, Origin: portal.url };
  return (await fetch(`${portal.url}/beheer/mensen/${path}`, { method: "POST", redirect: "manual", headers, body })).status;
}

/** Names on the page of the issuer. */
async function offered(): Promise<readonly string[]> {
  const begun = await fetch(`${portal.url}/aanmelden`, { redirect: "manual" });
  const page = await (await fetch(begun.headers.get("Location")!)).text();
  return [...page.matchAll(/<button[^>]*name="person"[^>]*>([^<]*)</g)].map(([, name = ""]) => name);
}

it("whoever is invited signs in, gets messages from then on, and sees what his part allows", async () => {
  expect(await act("uitnodigen", { naam: "Noor Niks", email: "noor@voorbeeld.example", rol: "beleid" })).toBe(303);
  expect(await offered()).toContain("Noor Niks");
  const names = async () => (await peopleDirectory().inGroup("beleid")).map(({ name }) => name);
  expect(await names()).toEqual(["Bea Beleid"]);
  const noor = stack.people.find("noor@voorbeeld.example")!.sub;
  const cookie = await signInAt(portal.url, noor);
  expect((await ask("/overzicht", cookie)).status).toBe(200);
  expect((await ask("/beheer/mensen", cookie)).status).toBe(403);
  expect([...(await names())].sort()).toEqual(["Bea Beleid", "Noor Niks"]);
});

it("whoever is blocked is out at once, in every browser, and is not offered any more; a restart changes nothing about it", async () => {
  const cookies = [await signInAt(portal.url, "commissie"), await signInAt(portal.url, "commissie")];
  const statuses = () => Promise.all(cookies.map(async (cookie) => (await ask("/overzicht", cookie)).status));
  expect(await statuses()).toEqual([200, 200]);
  expect(await act("blokkeren", { wie: "commissie" })).toBe(303);
  expect(await statuses()).toEqual([302, 302]);
  await close();
  await open();
  expect(await offered()).not.toContain("Cor Commissie");
  await expect(signInAt(portal.url, "commissie")).rejects.toThrow("answered 400");
  expect(await act("blokkade-opheffen", { wie: "commissie" })).toBe(303);
  cookies.push(await signInAt(portal.url, "commissie"));
  expect((await statuses()).at(-1)).toBe(200);
});

it("whoever chose himself before he was blocked does not come in with it", async () => {
  const begun = await fetch(`${portal.url}/aanmelden`, { redirect: "manual" });
  const asked = new URL(begun.headers.get("Location")!);
  const body = new URLSearchParams([...asked.searchParams, ["person", "beleid"]]);
  const chosen = await fetch(`${asked.origin}/authorize`, { method: "POST", redirect: "manual", body });
  expect(await act("blokkeren", { wie: "beleid" })).toBe(303);
  const pending = begun.headers.getSetCookie()[0]!.split(";")[0]!;
  const back = await fetch(chosen.headers.get("Location")!, { redirect: "manual", headers: { Cookie: pending } });
  expect(back.status).toBe(400);
});
