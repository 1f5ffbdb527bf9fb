import type { DeliveryRecord } from "../ports.ts";

/** The three files of every receipt: for programs, for a spreadsheet, and the sender's own file with remarks. */
export const receiptFiles = ["receipt.json", "findings.csv", "remarks.xlsx"] as const;
export type ReceiptFile = (typeof receiptFiles)[number];

export const receiptContentTypes: Readonly<Record<ReceiptFile, string>> = {
  "receipt.json": "application/json",
  "findings.csv": "text/csv; charset=utf-8",
  "remarks.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Key in the receipts bucket: `<body>/<number>/<file>.<suffix>`. Every delivery keeps its own, also when the file name comes back. */
export const receiptFileKey = (delivery: Pick<DeliveryRecord, "body" | "number" | "file">, suffix: ReceiptFile): string =>
  `${delivery.body}/${delivery.number}/${delivery.file}.${suffix}`;
