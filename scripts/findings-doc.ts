/** Writes `docs/findings.md` and the tables of columns in `docs/delivery-specification.md`: npm run docs:findings */
import { readFile, writeFile } from "node:fs/promises";
import { columnTables, findingsPage, withPart } from "./intake-documentation.ts";

await writeFile("docs/findings.md", findingsPage());
let specification = await readFile("docs/delivery-specification.md", "utf8");
for (const [layout, table] of Object.entries(columnTables())) specification = withPart(specification, `columns:${layout}`, table);
await writeFile("docs/delivery-specification.md", specification);
console.log("docs/findings.md\ndocs/delivery-specification.md");
