import { join } from "node:path";
import { compileCatalogue } from "../../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../../core/catalogue/parse.ts";
import { readCatalogueFolder } from "../../functions/adapters/catalogue-folder.ts";

export const root = join(import.meta.dirname, "../..");
export const catalogue = compileCatalogue(parseCatalogueFiles(await readCatalogueFolder(join(root, "normenkader"))), "samples");
