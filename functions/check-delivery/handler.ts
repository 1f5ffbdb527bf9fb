import { createHash } from "node:crypto";
import { amsterdamDay } from "../../core/calendar.ts";
import { bodyCode, deliveryNumber } from "../../core/ids.ts";
import { isChange } from "../../core/intake/accept.ts";
import { checkFile } from "../../core/intake/check-file.ts";
import { countsOf } from "../../core/intake/receipt-counts.ts";
import { writeChecked } from "../../core/intake/work.ts";
import type { CatalogueStore, ObjectStore, ReportRegister } from "../../core/ports.ts";
import { checkDelivery as contract } from "../../workflows/contracts.ts";
import { catalogueStore } from "../adapters/catalogue-store.ts";
import { bufferExplanations } from "../adapters/explanations.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { readDelivery } from "../adapters/read-delivery.ts";
import { openTable } from "../adapters/table/client.ts";
import { reportRegister } from "../adapters/table/report-register.ts";
import { place } from "../runtime/config.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly catalogues: CatalogueStore;
  readonly reports: ReportRegister;
  readonly files: ObjectStore;
  readonly work: ObjectStore;
}

function wire(): Ports {
  const client = s3();
  return {
    catalogues: catalogueStore(objectStore(client, place("catalogue"))),
    reports: reportRegister(openTable(place("table"))),
    files: objectStore(client, place("deliveries")),
    work: objectStore(client, place("work")),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async (delivery, { catalogues, reports, files, work }) => {
    const number = deliveryNumber(delivery.number);
    const explanations = bufferExplanations();
    try {
      const file = {
        catalogue: await catalogues.current(),
        body: bodyCode(delivery.body),
        today: amsterdamDay(delivery.receivedAt),
        delivery: number,
        read: async (receiver: Parameters<typeof readDelivery>[1]) =>
          readDelivery(await files.open(delivery.key, delivery.versionId), receiver),
        digest: (text: string) => createHash("sha256").update(text).digest("hex"),
        onExplanation: explanations.add,
      };
      const checked = await checkFile(file, reports);
      await explanations.save(work, number);
      await writeChecked(work, number, checked);
      const { errors, warnings } = countsOf(checked);
      return { status: checked.status, changes: checked.reports.filter(isChange).length, errors, warnings };
    } finally {
      explanations.discard();
    }
  });

export const handler = createHandler();
