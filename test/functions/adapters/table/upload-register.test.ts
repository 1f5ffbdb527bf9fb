import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyCode } from "../../../../core/ids.ts";
import type { Upload, UploadRegister } from "../../../../core/uploads.ts";
import { uploadRegister } from "../../../../functions/adapters/table/upload-register.ts";
import { uploadsInMemory } from "../../../portal/in-memory.ts";
import { freshTable } from "./fresh-table.ts";

let table: Awaited<ReturnType<typeof freshTable>>;
beforeAll(async () => {
  table = await freshTable();
});
afterAll(() => table.close());

const upload = (body: string, id: string, more: Partial<Upload> = {}): Upload => ({
  id,
  body: bodyCode(body),
  purpose: "deliver",
  by: { id: "1", name: "Ira" },
  at: "2026-11-25T10:15:00.000Z",
  ...more,
});

describe.each<[string, () => UploadRegister]>([
  ["in the table", () => uploadRegister(table)],
  ["in memory, as the tests of the portal use it", uploadsInMemory],
])("uploads %s", (_, open) => {
  it("are found as they were begun, under their own body alone", async () => {
    const uploads = open();
    const one = upload("ciio", "20261125T101500Z-0000000a", { purpose: "withdraw", reason: "Dubbel" });
    await uploads.begin(one);
    expect(await uploads.find(bodyCode("ciio"), one.id)).toEqual(one);
    expect(await uploads.find(bodyCode("dnv"), one.id)).toBeUndefined();
  });

  it("are listed per body, newest first", async () => {
    const uploads = open();
    for (const [body, id] of [
      ["lloyds", "20261125T101500Z-00000001"],
      ["lloyds", "20261126T101500Z-00000002"],
      ["keurmerkinstituut", "20261127T101500Z-00000003"],
    ] as const) {
      await uploads.begin(upload(body, id));
    }
    expect((await uploads.list(bodyCode("lloyds"))).map(({ id }) => id)).toEqual([
      "20261126T101500Z-00000002",
      "20261125T101500Z-00000001",
    ]);
  });
});
