/**
 * The memory of 1 000 000 rows through the whole of ingest-delivery, function by function, on the embedded stack: all functions, and what stands
 * in for AWS, in one process. Linux only, as the kernel is asked to forget the highest so far between functions (proc(5), clear_refs).
 *   node scripts/run.mjs bench/memory.ts [rows]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCatalogue } from "../functions/adapters/catalogue-store.ts";
import { deliver, processOutstanding } from "../local/deliver.ts";
import { startStack } from "../local/stack.ts";
import { createTasks, type Tasks } from "../local/tasks.ts";
import { benchCatalogue, benchCatalogueFiles } from "./catalogue.ts";
import { BODY, writeDeliveryFile } from "./delivery-file.ts";
import { spend } from "./spend.ts";
import { markdownTable, whole } from "./table.ts";

const rows = Number(process.argv[2] ?? 1_000_000);
const lines: string[][] = [];
const state = mkdtempSync(join(tmpdir(), "bench-memory-"));
const stack = await startStack({ state, root: process.cwd(), tasks: watched(createTasks()) });
try {
  await publishCatalogue(stack.stores.catalogue, await benchCatalogueFiles());
  const path = join(state, "delivery.csv");
  await writeDeliveryFile(path, rows, await benchCatalogue());
  await deliver(stack, { path, key: `${BODY}/delivery.csv` });
  if ((await processOutstanding(stack, () => {})) > 0) throw new Error("the delivery was not processed");
  console.log(markdownTable(["function", "memory before", "highest", "CPU"], lines));
} finally {
  await stack.close();
  rmSync(state, { recursive: true, force: true });
}

function watched(tasks: Tasks): Tasks {
  const entries = Object.entries(tasks).map(([name, task]) => [
    name,
    async (payload: unknown) => {
      writeFileSync("/proc/self/clear_refs", "5");
      const before = megabytes("VmRSS");
      const { spent, result } = await spend(() => task(payload));
      lines.push([name, `${before} MB`, `${megabytes("VmHWM")} MB`, `${whole(spent.cpu)} s`]);
      return result;
    },
  ]);
  return Object.fromEntries(entries) as Tasks;
}

function megabytes(field: "VmRSS" | "VmHWM"): number {
  const [, kilobytes] = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
