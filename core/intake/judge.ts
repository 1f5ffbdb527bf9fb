/** From reports and what the store knows of them to a verdict per report and for the delivery. */
import { organisationOf } from "../catalogue/organisations.ts";
import type { BodyCode } from "../ids.ts";
import { deliveryRules, historyRules, reportRules } from "./checks/index.ts";
import { trendReportUnknown } from "./checks/trend-report-unknown.ts";
import { type Delivery, sayOfReport } from "./delivery.ts";
import { type Draft, numberIn, saidIn, textIn, writtenIn } from "./draft.ts";
import type { FindingLog } from "./findings.ts";
import { labelsOf } from "./frameworks.ts";
import { groupBy } from "./grouping.ts";
import { contentHashOf, pack, reportHalf, trendsHalf, trendsHash } from "./pack.ts";
import { statusOf } from "./status.ts";
import type { TrendBook, TrendsOfReference } from "./trend-rows.ts";
import type { CheckedDelivery, History, HistoryQuestions, JudgedReport, KnownReport, ReadAs, ReportOutcome } from "./types.ts";

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

/** What must be known of the past before `judge`. */
export function questionsOf({ delivery, trends }: ReadDelivery): HistoryQuestions {
  const { book, given } = delivery;
  const askable = book.drafts.filter((draft) => draft.labelKnown && !isTooLong(draft.reference));
  const labels = labelsOf(given.catalogue);
  const ofTrends = trendsAlone(trends, delivery).filter(({ reference }) => !isTooLong(reference));
  const organisations = new Map<string, HistoryQuestions["organisations"][number]>();
  for (const draft of askable) {
    const kvk = textIn(draft, "kvk_nummer");
    if (
      statusOf(draft) === "withdrawn" ||
      saidIn(draft, "soort_toets") !== "recertification" ||
      draft.earlierInDelivery ||
      kvk === undefined
    )
      continue;
    const organisation = organisationOf(given.catalogue, kvk).id;
    organisations.set(`${organisation}\n${draft.label}`, { organisation, label: draft.label });
  }
  return {
    reports: [
      ...askable.map(({ reference, label }) => ({ reference, label })),
      ...ofTrends.flatMap(({ reference }) => labels.map((label) => ({ reference, label }))),
    ],
    organisations: [...organisations.values()],
  };
}

/** May be asked again with another history: nothing of an earlier answer stays. */
export function judge(input: ReadDelivery, history: History): CheckedDelivery {
  const { delivery, trends, fatal } = input;
  const log = delivery.log.fork();
  const reports: JudgedReport[] = delivery.book.drafts.map((draft) => judgeReport(draft, input, history, log));
  for (const alone of trendsAlone(trends, delivery)) reports.push(...judgeTrends(alone, input, history, log));
  const findings = log.list();
  const groups = log.groups();
  const unattributed = delivery.book.unattributed || groups.some((group) => group.code === trendReportUnknown.code);
  const rejected = reports.filter((report) => report.outcome === "rejected").length;
  // Trends alone, checked without a past: which reports they belong to cannot be known, and nothing speaks against them.
  const onlyTrends =
    history.isUnknown === true && reports.length === 0 && trends.size > 0 && groups.every((group) => group.severity === "warning");
  const isRejected = fatal || (rejected === reports.length && !onlyTrends);
  return {
    status: isRejected ? "rejected" : rejected > 0 || unattributed ? "partlyAccepted" : "accepted",
    read: input.read,
    reports,
    findings,
    groups,
  };
}

function judgeReport(draft: Draft, input: ReadDelivery, history: History, log: FindingLog): JudgedReport {
  const { delivery, body, digest, fatal } = input;
  const status = statusOf(draft);
  const packed = status === "withdrawn" ? undefined : pack(draft, body, delivery.given.catalogue);
  const contentHash = packed === undefined ? "" : contentHashOf(draft, packed, digest);
  const known = draft.labelKnown ? history.report(draft.reference, draft.label) : undefined;
  const sameContent = known?.state === "active" && packed !== undefined && isSame(known.contentHash, contentHash, draft);
  let hasErrors = draft.hasErrors;
  for (const rule of history.isUnknown ? [] : historyRules) {
    const fired = rule.check(draft, { known, sameContent, history }, delivery.given);
    if (fired === undefined) continue;
    sayOfReport(delivery, log, rule, draft, fired);
    if (rule.severity === "error") hasErrors = true;
  }
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
  if (known.length === 0 && !history.isUnknown) log.add(trendReportUnknown, alone, reference, { reference });
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

function trendsAlone(trends: TrendBook, { book }: Delivery): readonly TrendsOfReference[] {
  if (trends.size === 0) return [];
  const here = new Set(book.drafts.map((draft) => draft.reference));
  return [...trends.values()].filter(({ reference }) => !here.has(reference));
}

/** References that the store could not even look up. They are errors already. */
const isTooLong = (reference: string): boolean => reference.length > 64;

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
