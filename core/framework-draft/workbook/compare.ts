import { foldCode, foldWord } from "../../catalogue/codes.ts";
import { columnLetters } from "../../workbook/cells.ts";
import { changed, type EditSource, freeId, placed } from "../edit.ts";
import { type NormFault, type NormText, normFaults } from "../norm-faults.ts";
import { type Author, revise } from "../revise.ts";
import type { DraftNorm, FrameworkDraft } from "../types.ts";
import {
  asCell,
  cellsOf,
  type EditableColumn,
  editable,
  informative,
  KEY,
  NORMS_SHEET,
  type SheetColumn,
  sheetColumns,
  YES,
} from "./columns.ts";
import type { ReadCell, ReadDraftWorkbook, ReadRow } from "./read.ts";

/** What is wrong in a workbook that was sent back, with the place: a row as Excel shows it and the header of a column, where it is about one. */
export interface WorkbookFault {
  readonly fault:
    | NormFault["fault"]
    | "sheetMissing"
    | "otherDraft"
    | "columnMissing"
    | "columnDouble"
    /** `value`: the code; `other`: a norm that is missing, which it may be. */
    | "codeUnknown"
    | "codeDouble"
    /** No row for a norm of the draft. */
    | "normMissing"
    | "notText"
    | "dropWord"
    | "reasonMissing"
    | "newNormDropped"
    /** What is there to read was changed. */
    | "informationChanged"
    | "noNormLeft";
  readonly row: number | null;
  readonly column: SheetColumn | null;
  /** As Excel shows it. */
  readonly letter: string | null;
  readonly value: string;
  /** Another row, or what was meant, where the fault has one. */
  readonly other: string;
}

/** One difference that a workbook makes. */
export type WorkbookDifference =
  | { readonly kind: "changed"; readonly row: number; readonly before: DraftNorm; readonly after: DraftNorm }
  | { readonly kind: "added"; readonly row: number; readonly after: DraftNorm }
  | { readonly kind: "dropped"; readonly row: number; readonly before: DraftNorm; readonly reason: string };

export interface WorkbookProposal {
  /** In the order of the sheet; none: nothing was changed. */
  readonly differences: readonly WorkbookDifference[];
  /** Headers of columns that are not the draft's: what is in them is not taken over. */
  readonly leftOut: readonly string[];
  /** Revision that the workbook was made from; undefined: it does not say so any more. */
  readonly revision: number | undefined;
  /** The draft with the differences, as its next revision. */
  apply(author: Author): FrameworkDraft;
}

/**
 * What a workbook that was sent back changes of the draft, or everything that is wrong with it: then nothing is proposed. Rows are known by the code in
 * column `norm`; a norm is dropped by saying so and never by leaving out its row, so that nothing is lost by a slip.
 */
export function compareWorkbook(
  read: ReadDraftWorkbook,
  draft: FrameworkDraft,
  source: EditSource,
): WorkbookProposal | { readonly faults: readonly WorkbookFault[] } {
  const [header, ...body] = read.rows;
  if (!header) return { faults: [fault("sheetMissing", { value: NORMS_SHEET })] };
  const own = `${draft.label}/${draft.variant}/${draft.version}`;
  if (read.draft !== undefined && read.draft !== own) return { faults: [fault("otherDraft", { value: read.draft, other: own })] };
  const { places, faults: headerFaults, leftOut } = columnsIn(header, body);
  if (headerFaults.length > 0) return { faults: headerFaults };
  const rows = body.map((row) => sheetRow(row, places)).filter((row) => sheetColumns.some((column) => row.text(column) !== ""));
  // What is there to read may have changed since an older revision was fetched.
  const isCurrent = read.revision === draft.revision;
  const known = new Map(draft.norms.map((norm) => [foldCode(norm.code), norm]));
  const faults = [
    ...rowsFaults(rows, known, draft),
    ...rows.flatMap((row) => [...cellFaults(row, known), ...(isCurrent ? informationFaults(row, known, draft, source) : [])]),
  ];
  const differences = rows.flatMap((row) => differenceOf(row, known, draft, source));
  faults.push(...textFaults(rows, known, differences, draft, source));
  const next = nextNorms(draft, differences);
  if (faults.length === 0 && next.norms.length === 0) faults.push(fault("noNormLeft", {}));
  if (faults.length > 0)
    return { faults: faults.toSorted((a, b) => (a.row ?? Number.POSITIVE_INFINITY) - (b.row ?? Number.POSITIVE_INFINITY)) };
  const codes = differences.map((difference) => (difference.kind === "dropped" ? difference.before.code : difference.after.code));
  return { differences, leftOut, revision: read.revision, apply: (author) => revise(draft, next, "workbook", codes, author) };
}

