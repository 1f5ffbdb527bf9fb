/** Writes the data dictionary of the published CSV files: npm run docs:dictionary */
import { writeFileSync } from "node:fs";
import { dataPackageJson } from "../core/figures/tables/data-package.ts";

writeFileSync("docs/schema/datapackage.json", dataPackageJson());
