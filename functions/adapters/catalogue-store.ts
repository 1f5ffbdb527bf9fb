/**
 * The catalogue in its bucket: `versions/<version>.json`, written once, holds the files of one version; `current.json` names the
 * version in force. The version is the SHA-256 of the files, so that publishing the same files twice changes nothing.
 */
import { createHash } from "node:crypto";
import type { CatalogueChanges } from "../../core/catalogue/changes.ts";
import type { Catalogue } from "../../core/catalogue/types.ts";
import { InvalidCatalogue } from "../../core/faults.ts";
import type { CatalogueStore, ObjectStore } from "../../core/ports.ts";

export interface CatalogueFile {
  /** Relative to the folder of the catalogue, e.g. `frameworks/ksw-basis-2019.json`. */
  readonly path: string;
  readonly text: string;
}

export function catalogueStore(bucket: ObjectStore): CatalogueStore {
  const compiled = new Map<string, Promise<Catalogue>>();

  async function load(version: string): Promise<Catalogue> {
    const files = JSON.parse(new TextDecoder().decode(await bucket.read(versionKey(version)))) as CatalogueFile[];
    return compiledFrom(files, version);
  }

  function version(wanted: string): Promise<Catalogue> {
    const known = compiled.get(wanted);
    if (known) return known;
    const loading = load(wanted);
    compiled.set(wanted, loading);
    loading.catch(() => compiled.delete(wanted));
    return loading;
  }

  return {
    version,
    async current() {
      const current = await bucket.find("current.json");
      if (!current) throw new InvalidCatalogue(["no catalogue was published: run `npm run catalogue:publish`"]);
      const { version: inForce } = JSON.parse(new TextDecoder().decode(current)) as { version: string };
      return version(inForce);
    },
  };
}

/** Checks the files and publishes them as the catalogue in force. Throws `InvalidCatalogue` and publishes nothing when they are wrong. */
export async function publishCatalogue(bucket: ObjectStore, files: readonly CatalogueFile[]): Promise<Catalogue> {
  const { ordered, text, version } = identified(files);
  const catalogue = await compiledFrom(ordered, version);
  await bucket.write(versionKey(version), text, "application/json");
  await bucket.write("current.json", JSON.stringify({ version }), "application/json");
  return catalogue;
}

/** What putting these files in force would change; `changes` is undefined while nothing is in force. Throws `InvalidCatalogue` when they are wrong. */
export async function compareWithForce(
  bucket: ObjectStore,
  files: readonly CatalogueFile[],
): Promise<{ readonly next: Catalogue; readonly changes: CatalogueChanges | undefined }> {
  const { ordered, version } = identified(files);
  const next = await compiledFrom(ordered, version);
  if (!(await bucket.find("current.json"))) return { next, changes: undefined };
  const { catalogueChanges } = await import("../../core/catalogue/changes.ts");
  return { next, changes: catalogueChanges(await catalogueStore(bucket).current(), next) };
}

/**
 * Puts the files in force, unless they would change what accepted reports rest on. Throws `InvalidCatalogue`, and publishes nothing, when they
 * would or are wrong.
 */
export async function putInForce(bucket: ObjectStore, files: readonly CatalogueFile[]): Promise<Catalogue> {
  const { changes } = await compareWithForce(bucket, files);
  if (changes && changes.refused.length > 0) throw new InvalidCatalogue(changes.refused);
  return publishCatalogue(bucket, files);
}

/** The files of the catalogue in force. Throws `InvalidCatalogue` when there is none. */
export async function filesInForce(bucket: ObjectStore): Promise<readonly CatalogueFile[]> {
  const { version } = await catalogueStore(bucket).current();
  return JSON.parse(new TextDecoder().decode(await bucket.read(versionKey(version)))) as CatalogueFile[];
}

/** The checks of a catalogue are read when one is: a page without figures starts without them. */
async function compiledFrom(files: readonly CatalogueFile[], version: string): Promise<Catalogue> {
  const [{ parseCatalogueFiles }, { compileCatalogue }] = await Promise.all([
    import("../../core/catalogue/parse.ts"),
    import("../../core/catalogue/compile.ts"),
  ]);
  return compileCatalogue(parseCatalogueFiles(files), version);
}

function identified(files: readonly CatalogueFile[]) {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const text = JSON.stringify(ordered);
  return { ordered, text, version: createHash("sha256").update(text).digest("hex") };
}

const versionKey = (version: string): string => `versions/${version}.json`;
