/**
 * How much CPU scoring costs: 120 000 packed reports, 10 000 000 scores, 16 shards (decision 0006), from packed reports to
 * published figures. Deterministic input; every time is of a first run, since a Lambda that scores is a fresh one.
 */

import { parseIsoDay } from "../core/calendar.ts";
import { compileCatalogue } from "../core/catalogue/compile.ts";
import type { Catalogue, NormFramework } from "../core/catalogue/types.ts";
import { bodyCode, frameworkKey, organisationId } from "../core/ids.ts";
import { carryJudgements } from "../core/scoring/carry.ts";
import { currentState } from "../core/scoring/current-state.ts";
import { decodeScores, encodeScores } from "../core/scoring/encode.ts";
import { mergeAll } from "../core/scoring/merge.ts";
import { scoreShard } from "../core/scoring/score-shard.ts";
import { SHARDS, shardOf } from "../core/scoring/shard.ts";
import { tally } from "../core/scoring/tally.ts";
import type { PackedReport } from "../core/scoring/types.ts";
import { createRandom } from "./random.ts";

export interface ScoringBench {
  readonly reports: number;
  readonly scores: number;
  /** CPU seconds (user and system). */
  readonly scoreShards: number;
  readonly merge: number;
  /** `scoreShard` of all shards and `merge` together: at most 1. */
  readonly scoreAndMerge: number;
  /** Carried judgements, current state of every framework, tally. */
  readonly count: number;
  readonly encode: number;
  readonly decode: number;
  readonly encodedBytes: number;
}

export function benchScoring(reports = 120_000): ScoringBench {
  const catalogue = benchCatalogue();
  const shards = benchShards(reports);
  const referenceDay = parseIsoDay("2026-12-31")!;
  const scored = measured(() => shards.map((shard) => scoreShard(shard, catalogue, referenceDay)));
  const merged = measured(() => mergeAll(scored.result));
  const counted = measured(() => {
    for (const label of carryJudgements(merged.result, catalogue)) {
      label.frameworks.forEach((_, framework) => {
        currentState(label, framework);
      });
      tally(label);
    }
  });
  const encoded = measured(() => encodeScores(merged.result));
  const decoded = measured(() => decodeScores(encoded.result));
  return {
    reports,
    scores: decoded.result.labels.reduce((sum, label) => sum + label.scores.length, 0),
    scoreShards: scored.seconds,
    merge: merged.seconds,
    scoreAndMerge: scored.seconds + merged.seconds,
    count: counted.seconds,
    encode: encoded.seconds,
    decode: decoded.seconds,
    encodedBytes: encoded.result.length,
  };
}

function measured<T>(run: () => T): { result: T; seconds: number } {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

/** A third of the reports has 84 norms and the rest 83: 10 000 000 scores in 120 000 reports. */
const widths = [84, 83, 83];

function benchCatalogue(): Catalogue {
  const frameworks = widths.map(
    (norms, i): NormFramework => ({
      label: "BENCH",
      variant: "basis",
      version: String(2017 + i),
      title: "Bench",
      validFrom: "2010-01-01",
      validUntil: null,
      cycleYears: 2,
      categories: [{ code: "V", title: "V" }],
      norms: Array.from({ length: norms }, (_, norm) => ({ code: `V${norm + 1}`, title: `Norm ${norm + 1}`, category: "V" })),
    }),
  );
  return compileCatalogue({ frameworks, competencies: [], bodies: [], organisations: [], themes: [] }, "bench");
}

function benchShards(count: number): PackedReport[][] {
  const random = createRandom(1);
  const firstDay = parseIsoDay("2017-01-01")!;
  const shards: PackedReport[][] = Array.from({ length: SHARDS }, () => []);
  for (let i = 0; i < count; i++) {
    const kvk = String(10_000_000 + random(Math.ceil(count / 4)));
    const organisation = organisationId(`kvk:${kvk}`);
    const width = i % widths.length;
    const report: PackedReport = {
      body: bodyCode(`body-${random(5)}`),
      reference: `R-${random(10)}-${i}`,
      framework: frameworkKey("BENCH", "basis", String(2017 + width)),
      organisation,
      kvk,
      day: firstDay + random(3_600),
      kind: random(3) === 0 ? "initial" : "recertification",
      form: "external",
      audit: String.fromCharCode(...Array.from({ length: widths[width]! }, () => "222211110-?.".charCodeAt(random(12)))),
      sector: { auditDays: 1 + random(3) },
    };
    shards[shardOf(organisation)]!.push(report);
  }
  // As the table gives them: texts made by reading, not by putting together here.
  return JSON.parse(JSON.stringify(shards)) as PackedReport[][];
}

// `node scripts/run.mjs bench/scoring.ts` prints the measurement by itself.
if (process.argv[1] === "bench/scoring.ts") console.log(JSON.stringify(benchScoring(), null, 2));
