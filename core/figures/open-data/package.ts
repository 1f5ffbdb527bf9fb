/** A set of tables with what is needed to use them: the schema for programs, the codebook for people, both from the same columns. */
import { zipOf } from "../../zip.ts";
import { type DataPackage, resource, type TabularResource } from "../tables/data-package.ts";
import { type Cells, type Table, tableCsv } from "../tables/table.ts";
import { codebook } from "./codebook.ts";
import type { Terms } from "./terms.ts";

export interface PackageTable {
  readonly resource: TabularResource;
  readonly csv: string;
}

export const packageTable = <Row extends Cells<Row>>(table: Table<Row>, rows: readonly Row[]): PackageTable => ({
  resource: resource(table),
  csv: tableCsv(table, rows),
});

/** What the data is and rests on, for the head of the codebook and the package. */
export interface PackageAbout {
  /** Lower-case letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  /** Sentences that say what it is. */
  readonly description: string;
  readonly version: string;
  /** `jjjj-mm-dd` */
  readonly referenceDate: string;
  readonly terms: Terms;
  /** How to name it in a publication. */
  readonly citation: string;
  readonly facts: readonly (readonly [subject: string, text: string])[];
  /** What one must know before one counts: a heading with its paragraphs. */
  readonly chapters: readonly Chapter[];
}

export interface Chapter {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The ZIP: `datapackage.json`, `codebook.md` and a CSV per table. The same input gives the same bytes. */
export function packageZip(about: PackageAbout, tables: readonly PackageTable[]): Uint8Array {
  const resources = tables.map((table) => table.resource);
  return zipOf([
    { path: "datapackage.json", content: `${JSON.stringify(packageJson(about, resources), null, 2)}\n` },
    { path: "codebook.md", content: codebook(about, resources) },
    ...tables.map(({ resource: { path }, csv }) => ({ path, content: csv })),
  ]);
}

interface OpenPackage extends DataPackage {
  readonly description: string;
  readonly version: string;
  readonly licenses?: readonly NonNullable<Terms["licence"]>[];
  readonly contributors: readonly { readonly title: string; readonly role: "publisher" }[];
}

function packageJson({ name, title, description, version, terms }: PackageAbout, resources: readonly TabularResource[]): OpenPackage {
  return {
    profile: "tabular-data-package",
    name,
    title,
    description,
    version,
    ...(terms.licence ? { licenses: [terms.licence] } : {}),
    contributors: [{ title: terms.publisher, role: "publisher" }],
    resources,
  };
}
