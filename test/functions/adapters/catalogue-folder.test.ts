import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalogueFolder } from "../../../functions/adapters/catalogue-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "normenkader-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

describe("the folder of a catalogue", () => {
  it("gives its JSON files in the order of their names, without schemas, hidden and other files", async () => {
    for (const path of [
      "themes.json",
      "frameworks/b.json",
      "frameworks/a.json",
      "frameworks/oud/c.json",
      "schema/x.schema.json",
      ".git/x.json",
      "README.md",
    ])
      await put(path, `{ "is": "${path}" }`);
    const files = await readCatalogueFolder(folder);
    expect(files.map(({ path }) => path)).toEqual(["frameworks/a.json", "frameworks/b.json", "frameworks/oud/c.json", "themes.json"]);
    expect(files[1]!.text).toBe('{ "is": "frameworks/b.json" }');
  });

  it("gives unreadable bytes as the replacement character, so that the parser can say so", async () => {
    await put("bodies.json", Uint8Array.of(0x22, 0xeb, 0x22));
    expect(await readCatalogueFolder(folder)).toEqual([{ path: "bodies.json", text: '"\uFFFD"' }]);
  });

  it("may be empty", async () => {
    expect(await readCatalogueFolder(folder)).toEqual([]);
  });

  it("that is not there is a fault of the file system", async () => {
    await expect(readCatalogueFolder(join(folder, "weg"))).rejects.toThrow(/ENOENT/);
  });
});
