/** Rows of trends: by reference, because the sheet with the reports may come later, or in an earlier delivery. */
import type { ReportBook } from "./book.ts";
import { type CellReading, isBlank, ownCopy, type Problem, problemOf } from "./cells.ts";
import { formula } from "./checks/formula.ts";
import { formulaLike } from "./checks/formula-like.ts";
import { referenceMissing } from "./checks/reference-missing.ts";
import { MAX_TRENDS, reportTrendsTooMany } from "./checks/report-trends-too-many.ts";
import { rowRagged } from "./checks/row-ragged.ts";
import type { Rule } from "./checks/rule.ts";
import { trendDouble } from "./checks/trend-double.ts";
import { trendsTooMany } from "./checks/trends-too-many.ts";
import { valueMissing } from "./checks/value-missing.ts";
import type { ColumnName } from "./columns.ts";
import type { Delivery } from "./delivery.ts";
import type { Header } from "./layout.ts";
import { type SheetRows, sayHeader, sayMissing } from "./sheet.ts";
import { type FindingParams, type ReportedTrend, TEXT } from "./types.ts";

/** Trends of one reference, and where they begin. */
export interface TrendsOfReference {
  readonly reference: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  readonly columnName: string | null;
  readonly trends: ReportedTrend[];
  readonly themes: Set<string>;
}

export type TrendBook = Map<string, TrendsOfReference>;

/** Characters of text kept: ten thousand trends of the greatest length. A bound on memory. */
const MAX_CHARACTERS = 20_000_000;
/** What a trend weighs besides its text. */
const OVERHEAD = 50;

export function createTrendRows(header: Header, sheet: string | null, delivery: Delivery, found: TrendBook): SheetRows {
  const { given, log, book, texts } = delivery;
  const at = (name: ColumnName) => header.at.get(name) ?? -1;
  const referenceAt = at("rapportkenmerk");
  const headerIsWrong = sayHeader(header, sheet, delivery) || header.missing.length > 0;
  let kept = 0;
  // The row that is being read.
  let cells: readonly string[] = [];
  let kinds: Uint8Array | undefined;
  let row = 0;
  let reference = "";
  let hasErrors = false;

  return { row: readRow, end: () => sayMissing(header.missing, header, sheet, delivery) };

  function readRow(ofRow: readonly string[], number: number, ofKinds?: Uint8Array): void {
    cells = ofRow;
    kinds = ofKinds;
    row = number;
    hasErrors = headerIsWrong;
    reference = referenceAt < 0 ? "" : String(cellIn("rapportkenmerk").value ?? "");
    readTrend();
    if (!hasErrors) return;
    if (reference === "") book.unattributed = true;
    else {
      book.taint(reference);
      trendsOf(reference);
    }
  }

  function readTrend(): void {
    if (sheet === null && cells.length !== header.cells.length) {
      log.addAt(rowRagged, sheet, row, null, null, "", { cells: cells.length, expected: header.cells.length });
      hasErrors = true;
      return;
    }
    if (referenceAt >= 0) read("rapportkenmerk", referenceMissing);
    const theme = read("thema", valueMissing);
    const direction = read("richting", valueMissing);
    const text = readText();
    if (reference === "" || theme === undefined || direction === undefined) return;
    kept += text.length + String(theme).length + OVERHEAD;
    if (kept > MAX_CHARACTERS) {
      say(trendsTooMany, referenceAt, reference, { limit: MAX_CHARACTERS });
      return;
    }
    const { trends, themes } = trendsOf(reference);
    const named = cellIn("thema").text;
    if (themes.has(String(theme))) say(trendDouble, at("thema"), named, { theme: named, reference });
    if (trends.length === MAX_TRENDS) {
      say(reportTrendsTooMany, referenceAt, reference, { limit: MAX_TRENDS });
      return;
    }
    themes.add(String(theme));
    trends.push({ theme: String(theme), direction: direction as ReportedTrend["direction"], text });
  }

  function cellIn(name: ColumnName): CellReading {
    const index = at(name);
    return delivery.column(name).get(cells[index] ?? "", kinds?.[index] ?? TEXT);
  }

  /** The value of a needed cell; says its findings, and with `ifBlank` that it is empty. */
  function read(name: ColumnName, ifBlank: Rule): string | number | undefined {
    const index = at(name);
    if (index < 0) return undefined;
    const reading = cellIn(name);
    sayProblems(reading.problems, index);
    if (reading.text === "") say(ifBlank, index, "", { column: name });
    return reading.value;
  }

  function readText(): string {
    const index = at("omschrijving");
    const raw = cells[index];
    if (index < 0 || isBlank(raw)) return "";
    const cell = { column: "omschrijving" as const, raw: raw as string, text: (raw as string).trim(), kind: kinds?.[index] ?? TEXT };
    for (const rule of [formula, formulaLike]) sayProblems(problemOf(rule, rule.check(cell, given), cell), index);
    const reading = texts.read(cell.raw);
    sayProblems(reading.problems, index);
    return ownCopy(reading.text);
  }

  function trendsOf(of: string): TrendsOfReference {
    const known = found.get(of);
    if (known !== undefined) return known;
    const columnName = header.cells[referenceAt] ?? null;
    const made: TrendsOfReference = {
      reference: ownCopy(of),
      sheet,
      row,
      column: referenceAt + 1,
      columnName,
      trends: [],
      themes: new Set(),
    };
    found.set(made.reference, made);
    return made;
  }

  function sayProblems(problems: readonly Problem[], index: number): void {
    for (const problem of problems) say(problem.rule, index, problem.value, problem.params);
  }

  function say(rule: Rule, index: number, value: string, params: FindingParams): void {
    log.addAt(rule, sheet, row, index + 1, header.cells[index] ?? null, value, params);
    if (rule.severity === "error") hasErrors = true;
  }
}

/** Trends whose reports are not in the delivery: they are added to what is known of them. */
export function trendsAlone(trends: TrendBook, { drafts }: ReportBook): readonly TrendsOfReference[] {
  if (trends.size === 0) return [];
  const here = new Set(drafts.map((draft) => draft.reference));
  return [...trends.values()].filter(({ reference }) => !here.has(reference));
}
