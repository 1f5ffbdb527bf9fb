/** A program of its own: reads the files that a list names, one after the other, and prints what came of each. See hostile-files.test.ts. */
import { createReadStream, readFileSync } from "node:fs";
import type { ReadingLimits } from "../../../core/intake/reading/limits.ts";
import type { TableReceiver } from "../../../core/intake/types.ts";
import { readDelivery } from "../../../functions/adapters/read-delivery.ts";

const files: { name: string; path: string; limits?: Partial<ReadingLimits> }[] = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
const outcomes: Record<string, object> = {};
for (const { name, path, limits } of files) {
  const codes: string[] = [];
  let rows = 0;
  const begin = process.cpuUsage();
  const receiver: TableReceiver = {
    sheet() {},
    row: () => void rows++,
    problem: (problem) => void codes.push(problem.code),
  };
  await readDelivery(createReadStream(path, { highWaterMark: 256 * 1024 }), receiver, limits);
  const { user, system } = process.cpuUsage(begin);
  const seconds = (user + system) / 1e6;
  outcomes[name] = { codes, rows, seconds, megabytes: process.resourceUsage().maxRSS / 1024 };
}
process.stdout.write(JSON.stringify(outcomes));
