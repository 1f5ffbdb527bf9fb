import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Publication } from "../core/figures/publication.ts";
import { receiptFileKey, receiptFiles } from "../core/intake/receipt-files.ts";
import type { DeliveryRecord } from "../core/ports.ts";
import type { Stack } from "./stack.ts";

/** Bytes of a name in a folder, in the file systems of Linux, macOS and Windows. */
const LONGEST_NAME = 255;

/** Writes `receipts/<body>/<file>.receipt.json|.findings.csv|.remarks.xlsx` below the folder. A name that would become too long is cut. */
export async function exportReceipt(stack: Stack, record: DeliveryRecord, out: string): Promise<void> {
  for (const suffix of receiptFiles) {
    const path = join(out, "receipts", record.body, dirname(record.file), nameFor(basename(record.file), suffix));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await stack.stores.receipts.read(receiptFileKey(record, suffix)));
  }
}

/** The end of a hash keeps names apart that begin alike. The receipt itself has the whole name. */
function nameFor(file: string, suffix: string): string {
  const whole = `${file}.${suffix}`;
  if (Buffer.byteLength(whole) <= LONGEST_NAME) return whole;
  const end = `~${createHash("sha256").update(file).digest("hex").slice(0, 8)}.${suffix}`;
  let begin = "";
  for (const character of file) {
    if (Buffer.byteLength(begin + character + end) > LONGEST_NAME) break;
    begin += character;
  }
  return begin + end;
}

/** Writes the published files of a run. */
export async function exportFigures(stack: Stack, publication: Publication, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  for (const file of publication.files) {
    writeFileSync(join(out, file), await stack.stores.figures.read(`published/${publication.run}/${file}`));
  }
}
