import { BrokenInvariant } from "../faults.ts";
import type { ContentClaim, DeliveryRecord, DeliveryRegister, DeliveryResult, ObjectStore } from "../ports.ts";
import { findingsCsv } from "./findings-csv.ts";
import type { ReadFormat } from "./reading/format.ts";
import type { DeliveryFacts } from "./receipt.ts";
import { makeReceipt, type Receipt, unchangedReceipt } from "./receipt.ts";
import { type ReceiptFile, receiptContentTypes, receiptFileKey } from "./receipt-files.ts";
import { receiptJson } from "./receipt-json.ts";
import { createRemarks } from "./remarks.ts";
import type { CheckedDelivery, TableReceiver } from "./types.ts";
import { type Withheld, withheldDelivery } from "./withheld.ts";
import { readChecked } from "./work.ts";

export interface ReceiptPorts {
  readonly deliveries: DeliveryRegister;
  readonly work: ObjectStore;
  readonly receipts: ObjectStore;
  /** Reads the delivered file once more, for the sender's own file with remarks. */
  readFile(record: DeliveryRecord, receiver: TableReceiver): Promise<ReadFormat>;
}

/**
 * Writes the three files of the receipt, then closes the delivery: from then on it is final. Again: the same files, one effect.
 * `unchanged`: the same bytes were accepted before, and the receipt says when. `infected`, `unscannable` and `leaveUsed`: the file is not
 * read, and the workbook has the sheet with the finding only, as for a file that could not be read.
 */
export async function deliverReceipt(
  ports: ReceiptPorts,
  record: DeliveryRecord,
  facts: DeliveryFacts,
  outcome: "claimed" | "unchanged" | Withheld,
  now: string,
): Promise<{ receipt: Receipt; key: string }> {
  const checked = await checkedDelivery(ports, record, outcome);
  const earlier = outcome === "unchanged" ? await earlierDelivery(ports, record, facts) : undefined;
  const receipt = earlier
    ? unchangedReceipt(facts, { delivery: earlier.number, receivedAt: earlier.receivedAt })
    : makeReceipt(facts, checked);

  const put = (file: ReceiptFile, content: string) =>
    ports.receipts.write(receiptFileKey(record, file), content, receiptContentTypes[file]);
  await put("findings.csv", findingsCsv(checked.findings));
  await ports.receipts.stream(receiptFileKey(record, "remarks.xlsx"), receiptContentTypes["remarks.xlsx"], async (write) => {
    const remarks = createRemarks({ checked, write });
    if (outcome === "claimed") await ports.readFile(record, remarks);
    remarks.end();
  });
  await put("receipt.json", receiptJson(receipt));

  // First the bytes are let go, then the delivery is closed: a crash in between is taken up again, the other way round it is not.
  if (facts.sha256 !== null) await ports.deliveries.releaseContent(record, facts.sha256, receipt.status === "accepted");
  await ports.deliveries.finish(record, resultOf(receipt, checked, earlier), now);
  return { receipt, key: receiptFileKey(record, "receipt.json") };
}

async function checkedDelivery(
  { work, deliveries }: ReceiptPorts,
  record: DeliveryRecord,
  outcome: "claimed" | "unchanged" | Withheld,
): Promise<CheckedDelivery> {
  if (outcome === "claimed") return readChecked(work, record.number);
  if (outcome === "unchanged") return nothingChecked;
  if (outcome !== "leaveUsed") return withheldDelivery(outcome);
  const leave = await deliveries.claimLeave(record);
  if (leave.held === "byUs") throw new BrokenInvariant(`${record.number} came by a leave that was used, and holds it`);
  return withheldDelivery(outcome, leave.number);
}

type Accepted = Extract<ContentClaim, { held: "accepted" }>;

async function earlierDelivery(ports: ReceiptPorts, record: DeliveryRecord, facts: DeliveryFacts): Promise<Accepted> {
  const claim = facts.sha256 === null ? undefined : await ports.deliveries.claimContent(record, facts.sha256);
  if (claim?.held !== "accepted") throw new BrokenInvariant(`${record.number} is unchanged, but its bytes were never accepted`);
  return claim;
}

function resultOf(receipt: Receipt, checked: CheckedDelivery, earlier: Accepted | undefined): DeliveryResult {
  const { new: added, replaced, withdrawn, unchanged, rejected } = receipt.counts;
  return {
    status: receipt.status,
    outcomes: { new: added, replaced, withdrawn, unchanged, rejected },
    groups: checked.groups,
    rows: receipt.read.rows,
    ...(earlier ? { sameAs: earlier.number } : {}),
  };
}

const nothingChecked: CheckedDelivery = {
  status: "accepted",
  read: { format: "unknown", encoding: null, delimiter: null, layout: "unknown", rows: 0 },
  reports: [],
  findings: [],
  groups: [],
};
