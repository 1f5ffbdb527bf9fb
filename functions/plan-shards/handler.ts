import { amsterdamDay } from "../../core/calendar.ts";
import type { CatalogueStore, ObjectStore, ReportRegister, ScoringRegister } from "../../core/ports.ts";
import { planReviewRun } from "../../core/review/plan-review-run.ts";
import { type PlannedRun, planRun } from "../../core/scoring/plan.ts";
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
  readonly figures: ObjectStore;
}

function wire(): Ports {
  const table = openTable(place("table"));
  const client = s3();
  return {
    figures: objectStore(client, place("figures")),
    catalogues: catalogueStore(objectStore(client, place("catalogue"))),
    reports: reportRegister(table),
    scoring: scoringRegister(table),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async ({ referenceDate, force, review }, ports) => {
    if (review !== undefined) return { outcome: "planned", run: asOutput(await planReviewRun(ports.figures, review)) };
    const today = amsterdamDay(new Date().toISOString());
    const { outcome, run } = await planRun(ports, { referenceDate, force, today, codeVersion: codeVersion() });
    return { outcome, run: asOutput(run) };
  });

const asOutput = (run: PlannedRun) => ({ ...run, shards: [...run.shards] });

export const handler = createHandler();
