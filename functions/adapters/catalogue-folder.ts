import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The JSON files of a catalogue folder, for `parseCatalogueFiles`: paths relative to the folder, with `/`, in the order of their names.
 * Hidden files, and the published schemas in `schema/`, are left out. What is not UTF-8 becomes U+FFFD, which the parser reports.
 *
 * @throws the error of the file system when the folder cannot be read (ENOENT, ENOTDIR, EACCES).
 */
export async function readCatalogueFolder(dir: string): Promise<{ path: string; text: string }[]> {
  const paths = await jsonFilesIn(dir, "");
  const files = paths.sort().map(async (path) => ({ path, text: await readFile(join(dir, path), "utf8") }));
  return Promise.all(files);
}

async function jsonFilesIn(dir: string, prefix: string): Promise<string[]> {
  const entries = await readdir(join(dir, prefix), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = `${prefix}${entry.name}`;
      if (entry.name.startsWith(".") || path === "schema") return [];
      if (entry.isDirectory()) return jsonFilesIn(dir, `${path}/`);
      return entry.name.toLowerCase().endsWith(".json") ? [path] : [];
    }),
  );
  return found.flat();
}
