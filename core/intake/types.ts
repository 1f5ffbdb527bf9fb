/** The words of intake: a file is read into cells, cells are checked into findings and reports, reports get a verdict. */
import type { Day } from "../calendar.ts";
import type { BodyCode, FrameworkKey, OrganisationId } from "../ids.ts";
import type { AuditForm, AuditKind, PackedReport, PackedTrend } from "../scoring/types.ts";

/** How a cell was stored, where the file says so (XLSX): CSV cells are always text. */
export const cellKinds = ["text", "number", "date", "formula", "boolean", "error"] as const;
export const TEXT = 0,
  NUMBER = 1,
  DATE = 2,
  FORMULA = 3,
  BOOLEAN = 4,
  ERROR = 5;

/**
 * Receives a table as the sender sees it, row by row, in order. `row` is the number Excel shows (1 = first line of the
 * file or sheet; a `sep=` line counts as Excel hides it: it is not a row). `kinds[i]` is the kind of cell i (see the
 * constants above), absent when all cells are text. A date cell arrives as `jjjj-mm-dd`, a number as JavaScript prints it.
 * Blank rows are not delivered but keep their number. The receiver may not keep the array: it is reused.
 */
export interface TableReceiver {
  /** A sheet begins. `name` is null for CSV. */
  sheet(name: string | null): void;
  row(cells: readonly string[], row: number, kinds?: Uint8Array): void;
  /** Something about the file as such: not readable, damaged, hostile, too large, mixed encodings. */
  problem(problem: ReadingProblem): void;
}

/** A finding of the reader. `fatal`: nothing that was read may be accepted. */
export interface ReadingProblem {
  readonly code: FindingCode;
  readonly params?: FindingParams;
  readonly sheet?: string | null;
  readonly row?: number;
  readonly fatal: boolean;
}

/** How the file was read; on the receipt. */
export interface ReadAs {
  readonly format: "csv" | "xlsx" | "unknown";
  /** `utf-8`, `utf-8 met BOM`, `utf-16le`, `utf-16be`, `windows-1252`; null for XLSX. */
  readonly encoding: string | null;
  /** `;` `,` or tab; null for XLSX. */
  readonly delimiter: string | null;
  readonly layout: "long" | "wide" | "trends" | "unknown";
  /** Rows with data, header rows not counted, over all sheets that were used. */
  readonly rows: number;
}

export type Severity = "error" | "warning";
/** Stable code of a rule, e.g. `NORM_UNKNOWN`. The list is `checks/index.ts`; the words are `messages/`. */
export type FindingCode = string;
export type FindingParams = Readonly<Record<string, string | number | readonly string[]>>;

/** One place where one rule fired, in data: the words are made from it by `messages/`. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sheet: string | null;
  /** As Excel shows it, 1-based; null when it concerns the file. */
  readonly row: number | null;
  /** 1-based; null when it concerns the row or the file. `columnLetter` gives Excel's letter. */
  readonly column: number | null;
  /** The header as the sender wrote it; null when it concerns no column. */
  readonly columnName: string | null;
  /** The value as it stands in the cell, at most 200 characters, masked where it may be personal. */
  readonly value: string;
  readonly params: FindingParams;
}

/** Of one code at most this many places are listed; the count stays complete. */
export const MAX_PLACES_PER_CODE = 10_000;

/** All findings of a code: a complete count, and where it fired first. */
export interface FindingGroup {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly count: number;
  readonly firstRow: number | null;
}

export type ReportStatus = "new" | "changed" | "withdrawn";

/** A reported trend (text of the body about a theme). */
export interface ReportedTrend extends PackedTrend {
  readonly text: string;
}

/** A free text of one row, kept with the whole report (personal data already masked). */
export interface Explanation {
  readonly norm: string;
  readonly discipline?: string;
  readonly text: string;
}

/** A report as it came out of the file, before its history is looked at. */
export interface ReadReport {
  readonly body: BodyCode;
  readonly reference: string;
  readonly label: string;
  readonly status: ReportStatus;
  /** First row of the report in the file. */
  readonly row: number;
  readonly sheet: string | null;
  readonly organisationName: string;
  /** Has the file itself an error in it? Then it is rejected whatever the history says. */
  readonly hasErrors: boolean;
  /** Absent when withdrawn, or when errors make it impossible. */
  readonly packed?: PackedReport;
  readonly trends: readonly ReportedTrend[];
}

/** What the store knows of a report (same body, reference and label) before this delivery. */
export interface KnownReport {
  readonly state: "active" | "withdrawn";
  readonly revision: number;
  readonly contentHash: string;
  readonly organisation: OrganisationId;
  readonly framework: FrameworkKey;
  /** Of its scores. Absent in records from before this was kept. */
  readonly audit?: { readonly kvk: string; readonly day: Day; readonly form: AuditForm };
  /** Number of the delivery that brought the present revision, and the day it was received. */
  readonly deliveryNumber: string;
  readonly receivedDay: Day;
}

/** An active report of an organisation under a label. */
export interface KnownTest {
  readonly body: BodyCode;
  readonly reference: string;
  readonly day: Day;
  readonly kind: AuditKind;
}

/**
 * How much of the past can be looked at. `ownReports`: those of the body, and not how organisations were tested by anybody; `nothing`: a check
 * without a network. Rules about what is not known are not asked.
 */
export type HistoryExtent = "whole" | PartOfHistory;
export type PartOfHistory = "ownReports" | "nothing";

/** What the checks may ask about the past. Answers exclude what this very delivery did itself. */
export interface History {
  /** Absent: whole. */
  readonly extent?: HistoryExtent;
  report(reference: string, label: string): KnownReport | undefined;
  /** Active reports of the organisation under the label, of any kind and by any body. */
  tests(organisation: OrganisationId, label: string): readonly KnownTest[];
}

/** What has to be fetched before the history can be asked. */
export interface HistoryQuestions {
  /** Each once: those of the delivery, and what may be the same audit under another label. */
  readonly reports: readonly { readonly reference: string; readonly label: string }[];
  readonly organisations: readonly { readonly organisation: OrganisationId; readonly label: string }[];
}

export type ReportOutcome = "new" | "replaced" | "withdrawn" | "unchanged" | "rejected";
export type DeliveryStatus = "accepted" | "partlyAccepted" | "rejected" | "unchanged";

export interface JudgedReport extends ReadReport {
  readonly outcome: ReportOutcome;
  /** SHA-256 of the content (all that the sender said of it, but for the status and the order of rows); "" for withdrawals. */
  readonly contentHash: string;
  /** Revision that the history had (0 = none): the acceptance is conditional on it. */
  readonly knownRevision: number;
}

/** The result of checking one delivery. */
export interface CheckedDelivery {
  readonly status: Exclude<DeliveryStatus, "unchanged">;
  readonly read: ReadAs;
  readonly reports: readonly JudgedReport[];
  /** In the order of the file: sheet, row, column. */
  readonly findings: readonly Finding[];
  readonly groups: readonly FindingGroup[];
}
