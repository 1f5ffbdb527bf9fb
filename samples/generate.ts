/** Writes `samples/deliveries/` and `samples/planted.json` anew: npm run samples. The same catalogue gives the same files. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compileCatalogue } from "../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../core/catalogue/parse.ts";
import { readCatalogueFolder } from "../functions/adapters/catalogue-folder.ts";
import { makeSamples, plantedText } from "./samples.ts";

const catalogue = compileCatalogue(parseCatalogueFiles(await readCatalogueFolder("normenkader")), "samples");
const { deliveries, reports, planted } = await makeSamples(catalogue);
const folder = join("samples", "deliveries");
await rm(folder, { recursive: true, force: true });
for (const { path, bytes } of deliveries) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), bytes);
}
await writeFile(join("samples", "planted.json"), plantedText(planted));
const size = deliveries.reduce((sum, { bytes }) => sum + bytes.length, 0);
console.log(
  `${deliveries.length} deliveries (${Math.round(size / 1000)} kB), ${reports.length} reports of ${planted.organisations} organisations that count in the end`,
);
for (const { framework, norm, signal, n, x } of planted.norms) console.log(`${framework} ${norm}: ${x} of ${n} ${signal}`);
