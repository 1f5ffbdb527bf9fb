/** What the documents for certifying bodies say of rules and columns, made from the code: see `findings-doc.ts`. */
import { rules } from "../core/intake/checks/index.ts";
import type { About, Rule } from "../core/intake/checks/rule.ts";
import { type Column, columns, type Layout } from "../core/intake/columns.ts";
import { describeRule } from "../core/intake/messages/index.ts";

const chapters: readonly { readonly title: string; readonly about: readonly About[] }[] = [
  { title: "The file", about: ["file"] },
  { title: "Columns", about: ["header"] },
  { title: "Rows", about: ["row"] },
  { title: "Cells", about: ["cell"] },
  { title: "Norms", about: ["norm"] },
  { title: "Free text", about: ["text"] },
  { title: "Reports", about: ["report", "delivery"] },
  { title: "What was delivered before", about: ["history"] },
  { title: "Trends", about: ["trend"] },
];

/** `docs/findings.md` */
export function findingsPage(): string {
  const count = (severity: Rule["severity"]) => rules.filter((rule) => rule.severity === severity).length;
  const intro = [
    "# Findings",
    "",
    "<!-- Made by `npm run docs:findings` from `core/intake/checks` and `core/intake/messages`; do not edit by hand. -->",
    "",
    `Everything that the check of a delivery can say: ${count("error")} errors and ${count("warning")} warnings. An **error** (fout) rejects the report it stands in; an error about`,
    "the file or its columns rejects all reports in it. A **warning** (waarschuwing) never blocks. Codes are stable. `…` stands for what is in the file.",
    "The Dutch words are what a sender sees; each finding also names sheet, row, column and value. How a file is built: [delivery-specification.md](delivery-specification.md).",
  ];
  const tables = chapters.flatMap(({ title, about }) => [
    "",
    `## ${title}`,
    "",
    "| code | | what is wrong | how to mend it |",
    "|---|---|---|---|",
    ...rules.filter((rule) => about.includes(rule.about)).map(line),
  ]);
  return `${[...intro, ...tables].join("\n")}\n`;
}

/** The tables of columns in `docs/delivery-specification.md`, per layout. */
export function columnTables(): Readonly<Record<Layout, string>> {
  return { long: columnTable("long"), wide: columnTable("wide"), trends: columnTable("trends") };
}

/** The page with the part between `<!-- name -->` and `<!-- /name -->` made anew. */
export function withPart(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no part ${name} in the page`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}

function line(rule: Rule): string {
  const nl = describeRule(rule.code, "nl");
  const en = describeRule(rule.code, "en");
  return `| \`${rule.code}\` | ${rule.severity} | ${cell(`${nl.message}`)}<br>*${cell(en.message)}* | ${cell(nl.fix)}<br>*${cell(en.fix)}* |`;
}

function columnTable(layout: Layout): string {
  const rows = columns.filter((column) => column.layouts.includes(layout)).map((column) => columnLine(column, layout));
  return ["| column | needed | content | also known as |", "|---|---|---|---|", ...rows].join("\n");
}

const columnLine = (column: Column, layout: Layout): string =>
  `| \`${column.name}\` | ${column.needed.includes(layout) ? "yes" : "no"} | ${cell(column.content)} | ${column.synonyms.join(", ")} |`;

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("*", "\\*").replaceAll("<", "&lt;");
