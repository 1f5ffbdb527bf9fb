import { expect, it } from "vitest";
import { benchIngest, benchScoreNorms } from "../../bench/ingest.ts";
import { median } from "../../bench/spend.ts";

// CPU of the product and of all that stands in for AWS together: on a quiet machine hardly less than the time on the clock.

it("a delivery of 5 000 rows has its receipt within 1 s when warm, through the whole of ingest-delivery", async () => {
  const spent = await benchIngest(5_000, 8);
  const cpu = median(spent.slice(-4).map((one) => one.cpu));
  console.log(`first ${spent[0]?.cpu.toFixed(2)} s, warm ${cpu.toFixed(2)} s of CPU`);
  expect(cpu).toBeLessThanOrEqual(1);
});

it("score-norms over the sample history takes at most 2 s from start to published", async () => {
  const { cpu, clock } = await benchScoreNorms();
  console.log(`score-norms: ${cpu.toFixed(2)} s of CPU, ${clock.toFixed(2)} s`);
  expect(cpu).toBeLessThanOrEqual(2);
});
