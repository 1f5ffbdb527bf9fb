/** The receipt of a delivery: what came in, what became of it, and every finding with how to mend it. */
import type { BodyCode, DeliveryNumber, Sha256 } from "../ids.ts";
import { sentAs } from "../uploads.ts";
import { columnLetter } from "./columns.ts";
import { describe } from "./messages/index.ts";
import { countsOf } from "./receipt-counts.ts";
import { englishWords } from "./receipt-english.ts";
import type { Receipt } from "./receipt-schema.ts";
import { statusText, summary, unchangedAdvice, unchangedText } from "./receipt-words.ts";
import { englishAdvice, englishStatus, englishSummary, englishUnchanged } from "./receipt-words-en.ts";
import type { CheckedDelivery, Finding, ReadAs } from "./types.ts";

export type { Receipt } from "./receipt-schema.ts";
export type ReceiptFinding = Receipt["findings"][number];

/** What is known of a delivery apart from what stands in it. */
export interface DeliveryFacts {
  readonly delivery: DeliveryNumber;
  readonly body: BodyCode;
  /** The key without its body; what came by the portal has the upload in it, which its sender does not know. */
  readonly file: string;
  /** Null for a file that was not opened. */
  readonly sha256: Sha256 | null;
  /** ISO 8601, with its offset. */
  readonly receivedAt: string;
}

/** The receipt of a delivery that was checked (and, where it could be, accepted). */
export function makeReceipt(delivery: DeliveryFacts, checked: CheckedDelivery): Receipt {
  const counts = countsOf(checked);
  const facts = factsOf(delivery);
  const english = englishWords(checked.findings);
  return {
    ...facts,
    read: { ...checked.read },
    status: checked.status,
    statusText: statusText(checked.status, counts),
    summary: summary(facts, checked, counts),
    en: { statusText: englishStatus(checked.status, counts), summary: englishSummary(facts, checked, counts) },
    counts,
    reports: checked.reports.map(({ reference, label, outcome }) => ({ reference, label, outcome })),
    findings: checked.findings.map((finding, i) => ({ ...receiptFinding(finding), ...inEnglish(english.findings[i]) })),
    groups: checked.groups.map(({ code, count, firstRow }) => ({ code, count, firstRow, ...inEnglish(english.groups.get(code)) })),
  };
}

/** The receipt of a file whose very bytes the same body had delivered before, with success: nothing was read and nothing changes. */
export function unchangedReceipt(delivery: DeliveryFacts, earlier: { delivery: DeliveryNumber; receivedAt: string }): Receipt {
  const text = unchangedText(earlier);
  const english = englishUnchanged(earlier);
  return {
    ...factsOf(delivery),
    read: notRead,
    status: "unchanged",
    statusText: text,
    summary: [text, unchangedAdvice],
    en: { statusText: english, summary: [english, englishAdvice] },
    counts: { reports: 0, new: 0, replaced: 0, withdrawn: 0, unchanged: 0, rejected: 0, errors: 0, warnings: 0 },
    sameAs: { delivery: earlier.delivery, receivedAt: earlier.receivedAt },
    reports: [],
    findings: [],
    groups: [],
  };
}

/** A finding in Dutch words, at its place as Excel shows it. */
export function receiptFinding(finding: Finding): Omit<ReceiptFinding, "en"> {
  const { code, severity, sheet, row, column, columnName, value } = finding;
  const { message, fix } = describe(finding, "nl");
  return { code, severity, sheet, row, column: column === null ? null : columnLetter(column), columnName, value, message, fix };
}

const inEnglish = <Words>(en: Words | undefined): { readonly en?: Words } => (en === undefined ? {} : { en });

const notRead: ReadAs = { format: "unknown", encoding: null, delimiter: null, layout: "unknown", rows: 0 };

function factsOf({ delivery, body, file, sha256, receivedAt }: DeliveryFacts) {
  return { delivery, body, file: sentAs(file).name, sha256, receivedAt };
}
