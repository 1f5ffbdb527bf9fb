/**
 * Rows of reports, long and wide. The hot path of the product: a delivery may have a million rows, so a row costs a comparison with the row
 * before it, a few look-ups and a byte in a vector. What is allocated per row is only what is wrong with it.
 */
import type { CompiledFramework } from "../catalogue/types.ts";
import { BLANK, type CellReading, type Memo, type NormReading, type Problem, problemOf } from "./cells.ts";
import { cellError } from "./checks/cell-error.ts";
import { columnMissing } from "./checks/column-missing.ts";
import { columnWithoutHeader } from "./checks/column-without-header.ts";
import { disciplinesTooMany } from "./checks/disciplines-too-many.ts";
import { formula } from "./checks/formula.ts";
import { formulaLike } from "./checks/formula-like.ts";
import { headerRules } from "./checks/index.ts";
import { normDouble } from "./checks/norm-double.ts";
import { referenceMissing } from "./checks/reference-missing.ts";
import { reportContradiction } from "./checks/report-contradiction.ts";
import { reportDouble } from "./checks/report-double.ts";
import { rowRagged } from "./checks/row-ragged.ts";
import type { Rule } from "./checks/rule.ts";
import { scoreMissing } from "./checks/score-missing.ts";
import { valueMissing } from "./checks/value-missing.ts";
import { type ColumnName, columnLetter, columnOf, columns } from "./columns.ts";
import type { Delivery } from "./delivery.ts";
import { createVector, type Draft, lowest, NOTHING, ordinalOf, type Vector } from "./draft.ts";
import type { Header } from "./layout.ts";
import { maskPersonal } from "./personal.ts";
import { type FindingParams, TEXT } from "./types.ts";

export interface SheetRows {
  row(cells: readonly string[], row: number, kinds?: Uint8Array): void;
  end(): void;
}

/** Disciplines of one report: three in the field, and room for bodies that count more finely. */
const MAX_DISCIPLINES = 25;

