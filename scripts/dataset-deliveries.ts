/**
 * Writes a data set as a catalogue and deliveries, to run the product on:
 *
 *   node scripts/run.mjs scripts/dataset-deliveries.ts DIR [FROM]
 *   npm start -- --once --in DIR/deliveries --normenkader DIR/normenkader --out DIR/out
 *
 * FROM is a folder with audits.csv, norms.csv and scores.csv; without it the one of the tests.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { datasetDeliveries } from "./dataset.ts";

const [to, from = join("test", "fixtures", "dataset")] = process.argv.slice(2);
if (!to) {
  console.error("usage: node scripts/run.mjs scripts/dataset-deliveries.ts DIR [FROM]");
  process.exit(2);
}
const read = (name: string) => readFile(join(from, name), "utf8");
const { catalogue, deliveries } = datasetDeliveries({
  audits: await read("audits.csv"),
  norms: await read("norms.csv"),
  scores: await read("scores.csv"),
});
for (const [folder, files] of [
  ["normenkader", catalogue],
  ["deliveries", deliveries],
] as const) {
  for (const { path, text } of files) {
    const target = join(to, folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
console.log(`${deliveries.length} deliveries and a catalogue of ${catalogue.length} files in ${to}`);
