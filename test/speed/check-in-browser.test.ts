import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { benchCatalogue } from "../../bench/catalogue.ts";
import { BODY, writeDeliveryFile } from "../../bench/delivery-file.ts";
import type { OwnReport } from "../../core/intake/own-past.ts";
import { cpuMs } from "../cpu-ms.ts";
import type { DeliveredFile } from "../portal/scripts/deliveries.ts";
import { checkedOnServer, inBrowser, jobOf } from "../portal/scripts/in-browser.ts";

const folder = mkdtempSync(join(tmpdir(), "check-in-browser-"));
let file: DeliveredFile;

beforeAll(async () => {
  const catalogue = await benchCatalogue();
  const path = join(folder, "groot.csv");
  await writeDeliveryFile(path, 100_000, catalogue);
  file = { name: "groot.csv", body: BODY, catalogue, bytes: new Uint8Array(readFileSync(path)) };
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The least of three turns: the first one compiles. */
async function seconds(past?: readonly OwnReport[]): Promise<number> {
  const turns: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const job = jobOf(file, past);
    const begun = cpuMs();
    expect((await inBrowser(job)).at(-1)?.type).toBe("result");
    turns.push((cpuMs() - begun) / 1000);
  }
  return Math.min(...turns);
}

it("what a body delivered before makes the check of 100 000 rows in its browser a fifth slower at most: how quick it is by itself, a browser says (`test/browser/offline-check.test.ts`)", async () => {
  const { reports } = await checkedOnServer(file);
  const past = reports.flatMap(({ packed, reference, label, contentHash }): OwnReport[] => {
    if (!packed) return [];
    const { organisation, framework, day } = packed;
    return [
      {
        reference,
        label,
        contentHash,
        organisation,
        framework,
        state: "active",
        revision: 1,
        deliveryNumber: "A-2026-0001",
        receivedDay: day,
      },
    ];
  });
  const [alone, beside] = [await seconds(), await seconds(past)];
  console.log(`${alone.toFixed(2)} CPU s by itself, ${beside.toFixed(2)} beside ${past.length} known reports`);
  expect(past.length).toBeGreaterThan(1_500);
  expect(beside).toBeLessThanOrEqual(1.2 * alone);
}, 300_000);
