/** How a delivery is built and what the check can say of it, as data: made from the checks, for pages and documents. */
import { rules } from "../intake/checks/index.ts";
import type { About } from "../intake/checks/rule.ts";
import { type Column, type ColumnName, columns, type Layout } from "../intake/columns.ts";
import { type Description, describe, describeRule, type InBothLanguages, type Language } from "../intake/messages/index.ts";
import type { Severity } from "../intake/types.ts";
import { columnWords } from "./column-words.ts";
import { ruleExamples } from "./rule-examples.ts";

export interface SpecifiedColumn {
  readonly name: ColumnName;
  /** Other headers that mean the same. */
  readonly synonyms: readonly string[];
  readonly needed: boolean;
  /** Between back quotes stands what is to be typed as it is. */
  readonly content: InBothLanguages;
  readonly example: string;
}

export interface SpecifiedRule {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, with `…` for what is in the file. */
  readonly message: InBothLanguages;
  /** How to mend it. */
  readonly fix: InBothLanguages;
  /** The same, said of a file. */
  readonly example: SpecifiedExample;
}

export interface SpecifiedExample {
  /** What stood in the cell; "" where it is about more than a cell. */
  readonly value: string;
  readonly message: InBothLanguages;
  readonly fix: InBothLanguages;
}

export interface SpecifiedChapter {
  /** Stable, for addresses. */
  readonly id: string;
  readonly title: InBothLanguages;
  readonly rules: readonly SpecifiedRule[];
}

export interface Specification {
  readonly columns: Readonly<Record<Layout, readonly SpecifiedColumn[]>>;
  readonly chapters: readonly SpecifiedChapter[];
  readonly counts: { readonly errors: number; readonly warnings: number };
}

/** The specification of deliveries. The same each time: it depends on the code alone. */
export function deliverySpecification(): Specification {
  const count = (severity: Severity) => rules.filter((rule) => rule.severity === severity).length;
  return {
    columns: { long: columnsOf("long"), wide: columnsOf("wide"), trends: columnsOf("trends") },
    chapters: chapters.map(({ id, title, about }) => ({ id, title, rules: rulesAbout(about) })),
    counts: { errors: count("error"), warnings: count("warning") },
  };
}

const chapters: readonly { readonly id: string; readonly title: InBothLanguages; readonly about: readonly About[] }[] = [
  { id: "bestand", title: { nl: "Het bestand", en: "The file" }, about: ["file"] },
  { id: "kolommen", title: { nl: "Kolommen", en: "Columns" }, about: ["header"] },
  { id: "rijen", title: { nl: "Rijen", en: "Rows" }, about: ["row"] },
  { id: "cellen", title: { nl: "Cellen", en: "Cells" }, about: ["cell"] },
  { id: "normen", title: { nl: "Normen", en: "Norms" }, about: ["norm"] },
  { id: "teksten", title: { nl: "Vrije tekst", en: "Free text" }, about: ["text"] },
  { id: "rapporten", title: { nl: "Rapporten", en: "Reports" }, about: ["report", "delivery"] },
  { id: "eerder", title: { nl: "Wat eerder is aangeleverd", en: "What was delivered before" }, about: ["history"] },
  { id: "trends", title: { nl: "Trends", en: "Trends" }, about: ["trend"] },
];

function columnsOf(layout: Layout): readonly SpecifiedColumn[] {
  return columns.filter((column) => column.layouts.includes(layout)).map((column) => specifiedColumn(column, layout));
}

const specifiedColumn = ({ name, synonyms, needed }: Column, layout: Layout): SpecifiedColumn => ({
  name,
  synonyms,
  needed: needed.includes(layout),
  ...columnWords[name],
});

function rulesAbout(about: readonly About[]): readonly SpecifiedRule[] {
  return rules
    .filter((rule) => about.includes(rule.about))
    .map(({ code, severity }) => ({ code, severity, ...inBoth((language) => describeRule(code, language)), example: exampleOf(code) }));
}

function exampleOf(code: string): SpecifiedExample {
  const { value = "", columnName = null, params = {} } = ruleExamples[code] ?? {};
  return { value, ...inBoth((language) => describe({ code, value, columnName, params }, language)) };
}

function inBoth(say: (language: Language) => Description): { message: InBothLanguages; fix: InBothLanguages } {
  const [nl, en] = [say("nl"), say("en")];
  return { message: { nl: nl.message, en: en.message }, fix: { nl: nl.fix, en: en.fix } };
}
