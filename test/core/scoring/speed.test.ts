import { expect, test } from "vitest";
import { benchScoring } from "../../../bench/scoring.ts";

test("a tenth of the large register (12 000 reports, a million scores) is scored and merged in well under a CPU second", () => {
  // Measured: 0.1 s. `test/speed/scoring.test.ts` holds the whole register to its limit; this one only catches what became many times slower.
  const { scores, scoreAndMerge, count, encodedBytes } = benchScoring(12_000);
  expect(scores).toBe(1_000_000);
  expect(scoreAndMerge + count).toBeLessThan(1);
  expect(encodedBytes).toBeLessThan(1_000_000);
});
