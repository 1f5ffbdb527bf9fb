import type { Catalogue } from "../core/catalogue/types.ts";
import { readCatalogueFolder } from "../functions/adapters/catalogue-folder.ts";
import { catalogueStore, putInForce } from "../functions/adapters/catalogue-store.ts";
import { WrongUse } from "./arguments.ts";
import { isFolder } from "./folders.ts";
import type { Stack } from "./stack.ts";

/** What the folder held when it was last put in force. */
const FROM_FOLDER = "from-folder.json";

/**
 * Puts the catalogue of a folder in force, when the folder changed since the last time: what an administrator put in force meanwhile stays.
 * Throws `WrongUse` when there is no such folder, `InvalidCatalogue` when it is wrong or would change what accepted reports rest on.
 */
export async function useCatalogue({ stores }: Stack, folder: string): Promise<Catalogue> {
  if (!isFolder(folder)) throw new WrongUse(`--normenkader ${folder} is geen map.`);
  const files = await readCatalogueFolder(folder);
  const held = JSON.stringify(files);
  const before = await stores.catalogue.find(FROM_FOLDER);
  if (before && new TextDecoder().decode(before) === held) return catalogueStore(stores.catalogue).current();
  const catalogue = await putInForce(stores.catalogue, files);
  await stores.catalogue.write(FROM_FOLDER, held, "application/json");
  return catalogue;
}
