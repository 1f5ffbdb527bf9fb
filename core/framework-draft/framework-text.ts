import type { NormFramework } from "../catalogue/types.ts";

/** The text of a file of the catalogue, one line for each category and each norm, so that two versions can be laid beside each other. */
export function frameworkText(framework: NormFramework & { readonly $schema?: string }): string {
  const { $schema = "../schema/framework.schema.json", categories, norms, ...rest } = framework;
  const fields = Object.entries({ $schema, ...rest }).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${[...fields, list("categories", categories), list("norms", norms)].join(",\n")}\n}\n`;
}

const list = (name: string, items: readonly unknown[]): string =>
  `  ${JSON.stringify(name)}: [\n${items.map((item) => `    ${inline(item)}`).join(",\n")}\n  ]`;

/** On one line, with blanks where people put them. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}: ${inline(inner)}`)
    .join(", ")} }`;
}
