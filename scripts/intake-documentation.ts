/** What the documents for certifying bodies say of rules and columns, made from the specification: see `findings-doc.ts`. */
import type { Layout } from "../core/intake/columns.ts";
import { deliverySpecification, type SpecifiedColumn, type SpecifiedRule } from "../core/specification/specification.ts";

/** `docs/findings.md` */
export function findingsPage(): string {
  const { chapters, counts } = deliverySpecification();
  const intro = [
    "# Findings",
    "",
    "<!-- Made by `npm run docs:findings` from `core/intake/checks` and `core/intake/messages`; do not edit by hand. -->",
    "",
    `Everything that the check of a delivery can say: ${counts.errors} errors and ${counts.warnings} warnings. An **error** (fout) rejects the report it stands in; an error about`,
    "the file or its columns rejects all reports in it. A **warning** (waarschuwing) never blocks. Codes are stable. `…` stands for what is in the file.",
    "The Dutch words are what a sender sees; each finding also names sheet, row, column and value. How a file is built: [delivery-specification.md](delivery-specification.md).",
  ];
  const tables = chapters.flatMap(({ title, rules }) => [
    "",
    `## ${title.en}`,
    "",
    "| code | | what is wrong | how to mend it |",
    "|---|---|---|---|",
    ...rules.map(line),
  ]);
  return `${[...intro, ...tables].join("\n")}\n`;
}

/** The tables of columns in `docs/delivery-specification.md`, per layout. */
export function columnTables(): Readonly<Record<Layout, string>> {
  const { long, wide, trends } = deliverySpecification().columns;
  return { long: columnTable(long), wide: columnTable(wide), trends: columnTable(trends) };
}

/** The page with the part between `<!-- name -->` and `<!-- /name -->` made anew. */
export function withPart(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no part ${name} in the page`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}

const line = ({ code, severity, message, fix }: SpecifiedRule): string =>
  `| \`${code}\` | ${severity} | ${cell(message.nl)}<br>*${cell(message.en)}* | ${cell(fix.nl)}<br>*${cell(fix.en)}* |`;

function columnTable(columns: readonly SpecifiedColumn[]): string {
  return ["| column | needed | content | also known as |", "|---|---|---|---|", ...columns.map(columnLine)].join("\n");
}

const columnLine = ({ name, needed, content, synonyms }: SpecifiedColumn): string =>
  `| \`${name}\` | ${needed ? "yes" : "no"} | ${cell(content.en)} | ${synonyms.join(", ")} |`;

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("*", "\\*").replaceAll("<", "&lt;");
