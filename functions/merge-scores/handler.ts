import type { ObjectStore } from "../../core/ports.ts";
import { decodeScores, encodeScores } from "../../core/scoring/encode.ts";
import { mergeAll } from "../../core/scoring/merge.ts";
import { mergedScoresKey } from "../../core/scoring/run-objects.ts";
import { mergeScores as contract } from "../../workflows/contracts.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { place } from "../runtime/config.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly figures: ObjectStore;
}

const wire = (): Ports => ({ figures: objectStore(s3(), place("figures")) });

export const createHandler = () =>
  defineHandler(contract, wire, async ({ run, scored }, { figures }) => {
    const shards = await Promise.all(scored.map(async ({ key }) => decodeScores(await figures.read(key))));
    const key = mergedScoresKey(run.run);
    await figures.write(key, encodeScores(mergeAll(shards)), "application/octet-stream");
    return { key, reports: scored.reduce((sum, shard) => sum + shard.reports, 0) };
  });

export const handler = createHandler();
