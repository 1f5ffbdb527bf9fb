import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Publication } from "../core/figures/publication.ts";
import { receiptFileKey, receiptFiles } from "../core/intake/receipt-files.ts";
import type { DeliveryRecord } from "../core/ports.ts";
import type { Stack } from "./stack.ts";

/** Writes `receipts/<body>/<file>.receipt.json|.findings.csv|.remarks.xlsx` below the folder. */
export async function exportReceipt(stack: Stack, record: DeliveryRecord, out: string): Promise<void> {
  for (const suffix of receiptFiles) {
    const path = join(out, "receipts", record.body, `${record.file}.${suffix}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await stack.stores.receipts.read(receiptFileKey(record, suffix)));
  }
}

/** Writes the published files of a run. */
export async function exportFigures(stack: Stack, publication: Publication, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  for (const file of publication.files) {
    writeFileSync(join(out, file), await stack.stores.figures.read(`published/${publication.run}/${file}`));
  }
}
