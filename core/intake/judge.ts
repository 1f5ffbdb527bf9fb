/** From reports and what the store knows of them to a verdict per report and for the delivery. */
import { organisationOf } from "../catalogue/organisations.ts";
import type { BodyCode } from "../ids.ts";
import { deliveryRules, historyRulesFor, reportRules } from "./checks/index.ts";
import type { Firing, Past, Rule } from "./checks/rule.ts";
import { trendReportUnknown } from "./checks/trend-report-unknown.ts";
import { type Delivery, sayOfReport } from "./delivery.ts";
import { type Draft, numberIn, saidIn, textIn, writtenIn } from "./draft.ts";
import type { FindingLog } from "./findings.ts";
import { labelsOf } from "./frameworks.ts";
import { groupBy } from "./grouping.ts";
import { pastsOf } from "./history.ts";
import { contentHashOf, pack, reportHalf, trendsHalf, trendsHash } from "./pack.ts";
import { statusOf } from "./status.ts";
import { type TrendBook, type TrendsOfReference, trendsAlone } from "./trend-rows.ts";
import type { CheckedDelivery, History, HistoryExtent, JudgedReport, KnownReport, ReadAs, ReportOutcome, ReportStatus } from "./types.ts";

/** What is judged: everything that reading the file gave. */
export interface ReadDelivery {
  readonly delivery: Delivery;
  readonly body: BodyCode;
  readonly trends: TrendBook;
  /** A problem with the file as such: no report is accepted. */
  readonly fatal: boolean;
  readonly read: ReadAs;
  digest(text: string): string;
}

/** Asks the rules that look at whole reports. Once, when the file has been read. */
export function checkReports({ delivery, trends }: ReadDelivery): void {
  const { book, log, given } = delivery;
  for (const draft of book.drafts) {
    if (book.isTainted(draft.reference)) draft.hasErrors = true;
    draft.trends = [...(trends.get(draft.reference)?.trends ?? [])];
  }
  const live = book.drafts.filter((draft) => statusOf(draft) !== "withdrawn");
  for (const rule of reportRules) {
    for (const draft of live) {
      const fired = rule.check(draft, given);
      if (fired === undefined) continue;
      sayOfReport(delivery, log, rule, draft, fired);
      if (rule.severity === "error") draft.hasErrors = true;
    }
  }
  const audits = groupBy(
    live.filter((draft) => draft.labelKnown),
    (draft) => draft.reference,
  );
  for (const rule of deliveryRules) {
    for (const fired of rule.check(live, audits, given)) {
      sayOfReport(delivery, log, rule, fired.report, fired);
      if (rule.severity === "error") fired.report.hasErrors = true;
    }
  }
  markEarlierTests(live, delivery);
}

/** May be asked again with another history: nothing of an earlier answer stays. */
export function judge(input: ReadDelivery, history: History): CheckedDelivery {
  const { delivery, trends, fatal } = input;
  const log = delivery.log.fork();
  const pastOf = history.extent === "nothing" ? undefined : pastsOf(delivery, input.body, history);
  const reports: JudgedReport[] = delivery.book.drafts.map((draft) => judgeReport(draft, input, history, pastOf, log));
  for (const alone of trendsAlone(trends, delivery.book)) reports.push(...judgeTrends(alone, input, history, log));
  const findings = log.list();
  const groups = log.groups();
  const unattributed = delivery.book.unattributed || groups.some((group) => group.code === trendReportUnknown.code);
  const rejected = reports.filter((report) => report.outcome === "rejected").length;
  // Trends alone, checked without a past: which reports they belong to cannot be known, and nothing speaks against them.
  const onlyTrends =
    history.extent === "nothing" && reports.length === 0 && trends.size > 0 && groups.every((group) => group.severity === "warning");
  const isRejected = fatal || (rejected === reports.length && !onlyTrends);
  return {
    status: isRejected ? "rejected" : rejected > 0 || unattributed ? "partlyAccepted" : "accepted",
    read: input.read,
    reports,
    findings,
    groups,
  };
}

