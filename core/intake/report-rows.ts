/**
 * Rows of reports, long and wide. The hot path of the product: a delivery may have a million rows, so a row costs a comparison with the row
 * before it, a few look-ups and a byte in a vector. What is allocated per row is only what is wrong with it.
 */
import type { CompiledFramework } from "../catalogue/types.ts";
import { BLANK, type CellReading, isBlank, type Memo, type Problem, problemsOf } from "./cells.ts";
import { columnWithoutHeader } from "./checks/column-without-header.ts";
import { disciplinesTooMany } from "./checks/disciplines-too-many.ts";
import { formula } from "./checks/formula.ts";
import { formulaLike } from "./checks/formula-like.ts";
import { normDouble } from "./checks/norm-double.ts";
import { reportDouble } from "./checks/report-double.ts";
import { rowRagged } from "./checks/row-ragged.ts";
import type { Rule } from "./checks/rule.ts";
import { scoreMissing } from "./checks/score-missing.ts";
import { valueMissing } from "./checks/value-missing.ts";
import { type ColumnName, columnLetter } from "./columns.ts";
import type { Delivery } from "./delivery.ts";
import type { Draft } from "./draft.ts";
import type { Header } from "./layout.ts";
import { createOwnColumns } from "./own-columns.ts";
import { maskPersonal } from "./personal.ts";
import { MAX_DISCIPLINES, placeImprovement, placeSelf, vectorFor, vectorIn } from "./placing.ts";
import { type SheetRows, sayHeader, sayMissing } from "./sheet.ts";
import { addText, checksumOf } from "./texts.ts";
import { type FindingParams, TEXT } from "./types.ts";
import { put, rowAt, type Vector } from "./vectors.ts";

