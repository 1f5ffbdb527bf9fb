import { amsterdamDay } from "../../core/calendar.ts";
import type { CatalogueStore, ReportRegister, ScoringRegister } from "../../core/ports.ts";
import { planRun } from "../../core/scoring/plan.ts";
import { planShards as contract } from "../../workflows/contracts.ts";
import { catalogueStore } from "../adapters/catalogue-store.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { openTable } from "../adapters/table/client.ts";
import { reportRegister } from "../adapters/table/report-register.ts";
import { scoringRegister } from "../adapters/table/scoring-register.ts";
import { codeVersion, place } from "../runtime/config.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly catalogues: CatalogueStore;
  readonly reports: ReportRegister;
  readonly scoring: ScoringRegister;
}

function wire(): Ports {
  const table = openTable(place("table"));
  return {
    catalogues: catalogueStore(objectStore(s3(), place("catalogue"))),
    reports: reportRegister(table),
    scoring: scoringRegister(table),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async ({ referenceDate, force }, ports) => {
    const today = amsterdamDay(new Date().toISOString());
    const { outcome, run } = await planRun(ports, { referenceDate, force, today, codeVersion: codeVersion() });
    return { outcome, run: { ...run, shards: [...run.shards] } };
  });

export const handler = createHandler();
