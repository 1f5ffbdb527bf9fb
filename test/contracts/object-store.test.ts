import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startObjectStore } from "../../local/object-store/server.ts";
import { objectStoreContract } from "./object-store.contract.ts";

const folder = mkdtempSync(join(tmpdir(), "object-store-"));
let store: Awaited<ReturnType<typeof startObjectStore>>;

beforeAll(async () => {
  store = await startObjectStore({ folder });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

objectStoreContract("the embedded object store", () => store.url);
