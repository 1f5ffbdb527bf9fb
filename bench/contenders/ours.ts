/** Ours: every rule of the check as the function check-delivery asks it, free texts kept aside as it does, and scoring in 16 shards. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { parseIsoDay } from "../../core/calendar.ts";
import { normFigures } from "../../core/figures/norm-figures.ts";
import { bodyCode } from "../../core/ids.ts";
import { checkFile } from "../../core/intake/check-file.ts";
import type { CheckedDelivery } from "../../core/intake/types.ts";
import { OUT_OF_SCOPE, SCORE_CHARS, scoreWords } from "../../core/judgement.ts";
import { mergeAll } from "../../core/scoring/merge.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import { SHARDS, shardOf } from "../../core/scoring/shard.ts";
import type { PackedReport } from "../../core/scoring/types.ts";
import { bufferExplanations } from "../../functions/adapters/explanations.ts";
import { readDelivery } from "../../functions/adapters/read-delivery.ts";
import { benchCatalogue } from "../catalogue.ts";
import { BODY } from "../delivery-file.ts";
import { type Counts, measure } from "./measure.ts";

const today = parseIsoDay("2026-12-31") as number;
const catalogue = await benchCatalogue();

await measure(async (path, step) => {
  const { checked, accepted, scores } = await step("intake", async () => {
    const checked = await check(path);
    const accepted = checked.reports.flatMap(({ outcome, packed }) => (outcome === "rejected" || !packed ? [] : [packed]));
    return { checked, accepted, scores: scoresOf(accepted) };
  });
  const figures = await step("scoring", () => score(accepted));
  return {
    rows: checked.read.rows,
    accepted: accepted.length,
    rejected: checked.reports.length - accepted.length,
    findings: Object.fromEntries(checked.groups.map(({ code, count }) => [code, count])),
    scores,
    figures: Object.fromEntries(
      figures.flatMap(({ framework, norm, counts: { notMet, partiallyMet, met, notApplicable, notAssessed } }) =>
        [notMet, partiallyMet, met, notApplicable, notAssessed].flatMap((count, score) =>
          count > 0 ? [[`${framework.version} ${norm.code} ${scoreWords[score]}`, count] as const] : [],
        ),
      ),
    ),
  };
});

async function check(path: string): Promise<CheckedDelivery> {
  const explanations = bufferExplanations();
  try {
    return await checkFile({
      catalogue,
      body: bodyCode(BODY),
      today,
      read: (receiver) => readDelivery(createReadStream(path, { highWaterMark: 256 * 1024 }), receiver),
      digest: (text) => createHash("sha256").update(text).digest("hex"),
      onExplanation: explanations.add,
    });
  } finally {
    explanations.discard();
  }
}

function scoresOf(reports: readonly PackedReport[]): Counts {
  const counts = new Map(catalogue.frameworks.map(({ key, norms }) => [key, new Int32Array(norms.length * SCORE_CHARS.length)]));
  for (const { framework, audit } of reports) {
    const cells = counts.get(framework) as Int32Array;
    for (let norm = 0; norm < audit.length; norm++) cells[norm * SCORE_CHARS.length + SCORE_CHARS.indexOf(audit.charAt(norm))]! += 1;
  }
  const scores: Record<string, number> = {};
  for (const { key, version, norms } of catalogue.frameworks) {
    counts.get(key)?.forEach((count, cell) => {
      const score = cell % SCORE_CHARS.length;
      const norm = norms[(cell - score) / SCORE_CHARS.length];
      if (count > 0 && score !== OUT_OF_SCOPE) scores[`${version} ${norm?.code} ${scoreWords[score]}`] = count;
    });
  }
  return scores;
}

function score(reports: readonly PackedReport[]) {
  const shards: PackedReport[][] = Array.from({ length: SHARDS }, () => []);
  for (const report of reports) shards[shardOf(report.organisation)]?.push(report);
  return normFigures(mergeAll(shards.map((shard) => scoreShard(shard, catalogue, today))), catalogue);
}
