import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publishCatalogue } from "../../functions/adapters/catalogue-store.ts";
import { arrivals, processOutstanding } from "../../local/deliver.ts";
import { readInbox } from "../../local/inbox.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { takeIn } from "../../local/take-in.ts";
import { catalogueFiles } from "../scenarios/catalogue.ts";

const refused =
  "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score\r\nR1;10000001;Stichting Noord;KSW;2019;eerste toets;01-03-2024;V01;prima\r\n";

describe("a file in the inbox", () => {
  let state: string;
  let stack: Stack;
  beforeEach(async () => {
    state = mkdtempSync(join(tmpdir(), "take-in-"));
    mkdirSync(join(state, "inbox", "ciio"), { recursive: true });
    stack = await startStack({ state, root: process.cwd() });
    await publishCatalogue(stack.stores.catalogue, catalogueFiles());
  });
  afterEach(async () => {
    await stack.close();
    rmSync(state, { recursive: true, force: true });
  });

  const inbox = () => join(state, "inbox");
  const put = () => writeFileSync(join(inbox(), "ciio", "a.csv"), refused);
  const take = () => takeIn(stack, inbox(), readInbox(inbox()).files);
  const statuses = async () =>
    Promise.all((await arrivals(stack)).map(async (arrival) => (await stack.deliveries.find(arrival.body, arrival))?.status));

  it("that was refused gets a second look and a receipt of its own when it is put there again", async () => {
    put();
    await take();
    expect(existsSync(join(inbox(), "ciio", "a.csv"))).toBe(false);
    await processOutstanding(stack, () => {});
    put();
    await take();
    await processOutstanding(stack, () => {});
    expect(await statuses()).toEqual(["rejected", "rejected"]);
  });

  it("that was delivered but not moved away before a crash is not delivered twice", async () => {
    put();
    await take();
    put();
    await take();
    await processOutstanding(stack, () => {});
    expect(await statuses()).toEqual(["rejected"]);
  });
});
