import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deliveryNumber } from "../../../core/ids.ts";
import type { Explanation } from "../../../core/intake/types.ts";
import { REPORTS_PER_PART, readExplanations } from "../../../core/intake/work.ts";
import type { ObjectStore } from "../../../core/ports.ts";
import { bufferExplanations } from "../../../functions/adapters/explanations.ts";

const number = deliveryNumber("A-2026-0001");

function store(): ObjectStore & { keys(): string[] } {
  const objects = new Map<string, Uint8Array>();
  const missing = async (): Promise<never> => Promise.reject(new Error("not asked for here"));
  return {
    keys: () => [...objects.keys()],
    find: async (key) => objects.get(key),
    read: missing,
    open: missing,
    stream: missing,
    write: async (key, content) => void objects.set(key, typeof content === "string" ? new TextEncoder().encode(content) : content.slice()),
  };
}

const text = (norm: string, words: string): Explanation => ({ norm, text: words });
/** Folders of other runs on this machine are theirs. */
const mark = `stuk ${process.pid}`;
const spoolFolders = () =>
  readdirSync(tmpdir())
    .map((name) => join(tmpdir(), name, "0.ndjson"))
    .filter((path) => path.includes("normenmonitor-") && existsSync(path) && readFileSync(path, "utf8").includes(mark));

describe("the free texts of a delivery, until they are saved", () => {
  it("come back by report and in the order of the rows, whether they waited in memory or on disk, however the reports stand through each other", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3 * REPORTS_PER_PART), fc.string({ unit: "grapheme", maxLength: 60 })), { maxLength: 80 }),
        fc.constantFrom(64, 1_000, 100_000),
        async (added, limit) => {
          const buffer = bufferExplanations(limit);
          const work = store();
          const expected = new Map<number, Explanation[]>();
          for (const [report, words] of added) {
            buffer.add(report, text("V01", words));
            expected.set(report, [...(expected.get(report) ?? []), text("V01", words)]);
          }
          await buffer.save(work, number);
          buffer.discard();
          const found = new Map<number, readonly Explanation[]>();
          for (let part = 0; part <= 3; part++) {
            for (const [report, texts] of await readExplanations(work, number, part)) found.set(report, texts);
          }
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    ));

  it("are not saved for parts without any", async () => {
    const buffer = bufferExplanations();
    const work = store();
    buffer.add(2 * REPORTS_PER_PART, { norm: "V01", discipline: "maatschappelijk werk", text: "Beschreven." });
    await buffer.save(work, number);
    expect(work.keys()).toEqual([`${number}/explanations/0002.ndjson`]);
    expect(await readExplanations(work, number, 2)).toEqual(
      new Map([[2 * REPORTS_PER_PART, [{ norm: "V01", discipline: "maatschappelijk werk", text: "Beschreven." }]]]),
    );
  });

  it("leave nothing behind in the temporary folder", () => {
    const buffer = bufferExplanations(64);
    for (let i = 0; i < 20; i++) buffer.add(0, text("V01", `Gezien in ${mark}.`));
    expect(spoolFolders()).toHaveLength(1);
    buffer.discard();
    expect(spoolFolders()).toEqual([]);
  });
});