const fault = (name: WorkbookFault["fault"], at: Partial<Omit<WorkbookFault, "fault">>): WorkbookFault => ({
  fault: name,
  row: null,
  column: null,
  letter: null,
  value: "",
  other: "",
  ...at,
});

type Places = ReadonlyMap<SheetColumn, number>;

function columnsIn(header: ReadRow, body: readonly ReadRow[]) {
  const places = new Map<SheetColumn, number>();
  const faults: WorkbookFault[] = [];
  const leftOut: string[] = [];
  header.cells.forEach(({ text }, i) => {
    const column = sheetColumns.find((one) => foldWord(one) === foldWord(text));
    if (column && places.has(column))
      faults.push(
        fault("columnDouble", {
          row: header.row,
          column,
          letter: columnLetters(i),
          value: text,
          other: columnLetters(places.get(column)!),
        }),
      );
    else if (column) places.set(column, i);
    else if (body.some(({ cells }) => (cells[i]?.text ?? "") !== "")) leftOut.push(text.trim() || columnLetters(i));
  });
  for (const column of [KEY, ...editable] as const)
    if (!places.has(column)) faults.push(fault("columnMissing", { row: header.row, column, value: column }));
  return { places, faults, leftOut };
}

/** A row with its cells by column. */
interface SheetRow {
  readonly row: number;
  text(column: SheetColumn): string;
  cell(column: SheetColumn): ReadCell | undefined;
  at(column: SheetColumn): Pick<WorkbookFault, "row" | "column" | "letter">;
}

function sheetRow({ row, cells }: ReadRow, places: Places): SheetRow {
  const cell = (column: SheetColumn) => cells[places.get(column) ?? -1];
  return {
    row,
    cell,
    text: (column) => asCell(cell(column)?.text ?? ""),
    at: (column) => ({ row, column, letter: places.has(column) ? columnLetters(places.get(column)!) : null }),
  };
}

type Known = ReadonlyMap<string, DraftNorm>;

/** Rows that are of no norm or of the same, and norms that have no row. */
function rowsFaults(rows: readonly SheetRow[], known: Known, { norms }: FrameworkDraft): WorkbookFault[] {
  const rowOf = new Map<string, number>();
  const doubles: WorkbookFault[] = [];
  for (const row of rows) {
    const code = foldCode(row.text(KEY));
    if (code === "") continue;
    const earlier = rowOf.get(code);
    if (earlier !== undefined) doubles.push(fault("codeDouble", { ...row.at(KEY), value: row.text(KEY), other: String(earlier) }));
    else rowOf.set(code, row.row);
  }
  const missing = norms.filter(({ code }) => !rowOf.has(foldCode(code)));
  const unknown = rows
    .filter((row) => row.text(KEY) !== "" && !known.has(foldCode(row.text(KEY))))
    .map((row) => {
      // A code that was changed in its place: the title still tells which norm it is.
      const meant = missing.find(({ title }) => asCell(title) === row.text("titel"));
      return fault("codeUnknown", { ...row.at(KEY), value: row.text(KEY), other: meant?.code ?? "" });
    });
  const told = new Set(unknown.map(({ other }) => other));
  return [
    ...doubles,
    ...unknown,
    ...missing.filter(({ code }) => !told.has(code)).map(({ code }) => fault("normMissing", { column: KEY, value: code })),
  ];
}

/** What cannot be read, or says too little. */
function cellFaults(row: SheetRow, known: Known): WorkbookFault[] {
  const norm = known.get(foldCode(row.text(KEY)));
  const unread = ([KEY, ...editable] as const).filter((column) => row.cell(column)?.plain === false && row.text(column) !== "");
  const faults = unread.map((column) => fault("notText", { ...row.at(column), value: row.text(column) }));
  const answer = foldWord(row.text("vervalt"));
  if (!["", YES, "nee"].includes(answer)) faults.push(fault("dropWord", { ...row.at("vervalt"), value: row.text("vervalt") }));
  if (answer === YES && !norm && row.text(KEY) === "") faults.push(fault("newNormDropped", row.at("vervalt")));
  else if (answer === YES && row.text("reden") === "") faults.push(fault("reasonMissing", { ...row.at("reden"), value: row.text(KEY) }));
  return faults;
}