export function createReportRows(header: Header, sheet: string | null, delivery: Delivery): SheetRows {
  const { given, log, book, texts } = delivery;
  const own = columns.filter((one) => (one.part === "report" || one.part === "sender") && header.at.has(one.name)).map((one) => one.name);
  const ownAt = own.map((name) => header.at.get(name) as number);
  const ownMemo = own.map((name) => delivery.column(name));
  const ownOrdinal = own.map(ordinalOf);
  const isNeeded = own.map((name) => columnOf.get(name)?.needed.includes(header.layout === "wide" ? "wide" : "long") === true);
  const at = (name: ColumnName) => header.at.get(name) ?? -1;
  const [referenceAt, labelAt, normAt, scoreAt, selfAt, improvementAt, disciplineAt, textAt] = [
    at("rapportkenmerk"),
    at("label"),
    at("norm"),
    at("score"),
    at("zelfevaluatie"),
    at("verbeterpunt"),
    at("discipline"),
    at("toelichting"),
  ] as [number, number, number, number, number, number, number, number];
  const [statusOwn, labelOwn, variantOwn, versionOwn, referenceOwn] = ["status", "label", "variant", "normenkader", "rapportkenmerk"].map(
    (name) => own.indexOf(name as ColumnName),
  ) as [number, number, number, number, number];
  const scores = delivery.column("score");
  const selves = delivery.column("zelfevaluatie");
  const improvements = delivery.column("verbeterpunt");
  const disciplines = delivery.column("discipline");
  const keyIsMissing = header.missing.includes("rapportkenmerk") || header.missing.includes("label");
  const headerIsWrong = sayHeader();
  /** Cells a CSV row must at least have: up to the last column with a header. */
  const named = header.cells.reduce((last, cell, index) => (cell === "" ? last : index + 1), 0);
  const unnamed = new Set(header.unnamed);
  const outside = new Set<number>();

  // What the last row said of its report. As long as the next rows say the same, they are the same report.
  const before: string[] = own.map(() => "");
  const kindsBefore = new Uint8Array(own.length);
  let any = false;
  let draft: Draft | undefined;
  let framework: CompiledFramework | undefined;
  let norms: Memo<NormReading> | undefined;
  let withdrawn = false;
  const ownProblems: Problem[] = [];
  const ownProblemsAt: number[] = [];
  let ownErrors = false;
  const readings: CellReading[] = own.map(() => BLANK);

  // What the last row said of its discipline.
  let disciplineText = "";
  let disciplineKind = TEXT;
  let discipline: CellReading = BLANK;
  let disciplineSum = 0;

  let live = false;
  let rows = 0;
  const normColumns = new Map<number, Int32Array>();

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
    if (draft === undefined) return;
    if (norm < 0 || score.value === undefined) {
      draft.unread += 1;
      return;
    }
    place(draft, norm, score.value as number, row);
    if (self.value !== undefined) placeSelf(draft, norm, self.value as number);
    if (improvement.value !== undefined) placeImprovement(draft, norm, improvement.value as number);
  }

  function wideRow(cells: readonly string[], row: number, kinds?: Uint8Array): void {
    if (!begin(cells, row, kinds)) return;
    readDiscipline(cells, row, kinds);
    if (textAt >= 0 && !isBlank(cells[textAt])) readText(cells[textAt] as string, row, kinds, -1);
    const vector = draft === undefined ? undefined : newRowOf(draft, row);
    const positions = framework === undefined ? undefined : positionsIn(framework);
    for (let k = 0; k < header.norms.length; k++) {
      const index = header.norms[k]?.index as number;
      const raw = cells[index];
      if (isBlank(raw)) continue;
      const score = read(scores, index, cells, row, kinds);
      if (positions === undefined || framework === undefined) continue;
      const norm = positions[k] as number;
      if (norm < 0) sayNoNorm(framework, index, row);
      else if (score.value === undefined && draft !== undefined) draft.unread += 1;
      else if (vector !== undefined && draft !== undefined) {
        vector.scores[norm] = score.value as number;
        draft.scored += 1;
      }
    }
  }

  /** What long and wide have in common; false when there is nothing more to read in the row. */
  function begin(cells: readonly string[], row: number, kinds: Uint8Array | undefined): boolean {
    rows += 1;
    if (cells.length !== header.cells.length && !fits(cells, row)) return false;
    if (unnamed.size > 0) lookOutside(cells, row);
    if (!isSameReport(cells, kinds)) readReport(cells, row, kinds);
    for (let k = 0; k < ownProblems.length; k++) {
      const problem = ownProblems[k] as Problem;
      const index = ownProblemsAt[k] as number;
      log.addAt(problem.rule, sheet, row, index + 1, header.cells[index] ?? null, problem.value, problem.params);
    }
    if (ownErrors) fault();
    return !withdrawn && !book.full;
  }

  function isSameReport(cells: readonly string[], kinds: Uint8Array | undefined): boolean {
    if (!any) return false;
    for (let k = 0; k < before.length; k++) {
      const index = ownAt[k] as number;
      if ((cells[index] ?? "") !== before[k] || (kinds?.[index] ?? TEXT) !== kindsBefore[k]) return false;
    }
    return true;
  }

  function readReport(cells: readonly string[], row: number, kinds: Uint8Array | undefined): void {
    any = true;
    ownProblems.length = 0;
    ownProblemsAt.length = 0;
    ownErrors = false;
    for (let k = 0; k < own.length; k++) {
      const index = ownAt[k] as number;
      const kind = kinds?.[index] ?? TEXT;
      before[k] = cells[index] ?? "";
      kindsBefore[k] = kind;
      readings[k] = isBlank(cells[index]) ? BLANK : (ownMemo[k] as Memo<CellReading>).get(cells[index] as string, kind);
    }
    withdrawn = readings[statusOwn]?.value === "withdrawn";
    live ||= !withdrawn;
    for (let k = 0; k < own.length; k++) noteProblems(k);
    readFramework();
    if (headerIsWrong || keyIsMissing || (!withdrawn && header.missing.length > 0)) ownErrors = true;
    draft = findDraft(row);
    if (draft !== undefined) {
      if (withdrawn) keepStatus(draft);
      else compare(draft);
      draft.live ||= !withdrawn;
    }
    if (framework === undefined) framework = draft?.framework;
    else if (draft !== undefined && draft.framework === undefined) draft.framework = framework;
    norms = framework === undefined ? undefined : delivery.norms(framework);
  }

  /** Of a withdrawal only reference, label and status count. */
  function noteProblems(k: number): void {
    const name = own[k] as ColumnName;
    const isKey = name === "rapportkenmerk" || name === "label" || name === "status";
    if (withdrawn && !isKey) return;
    const reading = readings[k] as CellReading;
    for (const problem of reading.problems) note(problem, k);
    if (reading !== BLANK || isNeeded[k] !== true) return;
    const rule = name === "rapportkenmerk" ? referenceMissing : valueMissing;
    note({ rule, value: "", params: { column: name } }, k);
  }

  function note(problem: Problem, k: number): void {
    ownProblems.push(problem);
    ownProblemsAt.push(ownAt[k] as number);
    if (problem.rule.severity === "error") ownErrors = true;
  }

  function readFramework(): void {
    framework = undefined;
    const label = readings[labelOwn]?.value;
    if (withdrawn || typeof label !== "string") return;
    const found = delivery.framework(label, readings[variantOwn]?.text ?? "", readings[versionOwn]?.text ?? "");
    framework = found.framework;
    if (found.rule === undefined || found.fired === undefined) return;
    const k = found.fired.column === "variant" ? variantOwn : versionOwn;
    if (k < 0) return;
    note({ rule: found.rule, value: maskPersonal(found.fired.value ?? ""), params: found.fired.params ?? NO_PARAMS }, k);
  }

  function findDraft(row: number): Draft | undefined {
    const reference = readings[referenceOwn]?.value;
    if (typeof reference !== "string") return undefined;
    const reading = readings[labelOwn];
    const known = typeof reading?.value === "string" ? reading.value : undefined;
    // A row whose label cannot be read may belong to any report with its reference: none of them is whole without it.
    if (known === undefined) book.taint(reference);
    const label = known ?? reading?.text ?? "";
    return book.find(reference, label) ?? book.open(reference, label, known !== undefined, sheet, row, framework);
  }

  /** Every row of a report must say the same of it. Blank says nothing; only a blank variant means the default. */
  function compare(report: Draft): void {
    for (let k = 0; k < own.length; k++) {
      const ordinal = ownOrdinal[k] as number;
      if (ordinal < 0) continue;
      const reading = k === variantOwn && readings[k] === BLANK ? DEFAULT_VARIANT_READING : (readings[k] as CellReading);
      const first = report.readings[ordinal];
      if (reading === BLANK && k === statusOwn && first?.value === "withdrawn") contradict(report, k, first.text);
      if (reading === first || reading === BLANK) continue;
      if (first === undefined) {
        report.readings[ordinal] = reading;
        report.columnsAt[ordinal] = (ownAt[k] as number) + 1;
      } else if (reading.value === undefined || first.value === undefined ? reading.text !== first.text : reading.value !== first.value) {
        contradict(report, k, first.text === "" ? "basis" : first.text);
      }
    }
  }

  /** A withdrawal says nothing but its status. */
  function keepStatus(report: Draft): void {
    const ordinal = ordinalOf("status");
    if (report.live) contradict(report, statusOwn, report.readings[ordinal]?.text ?? "nieuw");
    report.readings[ordinal] ??= readings[statusOwn];
    report.columnsAt[ordinal] ||= (ownAt[statusOwn] ?? -1) + 1;
  }

  function contradict(report: Draft, k: number, other: string): void {
    const params = { column: own[k] as string, other: maskPersonal(other), row: report.row, reference: report.reference };
    note({ rule: reportContradiction, value: maskPersonal(readings[k]?.text ?? ""), params }, k);
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
    if (normAt < 0) return -1;
    const raw = cells[normAt];
    if (isBlank(raw)) {
      say(valueMissing, normAt, row, "", NORM_MISSING);
      return -1;
    }
    if (norms === undefined) return -1;
    const reading = norms.get(raw as string, kinds?.[normAt] ?? TEXT);
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
      disciplineSum = discipline === BLANK ? 0 : checksum(String(discipline.value));
    }
    if (discipline.problems.length > 0) sayProblems(discipline.problems, disciplineAt, row);
  }

  function readText(raw: string, row: number, kinds: Uint8Array | undefined, norm: number): void {
    const kind = kinds?.[textAt] ?? TEXT;
    if (kind !== TEXT || mayBeFormula(raw)) sayFormula(raw, kind, row);
    const reading = texts.read(raw);
    if (reading.problems.length > 0) sayProblems(reading.problems, textAt, row);
    if (draft === undefined || (norm < 0 && normAt >= 0)) return;
    const seed = Math.imul(norm + 2, 0x9e3779b1) ^ disciplineSum;
    draft.textsA = (draft.textsA + mixed(reading.a ^ seed)) >>> 0;
    draft.textsB = (draft.textsB + mixed(reading.b ^ Math.imul(seed, 0x27d4eb2f))) >>> 0;
    draft.texts += 1;
    if (delivery.onExplanation === undefined || reading.hasErrors) return;
    const code = norm < 0 ? "" : (framework?.norms[norm]?.code ?? "");
    delivery.onExplanation(
      draft.index,
      discipline === BLANK ? { norm: code, text: reading.text } : { norm: code, discipline: String(discipline.value), text: reading.text },
    );
  }

  function sayFormula(raw: string, kind: number, row: number): void {
    const cell = { column: "toelichting" as const, raw, text: raw.trim(), kind };
    for (const rule of [formula, formulaLike, cellError]) sayProblems(problemOf(rule, rule.check(cell, given), raw), textAt, row);
  }

  function place(report: Draft, norm: number, score: number, row: number): void {
    const vector = vectorOf(report, row);
    if (vector === undefined) return;
    if (vector.scores[norm] !== NOTHING) {
      const params = { norm: report.framework?.norms[norm]?.code ?? "", row: vector.rows[norm] as number, discipline: discipline.text };
      say(normDouble, normAt, row, params.norm, params);
      return;
    }
    vector.scores[norm] = score;
    vector.rows[norm] = row;
    report.scored += 1;
  }

  function vectorOf(report: Draft, row: number): Vector | undefined {
    const length = report.framework?.norms.length ?? 0;
    const withRows = header.layout === "long";
    if (discipline.value === undefined) {
      report.main ??= createVector(length, withRows);
      return report.main;
    }
    report.disciplines ??= new Map();
    const name = discipline.value as string;
    const known = report.disciplines.get(name);
    if (known !== undefined) return known;
    if (report.disciplines.size >= MAX_DISCIPLINES) {
      say(disciplinesTooMany, disciplineAt, row, discipline.text, { limit: MAX_DISCIPLINES });
      return undefined;
    }
    const vector = createVector(length, withRows);
    report.disciplines.set(name, vector);
    return vector;
  }

  /** The wide layout has one row per report (and discipline). */
  function newRowOf(report: Draft, row: number): Vector | undefined {
    const known = discipline.value === undefined ? report.main : report.disciplines?.get(discipline.value as string);
    if (known === undefined) return vectorOf(report, row);
    say(reportDouble, referenceAt, row, report.reference, { reference: report.reference, label: report.label, row: report.row });
    return undefined;
  }

  function placeSelf(report: Draft, norm: number, score: number): void {
    const length = report.framework?.norms.length ?? 0;
    if (discipline.value === undefined) {
      report.self ??= new Uint8Array(length).fill(NOTHING);
      report.self[norm] = score;
      return;
    }
    report.selfOfDisciplines ??= new Uint8Array(length).fill(NOTHING);
    report.selfOfDisciplines[norm] = lowest(report.selfOfDisciplines[norm] as number, score);
  }

  /** `ja` for one discipline is `ja` for the norm. */
  function placeImprovement(report: Draft, norm: number, value: number): void {
    report.improvement ??= new Uint8Array(report.framework?.norms.length ?? 0).fill(NOTHING);
    const known = report.improvement[norm] as number;
    report.improvement[norm] = known === NOTHING ? value : Math.max(known, value);
  }

  function positionsIn(of: CompiledFramework): Int32Array {
    const known = normColumns.get(of.index);
    if (known !== undefined) return known;
    const positions = Int32Array.from(header.norms, ({ code }) => of.normIndex.get(code) ?? -1);
    normColumns.set(of.index, positions);
    return positions;
  }

  function sayNoNorm(of: CompiledFramework, index: number, row: number): void {
    sayProblems(delivery.norms(of).get(header.cells[index] ?? "", TEXT).problems, index, row);
    if (draft !== undefined) draft.unread += 1;
  }

  /** A CSV row has as many cells as the header; rows of a workbook end where their last cell ends. */
  function fits(cells: readonly string[], row: number): boolean {
    if (sheet !== null) {
      if (cells.length > header.cells.length) lookOutside(cells, row);
      return true;
    }
    if (cells.length >= named && cells.length < header.cells.length) return true;
    log.addAt(rowRagged, sheet, row, null, null, "", { cells: cells.length, expected: header.cells.length });
    const reference = referenceAt < 0 ? "" : (cells[referenceAt] ?? "").trim();
    if (reference === "" || reference.length > 200) {
      book.unattributed = true;
      return false;
    }
    book.taint(reference);
    const label = labelAt < 0 ? BLANK : delivery.column("label").get(cells[labelAt] ?? "", TEXT);
    if (typeof label.value !== "string") book.unattributed = true;
    else if (book.find(reference, label.value) === undefined) book.open(reference, label.value, true, sheet, row, undefined);
    return false;
  }

  /** Content under an empty header or to the right of the table; said once per column. */
  function lookOutside(cells: readonly string[], row: number): void {
    for (const index of [...unnamed]) {
      if (!isBlank(cells[index])) sayOutside(index, cells[index] as string, row);
    }
    for (let index = header.cells.length; index < cells.length && index < header.cells.length + 50; index++) {
      if (!isBlank(cells[index]) && !outside.has(index)) sayOutside(index, cells[index] as string, row);
    }
  }

  function sayOutside(index: number, raw: string, row: number): void {
    unnamed.delete(index);
    outside.add(index);
    log.addAt(columnWithoutHeader, sheet, row, index + 1, null, maskPersonal(raw.slice(0, 1_000)), { column: columnLetter(index + 1) });
  }

  function sayHeader(): boolean {
    let wrong = false;
    for (const rule of headerRules) {
      for (const fired of rule.check(header, given)) {
        const index = fired.index ?? null;
        const name = index === null ? null : (header.cells[index] ?? null);
        const place = { sheet, row: header.row, column: index === null ? null : index + 1, columnName: name };
        log.add(rule, place, fired.value ?? name ?? "", fired.params ?? NO_PARAMS);
        if (rule.severity === "error") wrong = true;
      }
    }
    return wrong;
  }

  function sayProblems(problems: readonly Problem[], index: number, row: number): void {
    for (const problem of problems) say(problem.rule, index, row, problem.value, problem.params);
  }

  function say(rule: Rule, index: number, row: number, value: string, params: FindingParams): void {
    log.addAt(rule, sheet, row, index + 1, header.cells[index] ?? null, value, params);
    if (rule.severity === "error") fault();
  }

  function fault(): void {
    if (draft === undefined) book.unattributed = true;
    else draft.hasErrors = true;
  }

  function end(): void {
    const needed = live || rows === 0 ? header.missing : header.missing.filter((name) => name === "rapportkenmerk" || name === "label");
    for (const name of needed) {
      const near = given.suggest(
        name,
        header.unknown.map((index) => header.cells[index] ?? ""),
      );
      log.add(columnMissing, { sheet, row: header.row, column: null, columnName: null }, "", { column: name, suggestions: near });
      book.unattributed = true;
    }
  }
}

const NO_PARAMS: FindingParams = {};
const NORM_MISSING: FindingParams = { column: "norm" };
const DEFAULT_VARIANT_READING: CellReading = { ...BLANK, value: "basis" };

function isBlank(raw: string | undefined): boolean {
  if (raw === undefined || raw === "") return true;
  const first = raw.charCodeAt(0);
  return (first <= 0x20 || first >= 0x7f) && raw.trim() === "";
}

/** Only these first characters, or one that is white space, can begin a formula or an error of the spreadsheet. */
function mayBeFormula(raw: string): boolean {
  const first = raw.charCodeAt(0);
  return first <= 0x20 || first === 0x3d || first === 0x40 || first === 0x2b || first === 0x2d || first === 0x23;
}

/** Spreads every bit over the word, so that sums of checksums do not cancel out (MurmurHash3's finaliser). */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
