/** Rows of trends: by reference, because the sheet with the reports may come later, or in an earlier delivery. */
import { BLANK, ownCopy, type Problem, problemOf } from "./cells.ts";
import { formulaLike } from "./checks/formula-like.ts";
import { referenceMissing } from "./checks/reference-missing.ts";
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
}

export type TrendBook = Map<string, TrendsOfReference>;

/** Characters of text kept: two thousand characters for some ten thousand trends. A bound on memory. */
const MAX_CHARACTERS = 20_000_000;

export function createTrendRows(header: Header, sheet: string | null, delivery: Delivery, found: TrendBook): SheetRows {
  const { given, log, book, texts } = delivery;
  const at = (name: ColumnName) => header.at.get(name) ?? -1;
  let kept = 0;
  const headerIsWrong = sayHeader(header, sheet, delivery) || header.missing.length > 0;
  sayMissing(header.missing, header, sheet, delivery);
  return { row, end: () => {} };

  function row(cells: readonly string[], number: number, kinds?: Uint8Array): void {
    const referenceAt = at("rapportkenmerk");
    const reference = readCell("rapportkenmerk");
    if (sheet === null && cells.length !== header.cells.length) {
      log.addAt(rowRagged, sheet, number, null, null, "", { cells: cells.length, expected: header.cells.length });
      fault();
      return;
    }
    if (reference === "" && referenceAt >= 0) say(referenceMissing, referenceAt, "", { column: "rapportkenmerk" });
    const theme = needed("thema");
    const direction = needed("richting");
    const text = readText();
    if (headerIsWrong) fault();
    if (reference === "" || theme === "" || direction === "") return;
    kept += text.length + theme.length + 50;
    if (kept > MAX_CHARACTERS) {
      say(trendsTooMany, referenceAt, reference, { limit: MAX_CHARACTERS });
      return;
    }
    const list = trendsOf(reference);
    if (list.some((other) => other.theme === theme)) say(trendDouble, at("thema"), theme, { theme, reference });
    list.push({ theme, direction: direction as ReportedTrend["direction"], text });

    function readCell(name: ColumnName): string {
      const index = at(name);
      if (index < 0) return "";
      const reading = delivery.column(name).get(cells[index] ?? "", kinds?.[index] ?? TEXT);
      sayProblems(reading.problems, index);
      return reading === BLANK || reading.value === undefined ? "" : String(reading.value);
    }

    function needed(name: ColumnName): string {
      const value = readCell(name);
      const index = at(name);
      if (index >= 0 && (cells[index] ?? "").trim() === "") say(valueMissing, index, "", { column: name });
      return value;
    }

    function readText(): string {
      const index = at("omschrijving");
      const raw = index < 0 ? "" : (cells[index] ?? "");
      if (raw.trim() === "") return "";
      const kind = kinds?.[index] ?? TEXT;
      sayProblems(problemOf(formulaLike, formulaLike.check({ column: "omschrijving", raw, text: raw.trim(), kind }, given), raw), index);
      const reading = texts.read(raw);
      sayProblems(reading.problems, index);
      return ownCopy(reading.text);
    }

    function sayProblems(problems: readonly Problem[], index: number): void {
      for (const problem of problems) say(problem.rule, index, problem.value, problem.params);
    }

    function say(rule: Rule, index: number, value: string, params: FindingParams): void {
      log.addAt(rule, sheet, number, index + 1, header.cells[index] ?? null, value, params);
      if (rule.severity === "error") fault();
    }

    function fault(): void {
      if (reference === "") book.unattributed = true;
      else {
        book.taint(reference);
        trendsOf(reference);
      }
    }

    function trendsOf(of: string): ReportedTrend[] {
      const known = found.get(of);
      if (known !== undefined) return known.trends;
      const place = { sheet, row: number, column: referenceAt + 1, columnName: header.cells[referenceAt] ?? null };
      const made: TrendsOfReference = { reference: ownCopy(of), ...place, trends: [] };
      found.set(made.reference, made);
      return made.trends;
    }
  }
}
