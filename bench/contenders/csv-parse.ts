import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { measure } from "./measure.ts";

/** csv-parse alone: its Node stream, arrays, no cast; nothing is done with the cells. */
await measure(async (path, step) => {
  let rows = -1;
  await step("intake", async () => {
    const parser = createReadStream(path, { highWaterMark: 256 * 1024 }).pipe(parse({ delimiter: ";" }));
    parser.on("data", () => rows++);
    await new Promise((resolve, reject) => parser.on("end", () => resolve(undefined)).on("error", reject));
  });
  return { rows };
});
