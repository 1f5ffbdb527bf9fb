import type { Receipt } from "./receipt.ts";

/** SNS takes fewer than 100 characters as a subject, and only printable ASCII without line breaks. */
const SUBJECT_LENGTH = 99;

/** What the policy staff are told of a delivery: a subject and a text, in Dutch, without anything that stood in the file. */
export function receiptMessage(receipt: Receipt): { subject: string; message: string } {
  const subject = `Aanlevering ${receipt.delivery} van ${receipt.body}: ${receipt.statusText}`
    .replace(/[^\x20-\x7e]/g, "?")
    .slice(0, SUBJECT_LENGTH);
  return { subject, message: receipt.summary.join("\n") };
}
