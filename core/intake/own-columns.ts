/**
 * The columns that say of which report a row is, and what that report is. They repeat on every row of a report, so a row is first
 * compared with the row before it: when it says the same, everything is known already.
 */
import type { CompiledFramework } from "../catalogue/types.ts";
import { BLANK, type CellReading, isBlank, type Memo, type NormReading, type Problem, shownIn } from "./cells.ts";
import { exampleRow } from "./checks/example-row.ts";
import { referenceMissing } from "./checks/reference-missing.ts";
import { reportContradiction } from "./checks/report-contradiction.ts";
import { valueMissing } from "./checks/value-missing.ts";
import { type ColumnName, columnOf, columns } from "./columns.ts";
import type { Delivery, FrameworkReading } from "./delivery.ts";
import { type Draft, ordinalOf, type Reading } from "./draft.ts";
import { DEFAULT_VARIANT } from "./frameworks.ts";
import type { Header } from "./layout.ts";
import { EXAMPLE } from "./template-parts.ts";
import { TEXT } from "./types.ts";

/** What the last row said of its report. */
export interface OwnColumns {
  read(cells: readonly string[], row: number, kinds: Uint8Array | undefined): void;
  /** Undefined when the row belongs to no report. */
  draft: Draft | undefined;
  framework: CompiledFramework | undefined;
  norms: Memo<NormReading> | undefined;
  withdrawn: boolean;
  /** It is the example row of the template. */
  isExample: boolean;
  /** Findings in these columns, said again for each row; `problemsAt` has their columns (0-based). */
  readonly problems: Problem[];
  readonly problemsAt: number[];
  hasErrors: boolean;
  /** Was there a row that is no withdrawal? */
  live: boolean;
}

/** Of a withdrawal only these count. */
const keys: readonly ColumnName[] = ["rapportkenmerk", "label", "status"];

