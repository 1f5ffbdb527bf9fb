import type { CompiledFramework } from "../../catalogue/types.ts";
import { frameworkKey } from "../../ids.ts";
import { columnLetters, MAX_ROWS } from "../../workbook/cells.ts";
import { linesOf, style, unlocked, type Validation, type WorkbookWriter, workbookBytes } from "../../workbook/write.ts";
import type { FrameworkDraft } from "../types.ts";
import {
  ABOUT_DRAFT,
  ABOUT_REVISION,
  ABOUT_SHEET,
  cellsOf,
  type EditableColumn,
  editable,
  NORMS_SHEET,
  type SheetColumn,
  sheetColumns,
  YES,
} from "./columns.ts";

/**
 * A draft as a workbook to be edited and sent back: the norms, what was dropped, and how it works. Only what may be changed is unlocked. The same draft gives
 * the same bytes.
 */
export const draftWorkbook = (draft: FrameworkDraft, base: CompiledFramework): Uint8Array =>
  workbookBytes((workbook) => {
    writeNorms(workbook, draft, base);
    writeDropped(workbook, draft);
    writeAbout(workbook, draft);
    writeLists(workbook, draft);
  });

const widths: Readonly<Record<SheetColumn, number>> = {
  norm: 12,
  "nieuwe code": 13,
  titel: 70,
  categorie: 12,
  competenties: 18,
  vervalt: 10,
  reden: 40,
  "komt uit": 26,
  "titel nu": 60,
  besluit: 60,
};

function writeNorms(workbook: WorkbookWriter, draft: FrameworkDraft, base: CompiledFramework): void {
  const styles = sheetColumns.map((column) => {
    const look = style("text", isEditable(column) ? "none" : "marked", true);
    return isEditable(column) ? unlocked(look) : look;
  });
  const sheet = workbook.sheet({
    name: NORMS_SHEET,
    // Below the norms every column is open, so that a new norm can be written there; `norm` stays empty for it.
    columns: sheetColumns.map((column) => ({
      width: widths[column],
      style: isEditable(column) ? unlocked(style("text", "none", true)) : style("text"),
    })),
    frozenRows: 1,
    locked: true,
    validations: validationsFor(draft),
  });
  sheet.row(sheetColumns, style("text", "header"));
  for (const norm of draft.norms) {
    const cells = cellsOf(norm, draft, base);
    const lines = Math.max(...sheetColumns.map((column) => linesOf(cells[column], widths[column])));
    sheet.row(
      sheetColumns.map((column) => cells[column] || null),
      styles,
      undefined,
      lines,
    );
  }
}

const isEditable = (column: SheetColumn): column is EditableColumn => (editable as readonly string[]).includes(column);

const LISTS_SHEET = "Lijsten";

function validationsFor({ categories }: FrameworkDraft): readonly Validation[] {
  const cells = (column: EditableColumn) => {
    const letter = columnLetters(sheetColumns.indexOf(column));
    return `${letter}2:${letter}${MAX_ROWS}`;
  };
  const say = (column: EditableColumn, text: string): Validation => ({
    cells: cells(column),
    allow: { kind: "any" },
    prompt: { title: column, text },
  });
  return [
    say("nieuwe code", "Leeg: de code blijft. Voor een nieuwe norm: haar code; laat kolom norm dan leeg."),
    say("competenties", "Codes, met een komma ertussen: C01, C07."),
    say("reden", "Waarom de norm vervalt."),
    {
      cells: cells("categorie"),
      allow: { kind: "list", from: `'${LISTS_SHEET}'!$A$2:$A$${categories.length + 1}` },
      refusal: { title: "Categorie", text: "Kies een categorie uit de lijst." },
    },
    {
      cells: cells("vervalt"),
      allow: { kind: "list", from: `'${LISTS_SHEET}'!$B$2:$B$3` },
      prompt: { title: "vervalt", text: "ja: de norm komt niet terug. Laat de rij staan en geef een reden." },
      refusal: { title: "vervalt", text: "Kies ja of nee." },
    },
  ];
}

function writeDropped(workbook: WorkbookWriter, { dropped }: FrameworkDraft): void {
  const look = style("text", "none", true);
  const sheet = workbook.sheet({ name: "Vervallen", columns: [{ width: 12 }, { width: 90 }, { width: 60 }], frozenRows: 1, locked: true });
  sheet.row(["norm", "titel", "reden"], style("text", "header"));
  for (const { norm, reason } of dropped) sheet.row([norm.code, norm.title, reason], look, undefined, linesOf(norm.title, 90));
}

const WIDTH = 100;

function writeAbout(workbook: WorkbookWriter, draft: FrameworkDraft): void {
  const look = style("text", "none", true);
  const sheet = workbook.sheet({ name: ABOUT_SHEET, columns: [{ width: 14 }, { width: WIDTH }], locked: true });
  sheet.row([ABOUT_DRAFT, frameworkKey(draft.label, draft.variant, draft.version)], look);
  sheet.row([ABOUT_REVISION, String(draft.revision)], look);
  const lines = [
    "Pas op blad Normen de witte kolommen aan en stuur het bestand in het portaal terug. U ziet eerst wat er verandert; daarna beslist u of het wordt overgenomen.",
    "norm: de code in het concept. Verander hem niet: daaraan herkennen we de rij. Een andere code schrijft u in kolom nieuwe code.",
    "Een nieuwe norm: voeg onderaan een rij toe. Laat kolom norm leeg en vul nieuwe code, titel, categorie en competenties in.",
    "Een norm die vervalt: laat de rij staan, kies ja in kolom vervalt en schrijf waarom in kolom reden.",
    "Een andere titel betekent dat de norm anders is verwoord: een trendlijn loopt dan niet door. Vraagt de norm nog hetzelfde? Zeg dat daarna in het portaal.",
    "Samenvoegen, splitsen en terugzetten van vervallen normen gaat in het portaal.",
    "De volgorde van de rijen doet er niet toe.",
  ];
  for (const line of lines) sheet.row([null, line], look, undefined, linesOf(line, WIDTH));
}

function writeLists(workbook: WorkbookWriter, { categories }: FrameworkDraft): void {
  const sheet = workbook.sheet({ name: LISTS_SHEET, columns: [{ width: 12 }, { width: 8 }], hidden: true });
  sheet.row(["categorie", "vervalt"], style("text", "header"));
  const answers = [YES, "nee"];
  for (let i = 0; i < Math.max(categories.length, answers.length); i++)
    sheet.row([categories[i]?.code ?? null, answers[i] ?? null], style("text"));
}
