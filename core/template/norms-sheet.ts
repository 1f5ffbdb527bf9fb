import type { CompiledFramework } from "../catalogue/types.ts";
import { templateSheetTitle } from "../intake/template-parts.ts";
import { linesOf, style, type WorkbookWriter } from "../workbook/write.ts";

const TITLE_WIDTH = 110;

/** Every norm of the framework with its title, to look up. */
export function writeNorms(workbook: WorkbookWriter, { norms, categories }: CompiledFramework): void {
  const nameOf = new Map(categories.map(({ code, title }) => [code, title]));
  const sheet = workbook.sheet({
    name: "Normen",
    columns: [{ width: 14 }, { width: TITLE_WIDTH }, { width: 28 }],
    frozenRows: 2,
  });
  sheet.row([templateSheetTitle("Normen")], style("text", "header"));
  sheet.row(["code", "titel", "categorie"], style("text", "header"));
  for (const { code, title, category } of norms) {
    sheet.row([code, title, nameOf.get(category) ?? category], style("text", "none", true), undefined, linesOf(title, TITLE_WIDTH));
  }
}
