import type { Catalogue } from "../core/catalogue/types.ts";
import { readCatalogueFolder } from "../functions/adapters/catalogue-folder.ts";
import { publishCatalogue } from "../functions/adapters/catalogue-store.ts";
import { WrongUse } from "./arguments.ts";
import { isFolder } from "./folders.ts";
import type { Stack } from "./stack.ts";

/** Publishes the catalogue of a folder to the stack. Throws `WrongUse` when there is no such folder, `InvalidCatalogue` when it is wrong. */
export async function useCatalogue(stack: Stack, folder: string): Promise<Catalogue> {
  if (!isFolder(folder)) throw new WrongUse(`--normenkader ${folder} is geen map.`);
  return publishCatalogue(stack.stores.catalogue, await readCatalogueFolder(folder));
}
