import { strFromU8, unzipSync } from "fflate";
import { InvalidCatalogue } from "../faults.ts";
import { zipOf } from "../zip.ts";
import type { CatalogueText } from "./parse.ts";

/** Bytes of all files together, unpacked: the shipped catalogue with its register is 0.2 MB; a federation of labels some 10 times that. */
const MOST_BYTES = 8_000_000;

/** The files as a ZIP, the same bytes for the same files. */
export const zipCatalogue = (files: readonly CatalogueText[]): Uint8Array =>
  zipOf(files.map(({ path, text }) => ({ path, content: text })));

/**
 * The files of a catalogue from a ZIP, also where they lie in one folder in it, as programs pack them. What is no JSON is left out.
 *
 * @throws InvalidCatalogue when it is no ZIP, or unpacks to more than a catalogue ever is.
 */
export function unzipCatalogue(bytes: Uint8Array): readonly CatalogueText[] {
  const parts = unpacked(bytes);
  const paths = Object.keys(parts).filter((path) => /\.json$/i.test(path) && !/(^|\/)(\.|__MACOSX\/)/.test(path));
  const folder = commonFolder(paths);
  return paths
    .map((path) => ({ path: path.slice(folder.length), text: strFromU8(parts[path]!) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter({ originalSize }) {
        total += originalSize;
        if (total > MOST_BYTES)
          throw new InvalidCatalogue([`het ZIP-bestand is uitgepakt groter dan ${MOST_BYTES / 1e6} MB; dat is geen normenkader`]);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof InvalidCatalogue) throw error;
    throw new InvalidCatalogue(["dit is geen ZIP-bestand, of het is beschadigd; haal het normenkader opnieuw op en pas dat aan"]);
  }
}

/** `normenkader/` when everything lies in it; "" when the files of the catalogue lie at the top. */
function commonFolder(paths: readonly string[]): string {
  const first = /^[^/]+\//.exec(paths[0] ?? "")?.[0] ?? "";
  return first !== "frameworks/" && paths.every((path) => path.startsWith(first)) ? first : "";
}
