import { bodiesTable } from "./bodies.ts";
import { cohortsTable } from "./cohorts.ts";
import { exploratoryTable } from "./exploratory.ts";
import { normFiguresTable, viewFiguresTable } from "./norm-tables.ts";
import { reportedTrendsTable } from "./reported-trends.ts";
import type { Column, Table } from "./table.ts";
import { transitionsTable } from "./transitions.ts";
import { trendsTable } from "./trends.ts";

/**
 * The data dictionary of the published CSV files, as a Frictionless Data Package: what each column means, of which type it is, and what it may
 * hold. Published beside the files as `datapackage.json`. Source: specs.frictionlessdata.io, data-package and table-schema (version 1).
 */
export function dataPackage(): DataPackage {
  return {
    profile: "tabular-data-package",
    name: "normenmonitor",
    title: "Normenmonitor: gepubliceerde cijfers",
    resources: [
      resource(normFiguresTable),
      resource(viewFiguresTable),
      resource(trendsTable),
      resource(transitionsTable),
      resource(cohortsTable),
      resource(bodiesTable),
      resource(reportedTrendsTable),
      resource(exploratoryTable),
    ],
  };
}

export const dataPackageJson = (): string => `${JSON.stringify(dataPackage(), null, 2)}\n`;

export interface DataPackage {
  readonly profile: "tabular-data-package";
  readonly name: string;
  readonly title: string;
  readonly resources: readonly TabularResource[];
}

export interface TabularResource {
  readonly profile: "tabular-data-resource";
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly format: "csv";
  readonly mediatype: "text/csv";
  /** With a byte order mark, for Excel. */
  readonly encoding: "utf-8";
  readonly dialect: {
    readonly delimiter: ";";
    readonly lineTerminator: "\r\n";
    readonly quoteChar: '"';
    readonly doubleQuote: true;
    readonly header: true;
  };
  readonly schema: TableSchema;
}

export interface TableSchema {
  readonly fields: readonly Field[];
  readonly missingValues: readonly string[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
}

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

export interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number";
  readonly description: string;
  readonly decimalChar?: ",";
  readonly constraints: {
    readonly required: boolean;
    readonly enum?: readonly string[];
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

/** What the dictionary says of one table. */
export function resource<Row>({ file, title, description, key, foreignKeys, columns }: Table<Row>): TabularResource {
  return {
    profile: "tabular-data-resource",
    name: resourceName(file),
    path: file,
    title,
    description,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { delimiter: ";", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map(field),
      missingValues: [""],
      primaryKey: key,
      ...(foreignKeys ? { foreignKeys: foreignKeys.map(foreignKey) } : {}),
    },
  };
}

const resourceName = (file: string): string => file.replace(/\.csv$/, "");

const foreignKey = ({ columns, table }: { readonly columns: readonly string[]; readonly table: string }): ForeignKey => ({
  fields: columns,
  reference: { resource: resourceName(table), fields: columns },
});

function field<Row>({ name, kind, description, values, maybeEmpty = false }: Column<Row>): Field {
  const required = !maybeEmpty;
  switch (kind) {
    case "text":
      return { name, type: "string", description, constraints: { required, ...(values ? { enum: values } : {}) } };
    case "count":
      return { name, type: "integer", description, constraints: { required, minimum: 0 } };
    case "fraction":
      return { name, type: "number", decimalChar: ",", description, constraints: { required, minimum: 0, maximum: 1 } };
    case "number":
      return { name, type: "number", decimalChar: ",", description, constraints: { required, minimum: 0 } };
  }
}