export function createOwnColumns(header: Header, headerIsWrong: boolean, sheet: string | null, delivery: Delivery): OwnColumns {
  const { book } = delivery;
  const names = columns.filter((one) => (one.part === "report" || one.part === "sender") && header.at.has(one.name)).map((one) => one.name);
  const positions = names.map((name) => header.at.get(name) as number);
  const memos = names.map((name) => delivery.column(name));
  const ordinals = names.map(ordinalOf);
  const needed = names.map((name) => columnOf.get(name)?.needed.includes(header.layout === "wide" ? "wide" : "long") === true);
  const statusAt = names.indexOf("status");
  const labelAt = names.indexOf("label");
  const variantAt = names.indexOf("variant");
  const versionAt = names.indexOf("normenkader");
  const referenceAt = names.indexOf("rapportkenmerk");
  const organisationAt = names.indexOf("organisatie");
  const keyIsMissing = header.missing.includes("rapportkenmerk") || header.missing.includes("label");

  const before = names.map(() => "");
  const kindsBefore = new Uint8Array(names.length);
  const readings: CellReading[] = names.map(() => BLANK);
  let isFirst = true;
  let frameworkOf: readonly (CellReading | undefined)[] = [];
  let found: FrameworkReading = { framework: undefined };

  const own: OwnColumns = {
    read: (cells, row, kinds) => {
      if (isFirst || !isSame(cells, kinds)) readAnew(cells, row, kinds);
    },
    draft: undefined,
    framework: undefined,
    norms: undefined,
    withdrawn: false,
    isExample: false,
    problems: [],
    problemsAt: [],
    hasErrors: false,
    live: false,
  };
  return own;

  function isSame(cells: readonly string[], kinds: Uint8Array | undefined): boolean {
    for (let k = 0; k < before.length; k++) {
      const index = positions[k] as number;
      if ((cells[index] ?? "") !== before[k] || (kinds?.[index] ?? TEXT) !== kindsBefore[k]) return false;
    }
    return true;
  }

  function readAnew(cells: readonly string[], row: number, kinds: Uint8Array | undefined): void {
    let isNeighbour = !isFirst;
    isFirst = false;
    for (let k = 0; k < names.length; k++) {
      const index = positions[k] as number;
      const raw = cells[index];
      const kind = kinds?.[index] ?? TEXT;
      if (k !== referenceAt && before[k] !== (raw ?? "")) isNeighbour = false;
      before[k] = raw ?? "";
      kindsBefore[k] = kind;
      readings[k] = isBlank(raw) ? BLANK : (memos[k] as Memo<CellReading>).get(raw as string, kind);
    }
    own.problems.length = 0;
    own.problemsAt.length = 0;
    own.isExample = isExampleRow();
    if (own.isExample) {
      passOver();
      return;
    }
    own.withdrawn = readings[statusAt]?.value === "withdrawn";
    own.live ||= !own.withdrawn;
    own.hasErrors = headerIsWrong || keyIsMissing || (!own.withdrawn && header.missing.length > 0);
    for (let k = 0; k < names.length; k++) noteProblems(k);
    readFramework();
    // A row without reference that says the same as the row above it belongs to that report, which is not whole without it.
    if (isNeighbour && readings[referenceAt] === BLANK && own.draft !== undefined) book.taint(own.draft.reference);
    own.draft = findDraft(row);
    if (own.draft !== undefined) joinReport(own.draft);
    own.norms = own.framework === undefined ? undefined : delivery.norms(own.framework);
  }

  function isExampleRow(): boolean {
    return readings[referenceAt]?.text === EXAMPLE.rapportkenmerk && readings[organisationAt]?.text === EXAMPLE.organisatie;
  }

  /** What else stands in the row is not looked at. */
  function passOver(): void {
    own.hasErrors = false;
    own.draft = undefined;
    note({ rule: exampleRow, value: readings[referenceAt]?.text ?? "", params: {} }, referenceAt);
  }

  function noteProblems(k: number): void {
    const name = names[k] as ColumnName;
    if (own.withdrawn && !keys.includes(name)) return;
    const reading = readings[k] as CellReading;
    for (const problem of reading.problems) note(problem, k);
    if (reading !== BLANK || needed[k] !== true) return;
    const rule = name === "rapportkenmerk" ? referenceMissing : valueMissing;
    note({ rule, value: "", params: { column: name } }, k);
  }

  function note(problem: Problem, k: number): void {
    own.problems.push(problem);
    own.problemsAt.push(positions[k] as number);
    if (problem.rule.severity === "error") own.hasErrors = true;
  }

  /** Rows that are sorted by norm change report every time, and framework hardly ever. */
  function readFramework(): void {
    own.framework = undefined;
    const label = readings[labelAt];
    if (own.withdrawn || typeof label?.value !== "string") return;
    if (label !== frameworkOf[0] || readings[variantAt] !== frameworkOf[1] || readings[versionAt] !== frameworkOf[2]) {
      frameworkOf = [label, readings[variantAt], readings[versionAt]];
      found = delivery.framework(label.value, readings[variantAt]?.text ?? "", readings[versionAt]?.text ?? "");
    }
    own.framework = found.framework;
    if (found.rule === undefined || found.fired === undefined) return;
    const k = found.fired.column === "variant" && variantAt >= 0 ? variantAt : versionAt;
    if (k >= 0)
      note({ rule: found.rule, value: shownIn(names[k] as ColumnName, found.fired.value ?? ""), params: found.fired.params ?? {} }, k);
    else own.hasErrors = true;
  }

  function findDraft(row: number): Draft | undefined {
    const reference = readings[referenceAt]?.value;
    if (typeof reference !== "string") return undefined;
    const label = readings[labelAt] ?? BLANK;
    const isKnown = typeof label.value === "string";
    // A row whose label cannot be read may belong to any report with its reference: none of them is whole without it.
    if (!isKnown) book.taint(reference);
    const name = isKnown ? String(label.value) : label.text;
    return book.find(reference, name) ?? book.open(reference, name, isKnown, sheet, row, own.framework);
  }

  function joinReport(report: Draft): void {
    if (own.withdrawn) {
      keepStatus(report);
      return;
    }
    compare(report);
    report.live = true;
    if (own.framework === undefined) own.framework = report.framework;
    else report.framework ??= own.framework;
    // One framework per report: its vectors have the length of the first.
    if (report.framework !== own.framework) own.framework = report.framework;
  }

  /**
   * Every row of a report must say the same of it. Blank says nothing; only a blank variant means the default. A cell that is wrong by
   * itself has its finding already, and contradicts nothing.
   */
  function compare(report: Draft): void {
    for (let k = 0; k < names.length; k++) {
      const ordinal = ordinals[k] as number;
      if (ordinal < 0) continue;
      const reading = k === variantAt && readings[k] === BLANK ? DEFAULT_VARIANT_READING : (readings[k] as CellReading);
      const first = report.readings[ordinal];
      if (reading === BLANK && k === statusAt && first?.value === "withdrawn") contradict(report, k, first.text);
      if (reading === first || reading === BLANK) continue;
      if (first === undefined || (first.hasErrors && !reading.hasErrors)) report.readings[ordinal] = reading;
      else if (differ(reading, first)) contradict(report, k, first.text);
    }
  }

  /** A withdrawal says nothing of the report but its status. */
  function keepStatus(report: Draft): void {
    const ordinal = ordinalOf("status");
    if (report.live) contradict(report, statusAt, report.readings[ordinal]?.text ?? "nieuw");
    report.readings[ordinal] ??= readings[statusAt];
  }

  function contradict(report: Draft, k: number, other: string): void {
    const column = names[k] as ColumnName;
    const params = { column, other: shownIn(column, other), row: report.row, reference: report.reference };
    note({ rule: reportContradiction, value: shownIn(column, readings[k]?.text ?? ""), params }, k);
  }
}

const DEFAULT_VARIANT_READING: CellReading = { ...BLANK, text: DEFAULT_VARIANT, value: DEFAULT_VARIANT };

const differ = (a: Reading, b: Reading): boolean =>
  !a.hasErrors && !b.hasErrors && (a.value === undefined || b.value === undefined ? a.text !== b.text : a.value !== b.value);