export function createReportRows(header: Header, sheet: string | null, delivery: Delivery): SheetRows {
  const { given, log, book, texts, vectors } = delivery;
  const own = createOwnColumns(header, sayHeader(header, sheet, delivery), sheet, delivery);
  const at = (name: ColumnName) => header.at.get(name) ?? -1;
  const referenceAt = at("rapportkenmerk");
  const labelAt = at("label");
  const normAt = at("norm");
  const scoreAt = at("score");
  const selfAt = at("zelfevaluatie");
  const improvementAt = at("verbeterpunt");
  const disciplineAt = at("discipline");
  const textAt = at("toelichting");
  const scores = delivery.column("score");
  const selves = delivery.column("zelfevaluatie");
  const improvements = delivery.column("verbeterpunt");
  const disciplines = delivery.column("discipline");
  /** Cells that a CSV row must at least have: up to the last column with a header. */
  const named = header.cells.reduce((last, cell, index) => (cell === "" ? last : index + 1), 0);
  const unnamed = new Set(header.unnamed);
  const outside = new Set<number>();
  const positionsPerFramework = new Map<number, Int32Array>();

  // What the last row said of its discipline.
  let disciplineText = "";
  let disciplineKind = TEXT;
  let discipline: CellReading = BLANK;
  let disciplineName: string | undefined;
  let disciplineSum = 0;
  let rows = 0;

  return { row: header.layout === "wide" ? wideRow : longRow, end };

  function longRow(cells: readonly string[], row: number, kinds?: Uint8Array): void {
    if (!begin(cells, row, kinds)) return;
    const norm = readNorm(cells, row, kinds);
    const score = read(scores, scoreAt, cells, row, kinds);
    const self = read(selves, selfAt, cells, row, kinds);
    const improvement = read(improvements, improvementAt, cells, row, kinds);
    readDiscipline(cells, row, kinds);
    if (score === BLANK && scoreAt >= 0) say(scoreMissing, scoreAt, row, "", NO_PARAMS);
    if (textAt >= 0 && !isBlank(cells[textAt])) readText(cells[textAt] as string, row, kinds, norm);
    const draft = own.draft;
    if (draft === undefined) return;
    if (norm < 0 || score.value === undefined) {
      draft.unread += 1;
      return;
    }
    place(draft, norm, score.value as number, row);
    if (self.value !== undefined) placeSelf(draft, disciplineName, norm, self.value as number, row, vectors);
    if (improvement.value !== undefined) placeImprovement(draft, norm, improvement.value as number, row, vectors);
  }

  function wideRow(cells: readonly string[], row: number, kinds?: Uint8Array): void {
    if (!begin(cells, row, kinds)) return;
    readDiscipline(cells, row, kinds);
    if (textAt >= 0 && !isBlank(cells[textAt])) readText(cells[textAt] as string, row, kinds, WHOLE_REPORT);
    const { draft, framework } = own;
    const vector = draft === undefined || framework === undefined ? undefined : newRowOf(draft, row);
    const positions = framework === undefined ? undefined : positionsIn(framework);
    for (let k = 0; k < header.norms.length; k++) {
      const index = header.norms[k]?.index as number;
      if (isBlank(cells[index])) continue;
      const score = read(scores, index, cells, row, kinds);
      if (positions === undefined || framework === undefined) continue;
      const norm = positions[k] as number;
      if (norm < 0) sayNoNorm(framework, index, row);
      else if (score.value === undefined) countUnread();
      else if (vector !== undefined && draft !== undefined) {
        put(vector, norm, score.value as number, row);
        draft.scored += 1;
      }
    }
  }

  /** What long and wide have in common; false when there is nothing more to read in the row. */
  function begin(cells: readonly string[], row: number, kinds: Uint8Array | undefined): boolean {
    rows += 1;
    if (cells.length !== header.cells.length && !fits(cells, row)) return false;
    if (unnamed.size > 0) lookOutside(cells, row);
    own.read(cells, row, kinds);
    for (let k = 0; k < own.problems.length; k++) {
      const problem = own.problems[k] as Problem;
      const index = own.problemsAt[k] as number;
      log.addAt(problem.rule, sheet, row, index + 1, header.cells[index] ?? null, problem.value, problem.params);
    }
    if (own.hasErrors) fault();
    if (own.isExample) book.examples += 1;
    return !own.withdrawn && !own.isExample && !book.full;
  }

  /** A cell of the row itself; its findings are said here. */
  function read(memo: Memo<CellReading>, index: number, cells: readonly string[], row: number, kinds: Uint8Array | undefined): CellReading {
    if (index < 0) return BLANK;
    const raw = cells[index];
    if (raw === undefined || raw === "") return BLANK;
    const reading = memo.get(raw, kinds?.[index] ?? TEXT);
    if (reading.problems.length > 0) sayProblems(reading.problems, index, row);
    return reading;
  }

  function readNorm(cells: readonly string[], row: number, kinds: Uint8Array | undefined): number {
    if (normAt < 0) return NO_NORM;
    const raw = cells[normAt];
    if (isBlank(raw)) {
      say(valueMissing, normAt, row, "", NORM_MISSING);
      return NO_NORM;
    }
    if (own.norms === undefined) return NO_NORM;
    const reading = own.norms.get(raw as string, kinds?.[normAt] ?? TEXT);
    if (reading.problems.length > 0) sayProblems(reading.problems, normAt, row);
    return reading.norm;
  }

  function readDiscipline(cells: readonly string[], row: number, kinds: Uint8Array | undefined): void {
    if (disciplineAt < 0) return;
    const raw = cells[disciplineAt] ?? "";
    const kind = kinds?.[disciplineAt] ?? TEXT;
    if (raw !== disciplineText || kind !== disciplineKind) {
      disciplineText = raw;
      disciplineKind = kind;
      discipline = raw === "" ? BLANK : disciplines.get(raw, kind);
      disciplineName = discipline.value === undefined ? undefined : String(discipline.value);
      disciplineSum = disciplineName === undefined ? 0 : checksumOf(disciplineName);
    }
    if (discipline.problems.length > 0) sayProblems(discipline.problems, disciplineAt, row);
  }

  function readText(raw: string, row: number, kinds: Uint8Array | undefined, norm: number): void {
    const kind = kinds?.[textAt] ?? TEXT;
    if (kind !== TEXT || mayBeFormula(raw)) sayFormula(raw, kind, row);
    const reading = texts.read(raw);
    if (reading.problems.length > 0) sayProblems(reading.problems, textAt, row);
    const draft = own.draft;
    if (draft === undefined || norm === NO_NORM) return;
    addText(draft, reading, norm, disciplineSum);
    if (delivery.onExplanation === undefined || reading.hasErrors) return;
    const code = norm === WHOLE_REPORT ? "" : (own.framework?.norms[norm]?.code ?? "");
    const explanation = { norm: code, text: reading.text };
    delivery.onExplanation(draft.index, disciplineName === undefined ? explanation : { ...explanation, discipline: disciplineName });
  }

  function sayFormula(raw: string, kind: number, row: number): void {
    const cell = { column: "toelichting" as const, raw, text: raw.trim(), kind };
    sayProblems(problemsOf([formula, formulaLike], cell, given), textAt, row);
  }

  function place(report: Draft, norm: number, score: number, row: number): void {
    const vector = vectorFor(report, disciplineName, vectors);
    if (vector === undefined) {
      say(disciplinesTooMany, disciplineAt, row, discipline.text, { limit: MAX_DISCIPLINES });
      return;
    }
    const earlier = rowAt(vector, norm);
    if (earlier > 0) {
      const code = report.framework?.norms[norm]?.code ?? "";
      say(normDouble, normAt, row, code, { norm: code, row: earlier, discipline: discipline.text });
      return;
    }
    put(vector, norm, score, row);
    report.scored += 1;
  }

  /** The wide layout has one row per report (and discipline). */
  function newRowOf(report: Draft, row: number): Vector | undefined {
    if (vectorIn(report, disciplineName) === undefined) {
      const vector = vectorFor(report, disciplineName, vectors);
      if (vector === undefined) say(disciplinesTooMany, disciplineAt, row, discipline.text, { limit: MAX_DISCIPLINES });
      return vector;
    }
    say(reportDouble, referenceAt, row, report.reference, { reference: report.reference, label: report.label, row: report.row });
    return undefined;
  }

  /** Position in the framework of each norm column; -1 where it has no such norm. */
  function positionsIn(framework: CompiledFramework): Int32Array {
    const known = positionsPerFramework.get(framework.index);
    if (known !== undefined) return known;
    const positions = Int32Array.from(header.norms, ({ code }) => framework.normIndex.get(code) ?? -1);
    positionsPerFramework.set(framework.index, positions);
    return positions;
  }

  function sayNoNorm(framework: CompiledFramework, index: number, row: number): void {
    sayProblems(delivery.norms(framework).get(header.cells[index] ?? "", TEXT).problems, index, row);
    countUnread();
  }

  function countUnread(): void {
    if (own.draft !== undefined) own.draft.unread += 1;
  }

  /** A CSV row has as many cells as the header; rows of a workbook end where their last cell ends. */
  function fits(cells: readonly string[], row: number): boolean {
    if (sheet !== null) {
      if (cells.length > header.cells.length) lookOutside(cells, row);
      return true;
    }
    if (cells.length >= named && cells.length < header.cells.length) return true;
    log.addAt(rowRagged, sheet, row, null, null, "", { cells: cells.length, expected: header.cells.length });
    blameRagged(cells, row);
    return false;
  }

  /** The row is not read, but the reports it may belong to are not whole without it. */
  function blameRagged(cells: readonly string[], row: number): void {
    const reference = delivery.column("rapportkenmerk").get(cells[referenceAt] ?? "", TEXT).value;
    const label = delivery.column("label").get(cells[labelAt] ?? "", TEXT).value;
    if (typeof reference === "string") book.taint(reference);
    if (typeof reference !== "string" || typeof label !== "string") book.unattributed = true;
    else if (book.find(reference, label) === undefined) book.open(reference, label, true, sheet, row, undefined);
  }

  /** Content under an empty header or to the right of the table; said once per column. */
  function lookOutside(cells: readonly string[], row: number): void {
    for (const index of unnamed) if (!isBlank(cells[index])) sayOutside(index, cells[index] as string, row);
    const end = Math.min(cells.length, header.cells.length + MAX_OUTSIDE);
    for (let index = header.cells.length; index < end; index++) {
      if (!isBlank(cells[index]) && !outside.has(index)) sayOutside(index, cells[index] as string, row);
    }
  }

  function sayOutside(index: number, raw: string, row: number): void {
    unnamed.delete(index);
    outside.add(index);
    log.addAt(columnWithoutHeader, sheet, row, index + 1, null, maskPersonal(raw.slice(0, 1_000)), { column: columnLetter(index + 1) });
  }

  function sayProblems(problems: readonly Problem[], index: number, row: number): void {
    for (const problem of problems) say(problem.rule, index, row, problem.value, problem.params);
  }

  function say(rule: Rule, index: number, row: number, value: string, params: FindingParams): void {
    log.addAt(rule, sheet, row, index + 1, header.cells[index] ?? null, value, params);
    if (rule.severity === "error") fault();
  }

  function fault(): void {
    if (own.draft === undefined) book.unattributed = true;
    else own.draft.hasErrors = true;
  }

  /** A sheet of withdrawals only needs fewer columns. */
  function end(): void {
    const isNeeded = (name: ColumnName) => own.live || rows === 0 || name === "rapportkenmerk" || name === "label";
    sayMissing(header.missing.filter(isNeeded), header, sheet, delivery);
  }
}

const NO_PARAMS: FindingParams = {};
const NORM_MISSING: FindingParams = { column: "norm" };
/** The norm of a row could not be read; the text of a wide row is about the whole report. */
const NO_NORM = -1;
const WHOLE_REPORT = -2;
/** Columns to the right of the table that are looked at: a stray cell at XFD1048576 is no table. */
const MAX_OUTSIDE = 50;

/** Only these first characters, or one that is white space, can begin a formula or an error of the spreadsheet. */
function mayBeFormula(raw: string): boolean {
  const first = raw.charCodeAt(0);
  return first <= 0x20 || first === 0x3d || first === 0x40 || first === 0x2b || first === 0x2d || first === 0x23;
}
