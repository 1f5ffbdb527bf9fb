/** Writes `normenkader/schema/*.schema.json` from the shapes of the catalogue: node scripts/run.mjs scripts/catalogue-schema.ts */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { schemaText } from "../core/catalogue/schema-text.ts";
import { publishedShapes } from "../core/catalogue/shapes.ts";

const folder = join("normenkader", "schema");
await mkdir(folder, { recursive: true });
for (const [name, shape] of Object.entries(publishedShapes)) {
  const path = join(folder, `${name}.schema.json`);
  await writeFile(path, schemaText(shape));
  console.log(path);
}
