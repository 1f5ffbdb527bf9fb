/** Every file that the tests and the samples have, with the catalogue and the body it belongs to. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileCatalogue } from "../../../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../../../core/catalogue/parse.ts";
import type { Catalogue } from "../../../core/catalogue/types.ts";
import { writeWorkbook } from "../../../core/workbook/write.ts";
import { readCatalogueFolder } from "../../../functions/adapters/catalogue-folder.ts";
import { catalogue as smallCatalogue } from "../../fixtures/catalogue.ts";

export const root = join(import.meta.dirname, "../../..");

export interface DeliveredFile {
  readonly name: string;
  readonly body: string;
  readonly catalogue: Catalogue;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

let compiled: Promise<Catalogue> | undefined;

/** Compiled at the first question: a page asks for it at every request, and a catalogue is never written to. */
export function shippedCatalogue(): Promise<Catalogue> {
  compiled ??= readCatalogueFolder(join(root, "normenkader")).then((files) => compileCatalogue(parseCatalogueFiles(files), "shipped"));
  return compiled;
}

/** Fixtures of the rules; what is a workbook there is written as one. */
export function fixtureFiles(): readonly DeliveredFile[] {
  const folder = join(root, "test/fixtures/deliveries");
  return readdirSync(folder).map((name) => {
    const bytes = readFileSync(join(folder, name));
    return {
      name,
      body: "ciio",
      catalogue: smallCatalogue,
      bytes: name.endsWith(".csv") ? new Uint8Array(bytes) : workbookOf(String(bytes)),
    };
  });
}

/** Deliveries of `samples/`. */
export async function sampleFiles(): Promise<readonly DeliveredFile[]> {
  const catalogue = await shippedCatalogue();
  const folder = join(root, "samples/deliveries");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(csv|xlsx)$/.test(name))
    .map((name) => ({ name, body: name.split(/[\\/]/)[0]!, catalogue, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

function workbookOf(json: string): Uint8Array<ArrayBuffer> {
  const sheets = JSON.parse(json) as { name: string | null; rows: string[][] }[];
  const content = sheets.map(({ name, rows: [header = [], ...rows] }) => ({
    name: name ?? "Blad1",
    columns: header.map((text) => ({ header: text, format: "text" as const })),
    rows,
  }));
  return new Uint8Array(writeWorkbook(content));
}
