import type { Field, TabularResource } from "../tables/data-package.ts";
import type { PackageAbout } from "./package.ts";
import type { Terms } from "./terms.ts";

/**
 * The codebook of a package as Markdown, in Dutch: what it is, how it may be used, and of every column what it means, what it may hold and when it is
 * empty. Made from the schema itself, so that the two cannot differ.
 */
export function codebook(about: PackageAbout, resources: readonly TabularResource[]): string {
  const { title, description, facts, chapters, citation, terms } = about;
  return [
    `# ${plain(title)}`,
    plain(description),
    facts.map(([subject, text]) => `- **${plain(subject)}**: ${plain(text)}`).join("\n"),
    "## Gebruik",
    licenceText(terms),
    `Noem de bron zo: ${plain(citation)}`,
    ...chapters.flatMap((chapter) => [`## ${plain(chapter.title)}`, ...chapter.paragraphs.map(plain)]),
    "## De bestanden",
    "CSV, UTF-8 met BOM, puntkomma als scheidingsteken, komma als decimaalteken, regeleinde CRLF. Een leeg veld is een ontbrekende waarde. Dezelfde uitleg staat voor programma’s in `datapackage.json` (Frictionless Data Package).",
    ...resources.flatMap(tableChapter),
    "",
  ].join("\n\n");
}

const licenceText = ({ licence, publisher }: Terms): string =>
  licence
    ? `Licentie: ${plain(licence.title)} (${plain(licence.name)})${licence.path ? `, ${plain(licence.path)}` : ""}.`
    : `Er is nog geen licentie gekozen. Vraag ${plain(publisher)} om toestemming voordat u deze gegevens verder verspreidt.`;

function tableChapter({ path, title, description, schema }: TabularResource): string[] {
  return [
    `### ${plain(title)} (\`${path}\`)`,
    plain(description),
    `Sleutel: ${schema.primaryKey.map(code).join(", ")}.${(schema.foreignKeys ?? [])
      .map(
        ({ fields, reference }) =>
          ` ${fields.map(code).join(", ")} ${fields.length === 1 ? "verwijst" : "verwijzen samen"} naar \`${reference.resource}.csv\`.`,
      )
      .join("")}`,
    [
      "| kolom | soort | betekenis | waarden | leeg |",
      "|---|---|---|---|---|",
      ...schema.fields.map(
        (field) =>
          `| ${code(field.name)} | ${typeWords[field.type]} | ${cell(field.description)} | ${cell(valuesOf(field))} | ${field.constraints.required ? "nooit" : "kan"} |`,
      ),
    ].join("\n"),
  ];
}

const typeWords = { string: "tekst", integer: "geheel getal", number: "getal" } as const satisfies Record<Field["type"], string>;

function valuesOf({ constraints: { enum: values, minimum, maximum } }: Field): string {
  if (values) return values.join(", ");
  if (maximum !== undefined) return `${minimum ?? ""} tot en met ${maximum}`;
  return minimum === undefined ? "" : `${minimum} of meer`;
}

const code = (name: string): string => `\`${name}\``;

/** Titles come from a catalogue: one line, and nothing that Markdown would take for markup. */
const plain = (text: string): string => text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|]/g, "\\$&");

/** The same in a cell of a table. */
const cell = plain;
