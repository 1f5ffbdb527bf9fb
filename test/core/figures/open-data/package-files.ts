/** Reads a package back as somebody would who knows only its `datapackage.json`, and holds every file against it. */
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import type { DataPackage, TabularResource } from "../../../../core/figures/tables/data-package.ts";
import { problemsOf } from "../tables/table-schema.ts";

export interface ReadPackage {
  readonly description: DataPackage;
  readonly codebook: string;
  /** By path. */
  readonly csv: ReadonlyMap<string, string>;
  /** All of it. */
  readonly text: string;
}

export function readPackage(zip: Uint8Array): ReadPackage {
  const files = new Map(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]));
  return {
    description: JSON.parse(files.get("datapackage.json")!),
    codebook: files.get("codebook.md")!,
    csv: new Map([...files].filter(([path]) => path.endsWith(".csv"))),
    text: [...files.values()].join("\n"),
  };
}

/** What is wrong with it: a file too many or too few, a value that its column does not allow, a key that leads nowhere. */
export function problemsOfPackage({ description, csv }: ReadPackage): string[] {
  const paths = description.resources.map(({ path }) => path);
  const files = [...csv.keys()];
  return [
    ...paths.filter((path) => !files.includes(path)).map((path) => `missing: ${path}`),
    ...files.filter((path) => !paths.includes(path)).map((path) => `not described: ${path}`),
    ...description.resources.flatMap((resource) =>
      problemsOf(csv.get(resource.path)!, resource).map((problem) => `${resource.path}: ${problem}`),
    ),
    ...description.resources.flatMap((resource) => brokenReferences(resource, description, csv)),
  ];
}

export const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, delimiter: ";", columns: true });

function brokenReferences({ path, schema }: TabularResource, { resources }: DataPackage, csv: ReadonlyMap<string, string>): string[] {
  return (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const target = resources.find(({ name }) => name === reference.resource);
    if (!target) return [`${path}: refers to ${reference.resource}, which there is not`];
    const key = (row: Record<string, string>, names: readonly string[]) => JSON.stringify(names.map((name) => row[name]));
    const known = new Set(rowsOf(csv.get(target.path)!).map((row) => key(row, reference.fields)));
    return rowsOf(csv.get(path)!)
      .filter((row) => !known.has(key(row, fields)))
      .map((row) => `${path}: ${key(row, fields)} is not in ${target.path}`);
  });
}
