import { bodyCode, deliveryNumber } from "../../core/ids.ts";
import { acceptReports } from "../../core/intake/accept.ts";
import type { ObjectStore, ReportRegister, ScoringRegister } from "../../core/ports.ts";
import { acceptReports as contract } from "../../workflows/contracts.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { openTable } from "../adapters/table/client.ts";
import { reportRegister } from "../adapters/table/report-register.ts";
import { scoringRegister } from "../adapters/table/scoring-register.ts";
import { place } from "../runtime/config.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly reports: ReportRegister;
  readonly scoring: ScoringRegister;
  readonly whole: ObjectStore;
  readonly work: ObjectStore;
}

function wire(): Ports {
  const client = s3();
  const table = openTable(place("table"));
  return {
    reports: reportRegister(table),
    scoring: scoringRegister(table),
    whole: objectStore(client, place("reports")),
    work: objectStore(client, place("work")),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async (delivery, ports) => {
    const applied = await acceptReports(ports, {
      body: bodyCode(delivery.body),
      delivery: deliveryNumber(delivery.number),
      receivedAt: delivery.receivedAt,
    });
    return { applied };
  });

export const handler = createHandler();
