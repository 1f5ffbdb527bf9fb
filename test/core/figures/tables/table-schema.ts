/** Holds a CSV file against its Table Schema: header, types, constraints, primary key. Gives what is wrong, a line each. */
import { parse } from "csv-parse/sync";
import type { Field, TabularResource } from "../../../../core/figures/tables/data-package.ts";

export function problemsOf(csv: string, { dialect, schema }: TabularResource): string[] {
  const [header = [], ...rows] = parse(csv, {
    bom: true,
    delimiter: dialect.delimiter,
    record_delimiter: dialect.lineTerminator,
  }) as string[][];
  const names = schema.fields.map(({ name }) => name);
  if (header.join(";") !== names.join(";")) return [`header: ${header.join(";")}`];
  const problems = rows.flatMap((row, i) =>
    schema.fields.flatMap((field, column) => {
      const problem = problemOf(row[column]!, field, schema.missingValues);
      return problem ? [`row ${i + 1}, ${field.name}: ${problem}: ${row[column]}`] : [];
    }),
  );
  const keys = rows.map((row) => schema.primaryKey.map((name) => row[names.indexOf(name)]).join("\n"));
  const twice = keys.filter((key, i) => keys.indexOf(key) !== i);
  return [...problems, ...twice.map((key) => `twice: ${key.replaceAll("\n", " ")}`)];
}

function problemOf(text: string, { type, decimalChar, constraints }: Field, missing: readonly string[]): string | undefined {
  if (missing.includes(text)) return constraints.required ? "is required" : undefined;
  if (type === "string") return constraints.enum && !constraints.enum.includes(text) ? "is not in the list" : undefined;
  const pattern = type === "integer" ? /^-?\d+$/ : new RegExp(`^-?\\d+(\\${decimalChar ?? "."}\\d+)?$`);
  if (!pattern.test(text)) return `is no ${type}`;
  const value = Number(text.replace(decimalChar ?? ".", "."));
  if (value < (constraints.minimum ?? value)) return "is too low";
  if (value > (constraints.maximum ?? value)) return "is too high";
  return undefined;
}
