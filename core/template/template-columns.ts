/** The columns of a sheet of the template: header, look, what can be chosen, what is said beside it, and the cell of the example row. */
import type { Day } from "../calendar.ts";
import type { CertifyingBody, CompiledFramework, Norm } from "../catalogue/types.ts";
import { type ColumnName, columns, foldHeader, type Layout } from "../intake/columns.ts";
import { EXAMPLE, type ExampleColumn } from "../intake/template-parts.ts";
import { columnWords } from "../specification/column-words.ts";
import type { CellValue } from "../workbook/cells.ts";
import type { Validation } from "../workbook/validations.ts";
import type { Choices } from "./choices.ts";
import { choicesRange } from "./choices-sheet.ts";
import type { Template } from "./delivery-template.ts";

export interface TemplateColumn extends Pick<Validation, "allow" | "prompt" | "refusal"> {
  readonly header: string;
  readonly format: "text" | "date";
  /** In characters. */
  readonly width: number;
  readonly example: CellValue;
}

export type ChoicesByColumn = ReadonlyMap<ColumnName, Choices>;

/** In the order of the specification. The column that names the body is left out: the sender is known. In the wide layout the norms follow. */
export function templateColumns(template: Template, layout: Layout, choices: ChoicesByColumn): readonly TemplateColumn[] {
  const own = columns
    .filter((column) => column.layouts.includes(layout) && column.part !== "sender")
    .map(({ name, needed }) => templateColumn(name, needed.includes(layout), template, choices));
  return layout === "wide" ? [...own, ...template.framework.norms.map((norm) => normColumn(norm, choices))] : own;
}

function templateColumn(name: ColumnName, needed: boolean, template: Template, choices: ChoicesByColumn): TemplateColumn {
  const header = headerOf(name, template.body);
  const isDate = name === "toetsdatum";
  const offered = choices.get(name);
  const described = plain(columnWords[name].content.nl);
  return {
    header,
    format: isDate ? "date" : "text",
    width: Math.max(widths[name] ?? 12, header.length + 3),
    allow: isDate ? dates(template.framework) : listed(name, choices),
    prompt: { title: header, text: `${needed ? "Verplicht." : "Mag leeg blijven."} ${described}` },
    refusal: isDate ? wrongDate : offered !== undefined && !offered.open ? notInList : undefined,
    example: exampleOf(name, template, offered),
  };
}

/** The title of the norm is shown when a cell below its code is chosen. */
function normColumn({ code, title }: Norm, choices: ChoicesByColumn): TemplateColumn {
  return {
    header: code,
    format: "text",
    width: 18,
    allow: listed("score", choices),
    prompt: { title: `Norm ${code}`, text: title },
    refusal: notInList,
    example: choices.get("score")?.words[0] ?? null,
  };
}

/** The body's own header, where one has been agreed. */
export function headerOf(name: ColumnName, body: CertifyingBody | undefined): string {
  const own = Object.entries(body?.headerNames ?? {}).find(([, target]) => foldHeader(target) === foldHeader(name));
  return own?.[0] ?? name;
}

/** Without the marks around words that are to be typed as they are. */
export const plain = (text: string): string => text.replace(/`([^`]*)`/g, '"$1"');

const widths: Partial<Record<ColumnName, number>> = {
  organisatie: 40,
  label: 10,
  soort_toets: 20,
  toetsvorm: 26,
  score: 20,
  zelfevaluatie: 20,
  discipline: 24,
  toelichting: 60,
  thema: 28,
  omschrijving: 60,
};

const notInList = { title: "Niet in de lijst", text: "Kies een waarde uit de lijst: klik op het pijltje naast de cel." };
const wrongDate = {
  title: "Geen toetsdatum",
  text: "Vul een datum in waarop dit normenkader geldt, bijvoorbeeld 14-03-2024. Lukt dat niet, schrijf dan eerst het jaar: 2024-03-14.",
};

function listed(name: ColumnName, choices: ChoicesByColumn): Validation["allow"] {
  const from = choicesRange(choices, name);
  return from === undefined ? { kind: "any" } : { kind: "list", from };
}

/** Day 1 of a sheet is 01-01-1900; the last day that Excel knows is 31-12-9999. */
const DAYS_TO_1970 = 25_569;
const LAST_DAY = 2_958_465;
const serial = (day: Day): number => Math.min(day + DAYS_TO_1970, LAST_DAY);

const dates = ({ validFromDay, validUntilDay }: CompiledFramework): Validation["allow"] => ({
  kind: "date",
  first: serial(validFromDay),
  last: serial(validUntilDay),
});

/** The check passes over the row by its reference and name; the rest shows what a filled-in row looks like. */
function exampleOf(name: ColumnName, { framework }: Template, offered: Choices | undefined): CellValue {
  if (name in EXAMPLE) return EXAMPLE[name as ExampleColumn];
  if (name === "toetsdatum") return serial(framework.validFromDay);
  return offered?.words[0] ?? columnWords[name].example;
}
