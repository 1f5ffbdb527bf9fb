/** A delivery that failed by our fault, on one machine: the cause is taken away, an administrator lets it go on in the portal, and it counts once. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bodyCode } from "../../core/ids.ts";
import { useCatalogue } from "../../local/catalogue.ts";
import { processOutstanding } from "../../local/deliver.ts";
import { servePortal } from "../../local/portal.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { signInAt } from "./sign-in.ts";

const root = join(import.meta.dirname, "../..");
const state = mkdtempSync(join(tmpdir(), "redrive-"));
let stack: Stack;
let portal: Awaited<ReturnType<typeof servePortal>>;

const report = [
  "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score",
  "P-1;91000001;Welzijn Voorbeeld;KSW;2019;eerste toets;01-03-2024;V01;voldoet",
].join("\r\n");

beforeAll(async () => {
  stack = await startStack({ state, root, retryScale: 0 });
  // Before there is a catalogue nothing can be checked.
  await stack.stores.deliveries.write("ciio/maart.csv", report, "text/csv");
  expect(await processOutstanding(stack, () => {})).toBe(1);
  const catalogue = await useCatalogue(stack, join(root, "normenkader"));
  portal = await servePortal(stack, catalogue, { port: 0, state, root });
});
afterAll(async () => {
  await portal.close();
  await stack.close();
  rmSync(state, { recursive: true, force: true });
});

it("goes on when an administrator says so, twice is once, and policy staff may not say so", async () => {
  const [failed] = stack.workflows.list("ingest-delivery");
  expect(failed).toMatchObject({ status: "FAILED", error: "InvalidCatalogue" });
  const tryAgain = async (person: string) => {
    const headers = { Cookie: await signInAt(portal.url, person) };
    const page = await (await fetch(`${portal.url}/uitvoeringen`, { headers })).text();
    const formulier = /name="formulier" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const body = new URLSearchParams({ formulier, werkstroom: "ingest-delivery", naam: failed!.name });
    return (await fetch(`${portal.url}/uitvoeringen/opnieuw`, { method: "POST", redirect: "manual", headers, body })).status;
  };
  expect(await tryAgain("beleid")).toBe(403);
  expect([await tryAgain("beheer"), await tryAgain("beheer")]).toEqual([303, 303]);
  expect(await stack.workflows.wait(failed!.arn)).toMatchObject({ status: "SUCCEEDED" });
  expect(stack.workflows.list("ingest-delivery")).toHaveLength(1);
  const records = await stack.deliveries.list(bodyCode("ciio"));
  expect(records.map(({ file, status }) => [file, status])).toEqual([["maart.csv", "accepted"]]);
  expect(await processOutstanding(stack, () => {})).toBe(0);
});
