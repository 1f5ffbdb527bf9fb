/**
 * Reading the cells of a column, once per distinct text: value, and the findings it gives. Everything a rule says about a cell depends
 * only on its text and kind (and the column), so a million rows ask the rules a few hundred times.
 */
import { foldCode, foldWord } from "../catalogue/codes.ts";
import type { CompiledFramework } from "../catalogue/types.ts";
import { cellError } from "./checks/cell-error.ts";
import { cellRules, normRules } from "./checks/index.ts";
import { withPoint } from "./checks/norm-decimal-comma.ts";
import { isWrapped, unwrapped } from "./checks/number-as-text.ts";
import { MAX_REFERENCE } from "./checks/reference-too-long.ts";
import type { Cell, CellRule, Firing, Given, Rule } from "./checks/rule.ts";
import type { ColumnName } from "./columns.ts";
import type { Reading } from "./draft.ts";
import { labelIn } from "./frameworks.ts";
import { isStoredNumber } from "./number-columns.ts";
import { maskPersonal } from "./personal.ts";
import { readTheme } from "./themes.ts";
import { cellKinds, ERROR, type FindingParams, TEXT } from "./types.ts";
import {
  directionWords,
  formWords,
  kindWords,
  readDate,
  readDecimal,
  readKvk,
  readMunicipality,
  readYesNo,
  statusWords,
} from "./values.ts";

/** A finding that a text gives wherever it stands. */
export interface Problem {
  readonly rule: Rule;
  readonly value: string;
  readonly params: FindingParams;
}

export interface CellReading extends Reading {
  readonly problems: readonly Problem[];
}

export interface NormReading extends CellReading {
  /** Position in the framework; -1 when it has no such norm, or the cell is blank. */
  readonly norm: number;
}

const NO_PROBLEMS: readonly Problem[] = [];
const NO_PARAMS: FindingParams = {};

export const BLANK: CellReading = { text: "", value: undefined, problems: NO_PROBLEMS, hasErrors: false };
const BLANK_NORM: NormReading = { ...BLANK, norm: -1 };

/** Distinct texts remembered per column, and the longest text worth it: a file of a million different values must not fill the memory. */
const REMEMBERED = 20_000;
const LONGEST = 200;

export interface Memo<Value> {
  get(raw: string, kind: number): Value;
}

/** Remembers what `read` made of a text. `read` must not depend on anything else. */
export function createMemo<Value>(read: (raw: string, kind: number) => Value): Memo<Value> {
  const perKind = cellKinds.map(() => new Map<string, Value>());
  const texts = perKind[TEXT] as Map<string, Value>;
  return {
    get(raw, kind) {
      const known = perKind[kind] ?? texts;
      const value = known.get(raw);
      if (value !== undefined) return value;
      const own = ownCopy(raw);
      const made = read(own, kind);
      if (own.length > LONGEST) return made;
      if (known.size >= REMEMBERED) known.clear();
      known.set(own, made);
      return made;
    },
  };
}

/**
 * A copy with its own memory. The reader's cells are slices of the piece of file they came from; keeping one would keep the piece
 * (256 kB). A joined text is written out anew when it is cut.
 */
export const ownCopy = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

/** Reads the cells of one column. */
export function readColumn(column: ColumnName, given: Given): Memo<CellReading> {
  const asked = cellRules.filter((rule) => rule.columns.includes(column));
  return createMemo((raw, kind) => {
    const text = textOf(raw, kind);
    if (text === "") return BLANK;
    const cell: Cell = { column, raw, text, kind };
    const problems = problemsOf(asked, cell, given);
    const hasErrors = problems.some((problem) => problem.rule.severity === "error");
    return { text: shortened(text), value: hasErrors && kind === ERROR ? undefined : valueIn(cell, given), problems, hasErrors };
  });
}

const SHOWN = 300;
const shortened = (text: string): string => (text.length <= SHOWN ? text : ownCopy(text.slice(0, SHOWN)));

