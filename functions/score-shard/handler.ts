import { parseIsoDay } from "../../core/calendar.ts";
import { BrokenInvariant } from "../../core/faults.ts";
import type { CatalogueStore, ObjectStore, ReportRegister } from "../../core/ports.ts";
import { type FrozenReports, readFrozen } from "../../core/review/frozen-input.ts";
import { encodeScores } from "../../core/scoring/encode.ts";
import { shardScoresKey } from "../../core/scoring/run-objects.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import { scoreShard as contract } from "../../workflows/contracts.ts";
import { catalogueStore } from "../adapters/catalogue-store.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { openTable } from "../adapters/table/client.ts";
import { reportRegister } from "../adapters/table/report-register.ts";
import { place } from "../runtime/config.ts";
import { fingerprint } from "../runtime/fingerprint.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly catalogues: CatalogueStore;
  readonly reports: ReportRegister;
  readonly figures: ObjectStore;
}

function wire(): Ports {
  const client = s3();
  return {
    catalogues: catalogueStore(objectStore(client, place("catalogue"))),
    reports: reportRegister(openTable(place("table"))),
    figures: objectStore(client, place("figures")),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async (event, { catalogues, reports, figures }) => {
    const referenceDay = parseIsoDay(event.referenceDate);
    if (referenceDay === undefined) throw new BrokenInvariant(`reference date ${event.referenceDate}`);
    const packed = event.frozen
      ? await readFrozen<FrozenReports>({ store: figures, fingerprint }, event.frozen)
      : await reports.shard(event.shard);
    const scores = scoreShard(packed, await catalogues.version(event.catalogueVersion), referenceDay);
    const key = shardScoresKey(event.run, event.shard);
    await figures.write(key, encodeScores(scores), "application/octet-stream");
    return { shard: event.shard, reports: packed.length, key };
  });

export const handler = createHandler();
