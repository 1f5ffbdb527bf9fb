/**
 * What one step of ingest-delivery leaves for the next, in the work bucket under the number of the delivery:
 *   <number>/checked.ndjson            a header, then one line per report, then one per finding
 *   <number>/explanations/<nnnn>.ndjson   the free texts of 256 reports, so that accepting needs only those at hand
 */
import { BrokenInvariant } from "../faults.ts";
import type { DeliveryNumber } from "../ids.ts";
import type { ObjectStore } from "../ports.ts";
import type { CheckedDelivery, Explanation, Finding, JudgedReport } from "./types.ts";

const NDJSON = "application/x-ndjson";

/** Texts of this many reports lie together: about 1 MB at 50 norms of 100 characters. */
export const REPORTS_PER_PART = 256;

/** Lines are handed over in pieces of about this size: one write per line would cost more than the line. */
const PIECE = 256 * 1024;

export async function writeChecked(work: ObjectStore, number: DeliveryNumber, checked: CheckedDelivery): Promise<void> {
  const { reports, findings, ...header } = checked;
  await work.stream(`${number}/checked.ndjson`, NDJSON, async (write) => {
    const encoder = new TextEncoder();
    let text = "";
    const line = (value: unknown) => {
      text += `${JSON.stringify(value)}\n`;
      if (text.length < PIECE) return;
      write(encoder.encode(text));
      text = "";
    };
    line({ ...header, reports: reports.length });
    for (const report of reports) line(report);
    for (const finding of findings) line(finding);
    if (text) write(encoder.encode(text));
  });
}

export async function readChecked(work: ObjectStore, number: DeliveryNumber): Promise<CheckedDelivery> {
  let header: (Omit<CheckedDelivery, "reports" | "findings"> & { reports: number }) | undefined;
  const reports: JudgedReport[] = [];
  const findings: Finding[] = [];
  for await (const line of lines(await work.open(`${number}/checked.ndjson`))) {
    const value = JSON.parse(line);
    if (!header) header = value;
    else if (reports.length < header.reports) reports.push(value);
    else findings.push(value);
  }
  if (!header) throw new BrokenInvariant(`the check of ${number} left nothing`);
  return { ...header, reports, findings };
}

/** The key of the part that holds the texts of a report. */
export const explanationsKey = (number: DeliveryNumber, part: number): string =>
  `${number}/explanations/${String(part).padStart(4, "0")}.ndjson`;

/** The texts of a part by the index of their report. Empty when no report of the part has any. */
export async function readExplanations(
  work: ObjectStore,
  number: DeliveryNumber,
  part: number,
): Promise<ReadonlyMap<number, readonly Explanation[]>> {
  const byReport = new Map<number, Explanation[]>();
  const content = await work.find(explanationsKey(number, part));
  if (!content) return byReport;
  for (const line of new TextDecoder().decode(content).split("\n")) {
    if (!line) continue;
    const [report, explanation] = JSON.parse(line) as [number, Explanation];
    const texts = byReport.get(report);
    if (texts) texts.push(explanation);
    else byReport.set(report, [explanation]);
  }
  return byReport;
}

/** The lines of a stream of UTF-8 text. */
async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  if (rest) yield rest;
}
