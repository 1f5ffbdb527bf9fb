import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import type { DeliveryRecord } from "../core/ports.ts";
import { type OnceArguments, WrongUse } from "./arguments.ts";
import { useCatalogue } from "./catalogue.ts";
import { arrivals, deliver, isDelivered, processOutstanding } from "./deliver.ts";
import { exportFigures, exportReceipt } from "./export.ts";
import { isFolder, makeFolder } from "./folders.ts";
import { readInbox } from "./inbox.ts";
import { progressLine } from "./progress.ts";
import { latestPublication, score, signalsOf } from "./score.ts";
import { type Stack, startStack } from "./stack.ts";
import { summarise, summaryText } from "./summary.ts";

/** Processes a folder of deliveries once. Gives the exit code: 0 everything was processed, 1 a fault stopped something. */
export async function runOnce(args: OnceArguments, root: string): Promise<number> {
  if (!isFolder(args.in)) throw new WrongUse(`--in ${args.in} is geen map.`);
  const inbox = readInbox(args.in);
  for (const line of inbox.passedOver) console.error(line);
  for (const [option, path] of [
    ["--out", args.out],
    ["--state", args.state],
  ] as const) {
    if (path === undefined) continue;
    if (isWithin(args.in, path)) throw new WrongUse(`${option} ${path} ligt in de map met aanleveringen. Kies een map daarbuiten.`);
    makeFolder(option, path);
  }
  const state = args.state ?? mkdtempSync(join(tmpdir(), "normenmonitor-"));
  const stack = await startStack({ state, root });
  try {
    await useCatalogue(stack, args.normenkader);
    const run = beginRun(state, resolve(args.in));
    for (const file of inbox.files) {
      if (!run.resumed || !(await isDelivered(stack, file))) await deliver(stack, file);
    }
    const failed = await processOutstanding(stack, progressLine);
    // Receipts of what was processed are handed out also when something else went wrong.
    const records = (
      await recordsOf(
        stack,
        inbox.files.map((file) => file.key),
      )
    ).filter((record) => record.state === "finished");
    for (const record of records) await exportReceipt(stack, record, args.out);
    const scored = await score(stack, args.referenceDate);
    if (failed > 0 || !scored) {
      console.error(
        `Er ging iets mis bij ons: ${failed} aanlevering(en) niet verwerkt. Start opnieuw met dezelfde --state om verder te gaan.`,
      );
      return 1;
    }
    const publication = await latestPublication(stack);
    await exportFigures(stack, publication, args.out);
    const summary = summarise(records, publication, await signalsOf(stack, publication));
    writeFileSync(join(args.out, "summary.json"), `${JSON.stringify(summary, null, 2)}\n`);
    run.finish();
    console.log(summaryText(summary, args.out, join(args.out, "receipts")));
    return 0;
  } finally {
    await stack.close();
    if (!args.state) rmSync(state, { recursive: true, force: true });
  }
}

const isWithin = (folder: string, path: string): boolean => `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`);

/**
 * A run that was killed is taken up again when it is started with the same state and the same folder: files that were put before
 * are not put twice. After a run that ended, the same files are delivered anew (and recognised as unchanged).
 */
function beginRun(state: string, folder: string): { resumed: boolean; finish(): void } {
  const path = join(state, "run.json");
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as { folder: string; finished: boolean }) : undefined;
  const write = (finished: boolean) => {
    writeFileSync(`${path}.new`, JSON.stringify({ folder, finished }));
    renameSync(`${path}.new`, path);
  };
  write(false);
  return { resumed: before?.finished === false && before.folder === folder, finish: () => write(true) };
}

/** The newest delivery of each file. */
async function recordsOf(stack: Stack, keys: readonly string[]): Promise<DeliveryRecord[]> {
  const newest = new Map((await arrivals(stack)).map((arrival) => [arrival.key, arrival]));
  const records: DeliveryRecord[] = [];
  for (const key of keys) {
    const arrival = newest.get(key);
    const record = arrival && (await stack.deliveries.find(arrival.body, arrival));
    if (record) records.push(record);
  }
  return records;
}
