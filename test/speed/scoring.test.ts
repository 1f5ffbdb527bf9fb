import { expect, test } from "vitest";
import { benchScoring } from "../../bench/scoring.ts";

test("120 000 packed reports (10 000 000 scores, 16 shards) are scored and merged within one CPU second", () => {
  const { reports, scores, scoreAndMerge } = benchScoring();
  expect([reports, scores]).toEqual([120_000, 10_000_000]);
  expect(scoreAndMerge).toBeLessThanOrEqual(1);
});
