import { BrokenInvariant } from "../../core/faults.ts";
import { bodyCode, deliveryNumber, sha256 } from "../../core/ids.ts";
import { deliverReceipt, type ReceiptPorts } from "../../core/intake/deliver-receipt.ts";
import { receiptMessage } from "../../core/intake/receipt-message.ts";
import { writeReceipt as contract } from "../../workflows/contracts.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { readDelivery } from "../adapters/read-delivery.ts";
import { openTable } from "../adapters/table/client.ts";
import { deliveryRegister } from "../adapters/table/delivery-register.ts";
import { place } from "../runtime/config.ts";
import { defineHandler } from "../runtime/handler.ts";

function wire(): ReceiptPorts {
  const client = s3();
  const files = objectStore(client, place("deliveries"));
  return {
    deliveries: deliveryRegister(openTable(place("table"))),
    work: objectStore(client, place("work")),
    receipts: objectStore(client, place("receipts")),
    readFile: async (record, receiver) => readDelivery(await files.open(record.key, record.versionId), receiver),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async ({ outcome, delivery }, ports) => {
    const record = await ports.deliveries.find(bodyCode(delivery.body), delivery);
    if (!record) throw new BrokenInvariant(`delivery ${delivery.number} was claimed and is unknown`);
    const facts = {
      delivery: deliveryNumber(delivery.number),
      body: bodyCode(delivery.body),
      file: delivery.file,
      sha256: delivery.sha256 === null ? null : sha256(delivery.sha256),
      receivedAt: delivery.receivedAt,
    };
    const { receipt, key } = await deliverReceipt(ports, record, facts, outcome, new Date().toISOString());
    return { number: receipt.delivery, status: receipt.status, receiptKey: key, ...receiptMessage(receipt) };
  });

export const handler = createHandler();
