/**
 * What a rule is. Every rule has its own file in this folder, its words in `messages/` and a line in `index.ts`; the hooks below say
 * when it is asked. A hook is pure: what fires depends only on what is given, so the answer for a cell is asked once per distinct value.
 */
import type { Day } from "../../calendar.ts";
import type { Catalogue, CertifyingBody, CompiledFramework } from "../../catalogue/types.ts";
import type { BodyCode } from "../../ids.ts";
import type { ScoreCode } from "../../judgement.ts";
import type { ColumnName } from "../columns.ts";
import type { Draft } from "../draft.ts";
import type { Header } from "../layout.ts";
import type { FindingParams, KnownReport, KnownTest, Severity } from "../types.ts";

/** What the rule is about, for the reader of the list and for the order in which rules are asked. */
export type About = "file" | "header" | "row" | "cell" | "norm" | "text" | "report" | "delivery" | "history" | "trend";

export interface Rule {
  /** Stable: senders, tests and statistics refer to it. */
  readonly code: string;
  readonly severity: Severity;
  readonly about: About;
}

/** What every rule may know. */
export interface Given {
  readonly catalogue: Catalogue;
  readonly bodyCode: BodyCode;
  /** Undefined when the catalogue does not know the sender. */
  readonly body: CertifyingBody | undefined;
  readonly today: Day;
  /** Folded word → score: the words of the specification and the body's own terms. */
  readonly scoreOf: ReadonlyMap<string, ScoreCode>;
  /** The candidates that look most like the text, best first, at most three; none when nothing comes near. */
  suggest(text: string, candidates: readonly string[]): readonly string[];
}

/** One cell as a rule sees it. */
export interface Cell {
  readonly column: ColumnName;
  /** Exactly as it stands in the file. */
  readonly raw: string;
  /** Without white space around it, and without Excel's `'` or `="…"` marks. Never empty: blank cells are another matter. */
  readonly text: string;
  /** TEXT, NUMBER, DATE, FORMULA, BOOLEAN or ERROR (types.ts). */
  readonly kind: number;
}

/** `value`: what to show instead of the cell's own value. */
export interface Firing {
  readonly params?: FindingParams;
  readonly value?: string;
  readonly column?: ColumnName;
}

export interface CellRule extends Rule {
  readonly about: "cell";
  readonly columns: readonly ColumnName[];
  check(cell: Cell, given: Given): Firing | undefined;
}

/** Explains a norm that cannot be read as it stands. Asked in the order of `index.ts`; the first that fires is the finding. */
export interface NormRule extends Rule {
  readonly about: "norm";
  check(cell: Cell, framework: CompiledFramework, given: Given): Firing | undefined;
}

/** Cheap facts of a free text, found in one pass, so that most texts never meet the costly detectors. */
export interface TextFacts {
  readonly length: number;
  readonly digits: number;
  readonly hasAt: boolean;
}

export interface TextRule extends Rule {
  readonly about: "text";
  /** May it fire at all? */
  concerns(facts: TextFacts): boolean;
  check(text: string): Firing | undefined;
  /** The text with what the rule is about taken out. */
  mask?(text: string): string;
}

export interface HeaderRule extends Rule {
  readonly about: "header";
  /** `index`: position of the header cell (0-based), absent when it concerns the whole header. */
  check(header: Header, given: Given): readonly (Firing & { readonly index?: number })[];
}

/** Asked once per report that is not withdrawn, when the file has been read. */
export interface ReportRule extends Rule {
  readonly about: "report";
  check(report: Draft, given: Given): Firing | undefined;
}

/**
 * Asked once, over all reports of the delivery that are not withdrawn. `audits`: those with a known label by reference, so that a combined
 * audit stands together. Firings are taken one by one: a delivery may have a hundred thousand reports.
 */
export interface DeliveryRule extends Rule {
  readonly about: "delivery";
  check(
    reports: readonly Draft[],
    audits: ReadonlyMap<string, readonly Draft[]>,
    given: Given,
  ): Iterable<Firing & { readonly report: Draft }>;
  /** The same question about one report and what came in earlier deliveries. */
  inPast?(report: Draft, past: Past, given: Given): Firing | undefined;
}

/** What the store said about a report. */
export interface Past {
  readonly known: KnownReport | undefined;
  /** The known report is active and says exactly what this one says. */
  readonly sameContent: boolean;
  /** Active reports of its organisation under its label, but for those that this delivery replaces or withdraws. */
  readonly tests: readonly KnownTest[];
  /** Active reports with its reference under other labels that this delivery says nothing of. */
  readonly otherLabels: readonly { readonly label: string; readonly report: KnownReport }[];
  /** Is its reference in this delivery under another label too? */
  readonly isCombinedHere: boolean;
}

export interface HistoryRule extends Rule {
  readonly about: "history";
  /** Does it ask how organisations were tested, by whichever body? A check that knows the own reports alone leaves it out. */
  readonly asksTests?: true;
  check(report: Draft, past: Past, given: Given): Firing | undefined;
}
