import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The bundled scripts of the pages, which lie in a folder beside the code (`infra/bundle.ts`): file name → bytes. None when there is no such folder. */
export function readAssets(folder: string): ReadonlyMap<string, Uint8Array> {
  if (!existsSync(folder)) return new Map();
  return new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}
