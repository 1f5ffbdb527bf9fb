import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startStack } from "../../local/stack.ts";
import { holdStateFolder, StateInUse } from "../../local/state-folder.ts";

describe("a folder of state", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "state-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is one process's at a time, and says in Dutch what to do", async () => {
    const hold = await holdStateFolder(folder);
    const refused = holdStateFolder(folder);
    await expect(refused).rejects.toThrow(StateInUse);
    await expect(refused).rejects.toThrow(`De map ${folder} is in gebruik`);
    await hold.release();
    await (await holdStateFolder(folder)).release();
  });

  it("is not touched by a second process: not even its objects are looked at", async () => {
    const hold = await holdStateFolder(folder);
    await expect(startStack({ state: folder, root: process.cwd() })).rejects.toThrow(StateInUse);
    expect(existsSync(join(folder, "objects"))).toBe(false);
    await hold.release();
  });
});
