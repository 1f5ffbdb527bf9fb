/** What all sheets of one delivery share while it is read. */
import type { CompiledFramework } from "../catalogue/types.ts";
import { createReportBook, type ReportBook } from "./book.ts";
import { type CellReading, type Memo, type NormReading, readColumn, readNorms, shownIn } from "./cells.ts";
import { frameworkUnknown } from "./checks/framework-unknown.ts";
import type { Firing, Given, Rule } from "./checks/rule.ts";
import { variantUnknown } from "./checks/variant-unknown.ts";
import type { ColumnName } from "./columns.ts";
import { type Draft, writtenIn } from "./draft.ts";
import { createFindingLog, type FindingLog } from "./findings.ts";
import { DEFAULT_VARIANT, frameworkIn, frameworksOf } from "./frameworks.ts";
import type { Header } from "./layout.ts";
import { createTextReader, type TextReading } from "./texts.ts";
import type { Explanation } from "./types.ts";
import { createVectors, type Vector } from "./vectors.ts";

export interface Delivery {
  readonly given: Given;
  readonly log: FindingLog;
  readonly book: ReportBook;
  readonly headers: Map<string | null, Header>;
  readonly texts: { read(raw: string): TextReading };
  readonly vectors: (length: number) => Vector;
  column(name: ColumnName): Memo<CellReading>;
  norms(framework: CompiledFramework): Memo<NormReading>;
  framework(label: string, variant: string, version: string): FrameworkReading;
  onExplanation?(report: number, explanation: Explanation): void;
}

/** The framework that label, variant and version name together, or why there is none. */
export interface FrameworkReading {
  readonly framework: CompiledFramework | undefined;
  readonly rule?: Rule;
  readonly fired?: Firing;
}

/** Combinations remembered; real deliveries have a handful. */
const REMEMBERED = 5_000;

export function createDelivery(given: Given, onExplanation?: (report: number, explanation: Explanation) => void): Delivery {
  const columns = new Map<ColumnName, Memo<CellReading>>();
  const norms = new Map<number, Memo<NormReading>>();
  const frameworks = new Map<string, FrameworkReading>();
  return {
    given,
    log: createFindingLog(),
    book: createReportBook(),
    headers: new Map(),
    texts: createTextReader(),
    vectors: createVectors(),
    onExplanation,
    column: (name) => remembered(columns, name, () => readColumn(name, given)),
    norms: (framework) => remembered(norms, framework.index, () => readNorms(framework, given)),
    framework: (label, variant, version) => {
      if (frameworks.size > REMEMBERED) frameworks.clear();
      return remembered(frameworks, `${label}\n${variant}\n${version}`, () => findFramework(label, variant, version, given));
    },
  };
}

/** Says a finding about a report as a whole: at its first row, in the column that it is about. */
export function sayOfReport({ headers }: Delivery, log: FindingLog, rule: Rule, report: Draft, fired: Firing): void {
  const column = fired.column ?? "rapportkenmerk";
  const header = headers.get(report.sheet);
  const index = header?.at.get(column);
  const place = { sheet: report.sheet, row: report.row, column: index === undefined ? null : index + 1, columnName: null };
  const columnName = index === undefined ? null : (header?.cells[index] ?? null);
  log.add(rule, { ...place, columnName }, shownIn(column, fired.value ?? writtenIn(report, column)), fired.params ?? {});
}

function findFramework(label: string, variant: string, version: string, given: Given): FrameworkReading {
  const wanted = variant === "" ? DEFAULT_VARIANT : variant;
  const unknown = variantUnknown.check(given.catalogue, label, wanted, given);
  if (unknown !== undefined) return { framework: undefined, rule: variantUnknown, fired: unknown };
  if (version === "") return { framework: undefined };
  const frameworks = frameworksOf(given.catalogue, label, wanted);
  const wrong = frameworkUnknown.check(frameworks, version);
  if (wrong !== undefined) return { framework: undefined, rule: frameworkUnknown, fired: wrong };
  return { framework: frameworkIn(frameworks, version) };
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make();
  known.set(key, made);
  return made;
}
