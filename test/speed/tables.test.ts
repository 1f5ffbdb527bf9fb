import { expect, test } from "vitest";
import { parseIsoDay } from "../../core/calendar.ts";
import { publishedTables } from "../../core/figures/tables/index.ts";
import { carryJudgements } from "../../core/scoring/carry.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import { madeUpCatalogue, madeUpReports } from "./made-up-register.ts";

const referenceDay = parseIsoDay("2026-12-31")!;

test.each([
  [120, 60, 1],
  [3000, 80, 5],
])("all tables of %i organisations × %i norms × 3 rounds take at most %i CPU seconds", (organisations, norms, limit) => {
  const catalogue = madeUpCatalogue(norms);
  const counted = carryJudgements(scoreShard(madeUpReports(organisations, norms), catalogue, referenceDay), catalogue);
  const before = process.cpuUsage();
  publishedTables(counted, catalogue, referenceDay);
  const { user, system } = process.cpuUsage(before);
  console.log(`${organisations} × ${norms}: ${((user + system) / 1e6).toFixed(2)} CPU s`);
  expect((user + system) / 1e6).toBeLessThanOrEqual(limit);
});