/** What is there to read and was changed: it would be lost without a word. */
function informationFaults(row: SheetRow, known: Known, draft: FrameworkDraft, { base }: EditSource): WorkbookFault[] {
  const norm = known.get(foldCode(row.text(KEY)));
  if (!norm) return [];
  const cells = cellsOf(norm, draft, base);
  const touched = informative.filter((column) => row.cell(column) && row.text(column) !== asCell(cells[column]));
  return touched.map((column) => fault("informationChanged", { ...row.at(column), value: row.text(column), other: cells[column] }));
}

const isDropped = (row: SheetRow): boolean => foldWord(row.text("vervalt")) === YES;

function differenceOf(row: SheetRow, known: Known, draft: FrameworkDraft, source: EditSource): WorkbookDifference[] {
  const key = row.text(KEY);
  const norm = known.get(foldCode(key));
  if (!norm && key !== "") return [];
  const text = textOf(row, norm, draft, source);
  if (!norm) return [{ kind: "added", row: row.row, after: { id: 0, ...text, from: [], overlaps: [] } }];
  if (isDropped(row)) return [{ kind: "dropped", row: row.row, before: norm, reason: row.text("reden") }];
  const after = changed(norm, text, source);
  return JSON.stringify(after) === JSON.stringify(norm) ? [] : [{ kind: "changed", row: row.row, before: norm, after }];
}

/** What a cell leaves as it was is taken from the norm, so that a round trip changes no sign. */
function textOf(row: SheetRow, norm: DraftNorm | undefined, { categories }: FrameworkDraft, { competencies }: EditSource): NormText {
  const listed = row
    .text("competenties")
    .split(/[\s,;|]+/)
    .filter((code) => code !== "");
  const category = foldWord(row.text("categorie"));
  const spelled = (code: string, known: readonly { readonly code: string }[]) =>
    known.find((one) => one.code.toLowerCase() === code.toLowerCase())?.code ?? code;
  return {
    code: row.text("nieuwe code") || norm?.code || "",
    title: norm && asCell(norm.title) === row.text("titel") ? norm.title : row.text("titel"),
    category:
      (categories.find(({ code }) => foldWord(code) === category) ?? categories.find(({ title }) => foldWord(title) === category))?.code ??
      row.text("categorie"),
    competencies: listed.map((code) => spelled(code, competencies)),
  };
}

const columnOf: Readonly<Record<NormFault["field"], EditableColumn>> = {
  code: "nieuwe code",
  title: "titel",
  category: "categorie",
  competencies: "competenties",
};

/** What is wrong with the norms as they would be, all codes changed at once: two norms may swap theirs. */
function textFaults(
  rows: readonly SheetRow[],
  known: Known,
  differences: readonly WorkbookDifference[],
  draft: FrameworkDraft,
  source: EditSource,
): WorkbookFault[] {
  const rowOf = new Map(rows.map((row) => [row.row, row]));
  const touched = new Set(differences.flatMap((difference) => (difference.kind === "added" ? [] : [difference.before.id])));
  const untouched = [...known.values()].filter(({ id }) => !touched.has(id)).map(({ code }) => code);
  const before: string[] = [];
  return differences.flatMap((difference): WorkbookFault[] => {
    if (difference.kind === "dropped") return [];
    const { after } = difference;
    const taken = [...untouched, ...before];
    before.push(after.code);
    const row = rowOf.get(difference.row)!;
    return normFaults(after, taken, { categories: draft.categories, competencies: source.competencies }).map(
      ({ fault: name, field, value }) => fault(name, { ...row.at(columnOf[field]), value }),
    );
  });
}

function nextNorms(draft: FrameworkDraft, differences: readonly WorkbookDifference[]): Pick<FrameworkDraft, "norms" | "dropped"> {
  const after = new Map<number, DraftNorm>();
  const gone = new Map<number, string>();
  for (const difference of differences) {
    if (difference.kind === "changed") after.set(difference.before.id, difference.after);
    if (difference.kind === "dropped") gone.set(difference.before.id, difference.reason);
  }
  const stayed = draft.norms.filter(({ id }) => !gone.has(id)).map((norm) => after.get(norm.id) ?? norm);
  const dropped = [...draft.dropped, ...draft.norms.filter(({ id }) => gone.has(id)).map((norm) => ({ norm, reason: gone.get(norm.id)! }))];
  const first = freeId(draft);
  const added = differences.flatMap((difference) => (difference.kind === "added" ? [difference.after] : []));
  return { norms: added.reduce<readonly DraftNorm[]>((norms, norm, i) => placed(norms, { ...norm, id: first + i }), stayed), dropped };
}
