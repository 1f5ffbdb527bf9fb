/** The workbook that a certifying body fills in: made from the catalogue, so that it never asks for what the check refuses. */
import type { Catalogue, CertifyingBody, CompiledFramework } from "../catalogue/types.ts";
import { type BodyCode, frameworkKey } from "../ids.ts";
import type { Layout } from "../intake/columns.ts";
import { workbookBytes } from "../workbook/write.ts";
import { choicesOf } from "./choices.ts";
import { writeChoices } from "./choices-sheet.ts";
import { writeDataSheet, writeExample } from "./data-sheet.ts";
import { writeExplanation } from "./explanation-sheet.ts";
import { writeNorms } from "./norms-sheet.ts";
import { templateColumns } from "./template-columns.ts";

export interface TemplateChoice {
  readonly label: string;
  readonly variant: string;
  readonly version: string;
  readonly layout: Exclude<Layout, "trends">;
  /** Its own headers and score terms are used. */
  readonly body?: BodyCode;
}

/** What the sheets are made from. */
export interface Template {
  readonly catalogue: Catalogue;
  readonly framework: CompiledFramework;
  readonly layout: TemplateChoice["layout"];
  readonly body: CertifyingBody | undefined;
}

/**
 * The template as XLSX; undefined when the catalogue has no such framework. Sheets: `Toetsen` and `Trends` to be filled in (headers protected,
 * text columns, choice lists; an example row that the check knows in the first), `Uitleg`, `Normen`, and the lists, which are not shown. The same input
 * gives the same bytes.
 */
export function deliveryTemplate(catalogue: Catalogue, { label, variant, version, layout, body }: TemplateChoice): Uint8Array | undefined {
  const framework = catalogue.frameworkByKey.get(frameworkKey(label, variant, version));
  if (framework === undefined) return undefined;
  const template: Template = { catalogue, framework, layout, body: body === undefined ? undefined : catalogue.bodies.get(body) };
  const choices = choicesOf(catalogue, framework, template.body);
  return workbookBytes((workbook) => {
    const columns = templateColumns(template, layout, choices);
    writeExample(writeDataSheet(workbook, "Toetsen", columns), columns);
    // Without an example: most deliveries have no trends, and would get a warning for nothing.
    writeDataSheet(workbook, "Trends", templateColumns(template, "trends", choices));
    writeExplanation(workbook, template, choices);
    writeNorms(workbook, framework);
    writeChoices(workbook, choices);
  });
}

/** `sjabloon-ksw-basis-2019-rij-per-norm.xlsx` */
export function templateFileName({ label, variant, version, layout }: TemplateChoice): string {
  const name = `sjabloon-${label}-${variant}-${version}-rij-per-${layout === "wide" ? "rapport" : "norm"}`;
  return `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.xlsx`;
}
