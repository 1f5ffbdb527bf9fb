/** The outcome of a check that stores nothing, as data for a page: in both languages, and small whatever the size of the file. */
import { historyRules, historyRulesFor } from "./checks/index.ts";
import { trendReportUnknown } from "./checks/trend-report-unknown.ts";
import { columnLetter } from "./columns.ts";
import { groupBy } from "./grouping.ts";
import { describe, type InBothLanguages } from "./messages/index.ts";
import { type Counts, countsOf } from "./receipt-counts.ts";
import type { CheckedDelivery, Finding, FindingGroup, JudgedReport, PartOfHistory, ReadAs, ReportStatus } from "./types.ts";

/** One place of a finding, at its row and column as Excel shows them. */
export interface PlaceResult {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly columnName: string | null;
  readonly value: string;
  readonly message: InBothLanguages;
  readonly fix: InBothLanguages;
}

/** A kind of finding: the count is complete, the places are the first ones. */
export interface GroupResult extends FindingGroup {
  readonly places: readonly PlaceResult[];
}

export interface ReportResult {
  readonly reference: string;
  readonly label: string;
  readonly status: ReportStatus;
  /** Without errors in the file. Whether it can be accepted also depends on what was delivered before. */
  readonly passes: boolean;
  /** What would become of it; absent where nothing of the past is known. */
  readonly outcome?: JudgedReport["outcome"];
}

export interface CheckResult {
  readonly status: CheckedDelivery["status"];
  readonly read: ReadAs;
  readonly counts: Pick<Counts, "reports" | "rejected" | "errors" | "warnings">;
  /** Rejected ones first, then in the order of the file; the first `MAX_REPORTS_SHOWN` of them. */
  readonly reports: readonly ReportResult[];
  /** Errors first, then warnings, each in the order of the file. */
  readonly groups: readonly GroupResult[];
  /** How much of what was delivered before was looked at. */
  readonly past: PartOfHistory;
  /** Codes of the rules about what was not looked at: they are asked when the file is delivered. */
  readonly notAsked: readonly string[];
}

/** Of each kind of finding: enough to recognise it and to mend the first ones. The receipt lists them all. */
export const MAX_PLACES_SHOWN = 50;
/** More rows than this nobody reads on a page. */
export const MAX_REPORTS_SHOWN = 200;

/** Gives the result of a check. `past`: what `checkFile` could look at. */
export function checkResult(checked: CheckedDelivery, past: PartOfHistory): CheckResult {
  const { reports, rejected, errors, warnings } = countsOf(checked);
  const found = groupBy(checked.findings, (finding) => finding.code);
  return {
    status: checked.status,
    read: checked.read,
    counts: { reports, rejected, errors, warnings },
    reports: reportsOf(checked, past),
    groups: checked.groups
      .map((group) => ({ ...group, places: (found.get(group.code) ?? []).slice(0, MAX_PLACES_SHOWN).map(placeOf) }))
      .sort((a, b) => (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0)),
    past,
    notAsked: [...notAskedBy(past), ...(past === "nothing" ? [trendReportUnknown] : [])].map((rule) => rule.code),
  };
}

function notAskedBy(past: PartOfHistory) {
  const asked = historyRulesFor(past);
  return historyRules.filter((rule) => !asked.includes(rule));
}

function reportsOf({ reports }: CheckedDelivery, past: PartOfHistory): readonly ReportResult[] {
  const isRejected = (report: CheckedDelivery["reports"][number]) => report.outcome === "rejected";
  return [...reports.filter(isRejected), ...reports.filter((report) => !isRejected(report))].slice(0, MAX_REPORTS_SHOWN).map((report) => ({
    reference: report.reference,
    label: report.label,
    status: report.status,
    passes: !isRejected(report),
    ...(past === "nothing" ? {} : { outcome: report.outcome }),
  }));
}

function placeOf(finding: Finding): PlaceResult {
  const { sheet, row, column, columnName, value } = finding;
  const nl = describe(finding, "nl");
  const en = describe(finding, "en");
  return {
    sheet,
    row,
    column: column === null ? null : columnLetter(column),
    columnName,
    value,
    message: { nl: nl.message, en: en.message },
    fix: { nl: nl.fix, en: en.fix },
  };
}
