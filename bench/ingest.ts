/**
 * A delivery of 5 000 rows through the whole of ingest-delivery, and score-norms over the sample history: the handlers and state machines of
 * the product on the embedded stack, with everything that is written for it (some 100 reports: an object and two items each).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCatalogue } from "../functions/adapters/catalogue-store.ts";
import { deliver, processOutstanding } from "../local/deliver.ts";
import { readInbox } from "../local/inbox.ts";
import { score } from "../local/score.ts";
import { type Stack, startStack } from "../local/stack.ts";
import { benchCatalogue, benchCatalogueFiles } from "./catalogue.ts";
import { BODY, writeDeliveryFile } from "./delivery-file.ts";
import { type Spent, spend } from "./spend.ts";

/** From a file in the bucket to its receipt, for `count` different deliveries of `rows` rows, one after the other: the first ones are cold. */
export async function benchIngest(rows = 5_000, count = 8): Promise<readonly Spent[]> {
  const all: Spent[] = [];
  const catalogue = await benchCatalogue();
  await onStack(async (stack, folder) => {
    for (let i = 0; i < count; i++) {
      const path = join(folder, "delivery.csv");
      await writeDeliveryFile(path, rows, catalogue, i);
      await deliver(stack, { path, key: `${BODY}/2026-${i}.csv` });
      const { spent, result: failed } = await spend(() => processOutstanding(stack, () => {}));
      if (failed > 0) throw new Error("the delivery was not processed");
      all.push(spent);
    }
  });
  return all;
}

/** score-norms over the whole sample history, from start to published. */
export async function benchScoreNorms(): Promise<Spent> {
  return onStack(async (stack) => {
    for (const file of readInbox(join("samples", "deliveries")).files) await deliver(stack, file);
    const failed = await processOutstanding(stack, () => {});
    const { spent, result: scored } = await spend(() => score(stack));
    if (failed > 0 || !scored) throw new Error("the samples were not processed");
    return spent;
  });
}

async function onStack<T>(run: (stack: Stack, folder: string) => Promise<T>): Promise<T> {
  const state = mkdtempSync(join(tmpdir(), "bench-ingest-"));
  const stack = await startStack({ state, root: process.cwd() });
  try {
    await publishCatalogue(stack.stores.catalogue, await benchCatalogueFiles());
    return await run(stack, state);
  } finally {
    await stack.close();
    rmSync(state, { recursive: true, force: true });
  }
}