function judgeReport(
  draft: Draft,
  input: ReadDelivery,
  history: History,
  pastOf: ReturnType<typeof pastsOf> | undefined,
  log: FindingLog,
): JudgedReport {
  const { delivery, body, digest, fatal } = input;
  const status = statusOf(draft);
  const packed = status === "withdrawn" ? undefined : pack(draft, body, delivery.given.catalogue);
  const contentHash = packed === undefined ? "" : contentHashOf(draft, packed, digest);
  const known = draft.labelKnown ? history.report(draft.reference, draft.label) : undefined;
  const sameContent = known?.state === "active" && packed !== undefined && isSame(known.contentHash, contentHash, draft);
  const past = pastOf?.(draft, known, sameContent);
  const hasErrors =
    (past !== undefined && contradictsPast(draft, status, { past, extent: history.extent }, delivery, log)) || draft.hasErrors;
  const cannotBeKept = status !== "withdrawn" && packed === undefined;
  return {
    body,
    reference: draft.reference,
    label: draft.label,
    status,
    row: draft.row,
    sheet: draft.sheet,
    organisationName: writtenIn(draft, "organisatie"),
    hasErrors,
    ...(packed ? { packed } : {}),
    trends: draft.trends,
    outcome: fatal || hasErrors || cannotBeKept ? "rejected" : outcomeOf(status, known, sameContent),
    contentHash,
    knownRevision: known?.revision ?? 0,
  };
}

/** Asks the rules about the past; is one of them an error? */
function contradictsPast(
  draft: Draft,
  status: ReportStatus,
  { past, extent }: { readonly past: Past; readonly extent: HistoryExtent | undefined },
  delivery: Delivery,
  log: FindingLog,
): boolean {
  let isError = false;
  const say = (rule: Rule, fired: Firing | undefined) => {
    if (fired === undefined) return;
    sayOfReport(delivery, log, rule, draft, fired);
    isError ||= rule.severity === "error";
  };
  for (const rule of historyRulesFor(extent)) say(rule, rule.check(draft, past, delivery.given));
  if (status === "withdrawn" || !draft.labelKnown) return isError;
  for (const rule of deliveryRules) say(rule, rule.inPast?.(draft, past, delivery.given));
  return isError;
}

function outcomeOf(status: JudgedReport["status"], known: KnownReport | undefined, sameContent: boolean): ReportOutcome {
  if (status === "withdrawn") return known?.state === "withdrawn" ? "unchanged" : "withdrawn";
  if (sameContent) return "unchanged";
  return known?.state === "active" ? "replaced" : "new";
}

/** A delivery that says nothing about trends does not contradict trends that came in another one. */
function isSame(known: string, content: string, draft: Draft): boolean {
  if (known === content) return true;
  return draft.trends.length === 0 && known.length === content.length && reportHalf(known) === reportHalf(content);
}

/** Trends of a report that is not in this delivery: they are added to what is known of it. */
function judgeTrends(alone: TrendsOfReference, input: ReadDelivery, history: History, log: FindingLog): JudgedReport[] {
  const { delivery, body, digest, fatal } = input;
  const { reference, row, sheet } = alone;
  const known = labelsOf(delivery.given.catalogue)
    .map((label) => ({ label, report: history.report(reference, label) }))
    .filter(({ report }) => report?.state === "active");
  if (known.length === 0 && history.extent !== "nothing") log.add(trendReportUnknown, alone, reference, { reference });
  const hasErrors = delivery.book.isTainted(reference);
  const hash = trendsHash(alone.trends, digest);
  return known.flatMap(({ label, report }) => {
    if (report === undefined) return [];
    const outcome: ReportOutcome = fatal || hasErrors ? "rejected" : trendsHalf(report.contentHash) === hash ? "unchanged" : "replaced";
    return [
      {
        body,
        reference,
        label,
        status: "changed",
        row,
        sheet,
        organisationName: "",
        hasErrors,
        trends: alone.trends,
        outcome,
        contentHash: reportHalf(report.contentHash) + hash,
        knownRevision: report.revision,
      },
    ];
  });
}

function markEarlierTests(live: readonly Draft[], { given }: Delivery): void {
  const earliest = new Map<string, number>();
  const keyOf = (draft: Draft) => {
    const kvk = textIn(draft, "kvk_nummer");
    return kvk === undefined ? undefined : `${draft.label}\n${organisationOf(given.catalogue, kvk).id}`;
  };
  for (const draft of live) {
    const kind = saidIn(draft, "soort_toets");
    const day = numberIn(draft, "toetsdatum");
    const key = keyOf(draft);
    if (draft.hasErrors || key === undefined || day === undefined || (kind !== "initial" && kind !== "recertification")) continue;
    earliest.set(key, Math.min(day, earliest.get(key) ?? day));
  }
  for (const draft of live) {
    const day = numberIn(draft, "toetsdatum");
    const first = earliest.get(keyOf(draft) ?? "");
    draft.earlierInDelivery = day !== undefined && first !== undefined && first < day;
  }
}