/** Reads norm codes of one framework. */
export function readNorms(framework: CompiledFramework, given: Given): Memo<NormReading> {
  const asked: readonly CellRule[] = cellRules.filter((rule) => rule.columns.includes("norm"));
  return createMemo((raw, kind) => {
    const text = textOf(raw, kind);
    if (text === "") return BLANK_NORM;
    const cell: Cell = { column: "norm", raw, text, kind };
    const general = problemsOf(asked, cell, given);
    const mended = withPoint(text, framework);
    const found = framework.normIndex.get(foldCode(mended ?? text));
    const explained = isCellError(general) ? NO_PROBLEMS : firstThatFires(cell, framework, given, found !== undefined);
    const problems = [...general, ...explained];
    const hasErrors = problems.some((problem) => problem.rule.severity === "error");
    return { text, value: hasErrors ? undefined : found, norm: hasErrors ? -1 : (found ?? -1), problems, hasErrors };
  });
}

function firstThatFires(cell: Cell, framework: CompiledFramework, given: Given, isNorm: boolean): readonly Problem[] {
  for (const rule of normRules) {
    // A known code can still be damaged (1.1 that was 1.10), but it needs no explanation.
    if (isNorm && (rule.code === "NORM_OTHER_FRAMEWORK" || rule.code === "NORM_UNKNOWN")) return [];
    const fired = rule.check(cell, framework, given);
    if (fired !== undefined) return problemOf(rule, { ...fired, params: { norm: shownIn(cell.column, cell.text), ...fired.params } }, cell);
  }
  return [];
}

/** What the rules say of a cell. In an error of the spreadsheet nothing else is wrong: the value that should be there is not known. */
export function problemsOf(rules: readonly CellRule[], cell: Cell, given: Given): readonly Problem[] {
  const broken = problemOf(cellError, cellError.check(cell, given), cell);
  return broken.length > 0 ? broken : rules.flatMap((rule) => problemOf(rule, rule.check(cell, given), cell));
}

const isCellError = (problems: readonly Problem[]): boolean => problems[0]?.rule === cellError;

/** No content; white space is none. */
export function isBlank(raw: string | undefined): boolean {
  if (raw === undefined || raw === "") return true;
  const first = raw.charCodeAt(0);
  return (first <= 0x20 || first >= 0x7f) && raw.trim() === "";
}

/** A value as a finding may show it. References are no free text, and many a number passes the test of a BSN. */
export const shownIn = (column: ColumnName, value: string): string => {
  const beginning = value.slice(0, 4 * SHOWN);
  return column === "rapportkenmerk" ? beginning : maskPersonal(beginning);
};

export const problemOf = (rule: Rule, fired: Firing | undefined, { column, raw }: Pick<Cell, "column" | "raw">): readonly Problem[] =>
  fired === undefined ? NO_PROBLEMS : [{ rule, value: shownIn(column, fired.value ?? raw), params: fired.params ?? NO_PARAMS }];

/** Without white space around it and without the marks with which text is hidden from Excel. */
export function textOf(raw: string, kind: number): string {
  const text = raw.trim();
  return kind === TEXT && (text.startsWith("'") || text.startsWith('="')) && isWrapped(text) ? unwrapped(text) : text;
}

function valueIn({ column, text, kind }: Cell, given: Given): string | number | undefined {
  switch (column) {
    case "rapportkenmerk":
      // macOS may write é as two characters: the same reference to everybody who reads it.
      return text.length <= MAX_REFERENCE ? text.normalize("NFC") : undefined;
    case "status":
      return statusWords.get(foldWord(text));
    case "kvk_nummer":
      return readKvk(text, given.catalogue);
    case "organisatie":
      return foldWord(text);
    case "label":
      return labelIn(given.catalogue, text);
    case "variant":
    case "normenkader":
      return foldWord(text);
    case "soort_toets":
      return kindWords.get(foldWord(text));
    case "toetsdatum":
      return readDate(text, given.today);
    case "toetsvorm":
      return formWords.get(foldWord(text));
    case "fte":
    case "auditdagen":
    case "aantal_gesprekken":
      return readDecimal(text, isStoredNumber(kind));
    case "gemeente":
      return readMunicipality(text);
    case "clientenraad_gesproken":
    case "verbeterpunt":
      return readYesNo(text);
    case "score":
    case "zelfevaluatie":
      return given.scoreOf.get(foldWord(text));
    case "discipline":
      return foldWord(text);
    case "richting":
      return directionWords.get(foldWord(text));
    case "thema":
      return readTheme(text, given.catalogue) ?? text;
    default:
      return text;
  }
}
